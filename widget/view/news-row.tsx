import type { VNode } from 'preact';
import type { Reading } from '../frame/reading';
import type { Writing } from '../frame/writing';
import { useStore } from '../store/use-store';
import { focusComment } from './focus';
import { LoadTrouble } from './replies';
import { useConversation, useFrame, useLeft } from './use-frame';
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
  const isLost = useStore(model.presence, ({ connection }) => connection === 'lost');
  return (
    <>
      {failed !== undefined && <LoadTrouble name={failed} />}
      {isLost ? <p class="lost">{model.wording.texts.connectionLost}</p> : <Pill />}
    </>
  );
}

function Pill(): VNode | null {
  const waiting = useConversation(({ tops }) => tops.waiting);
  const isOutdated = useConversation((conversation) => conversation.isOutdated);
  const isPart = useConversation(({ permalink }) => permalink !== null);
  const left = useLeft(null);
  const count = waiting.length + (isPart ? 0 : left);
  return count > 0 || isOutdated ? <ShownPill first={waiting[0]} latestCount={count} isOutdated={isOutdated} /> : null;
}

interface PillProps {
  first: string | undefined;
  latestCount: number;
  isOutdated: boolean;
}

/** Is read out whenever its text changes: not at every comment, where many come. */
function ShownPill({ first, latestCount, isOutdated }: PillProps): VNode {
  const { model, act } = useFrame();
  const { wording } = model;
  const count = useSeldom(latestCount);
  const show = async ({ reading, writing }: { reading: Reading; writing: Writing }): Promise<void> => {
    writing.showLeft(null);
    if (isOutdated) await reading.sortBy(reading.shown.order);
    else reading.showWaiting(null);
    const shown = isOutdated ? reading.shown.tops.loaded[0] : first;
    if (shown !== undefined && !reading.shown.isOutdated) focusComment(shown);
  };
  return (
    <button type="button" class="pill" onClick={() => act(show)}>
      {isOutdated ? wording.texts.allNew : wording.plural(wording.texts.newComments, count)}
    </button>
  );
}
