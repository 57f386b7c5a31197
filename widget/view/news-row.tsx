import type { VNode } from 'preact';
import type { Reading } from '../frame/reading';
import { useStore } from '../store/use-store';
import { focusComment } from './focus';
import { LoadTrouble } from './replies';
import { useConversation, useFrame, useLeft, useNews, useWaitingUnpublished } from './use-frame';
import { useSeldom } from './use-seldom';

/** A row that is always there, for what may have to be said at any time: nothing moves when it is. */
export function NewsRow(): VNode {
  return (
    <div class="news-row" role="status">
      <News />
    </div>
  );
}

function News(): VNode {
  const { model } = useFrame();
  const failed = useStore(model.screen, (screen) => ['order', 'part'].find((name) => screen.failed.has(name)));
  const hasLeft = useLeft() > 0;
  const isLost = useStore(model.presence, ({ connection }) => connection === 'lost');
  return (
    <>
      {failed !== undefined && <LoadTrouble name={failed} />}
      {hasLeft ? <LeftPill /> : isLost ? <p class="lost">{model.wording.texts.connectionLost}</p> : <Pill />}
    </>
  );
}

/** Nobody shall think that their text is gone. */
function LeftPill(): VNode {
  const { model, act } = useFrame();
  return (
    <button type="button" class="pill" onClick={() => act(({ writing }) => writing.showLeft())}>
      {model.wording.texts.showUnsent}
    </button>
  );
}

function Pill(): VNode {
  const news = useNews(null);
  const isOutdated = useConversation((conversation) => conversation.isOutdated);
  return news.length > 0 || isOutdated ? <ShownPill news={news} isOutdated={isOutdated} /> : <UnpublishedPill />;
}

/** Comes after all that may change. */
function UnpublishedPill(): VNode | null {
  const { model, act } = useFrame();
  const newest = useWaitingUnpublished();
  return newest === undefined ? null : (
    <button type="button" class="pill" onClick={() => act(({ writing }) => writing.showUnpublished(newest.id))}>
      {model.wording.texts.showUnpublished}
    </button>
  );
}

interface PillProps {
  news: readonly string[];
  isOutdated: boolean;
}

/** Is read out whenever its text changes: not at every comment, where many come. */
function ShownPill({ news, isOutdated }: PillProps): VNode {
  const { model, act } = useFrame();
  const { wording } = model;
  const count = useSeldom(news.length);
  const show = async ({ reading }: { reading: Reading }): Promise<void> => {
    if (isOutdated) await reading.sortBy(reading.shown.order);
    else reading.showWaiting(null, news);
    const shown = isOutdated ? reading.shown.tops.loaded[0] : news[0];
    if (shown !== undefined && !reading.shown.isOutdated) focusComment(shown);
  };
  return (
    <button type="button" class="pill" onClick={() => act(show)}>
      {isOutdated ? wording.texts.allNew : wording.plural(wording.texts.newComments, count)}
    </button>
  );
}
