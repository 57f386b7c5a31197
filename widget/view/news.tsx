import type { VNode } from 'preact';
import type { Outgoing } from '../drafts/outbox';
import type { Reading } from '../frame/reading';
import type { StartedFrame } from '../frame/start-frame';
import { useStore } from '../store/use-store';
import { afterRendering, focusComment, ownElementId, questionId } from './focus';
import { LoadTrouble } from './replies';
import { useConversation, useFrame, useNews } from './use-frame';
import { useLeft, useWaitingUnpublished } from './use-left';
import { useSeldom } from './use-seldom';

/** What there is to say right now. */
export function News(): VNode {
  const { model } = useFrame();
  const failed = useStore(model.screen, (screen) => ['order', 'part'].find((name) => screen.failed.has(name)));
  const left = useLeft();
  const isLost = useStore(model.presence, ({ connection }) => connection === 'lost');
  // One at a time, since there is room for one line.
  if (failed !== undefined) return <LoadTrouble name={failed} />;
  if (left !== undefined) return <LeftPill left={left} />;
  return isLost ? <p class="lost">{model.wording.texts.connectionLost}</p> : <Pill />;
}

/** A question that came while somebody was reading has no place yet. */
function QuestionPill(): VNode {
  const { model } = useFrame();
  const asked = useConversation(({ state }) => state.question);
  const show = (): void => {
    model.question.set(asked);
    afterRendering(() => document.getElementById(questionId)?.focus());
  };
  return (
    <button type="button" class="pill" onClick={show}>
      {model.wording.texts.question}
    </button>
  );
}

/** Nobody shall think that their text is gone. */
function LeftPill({ left: { clientId, parentId } }: { left: Outgoing }): VNode {
  const { model, act } = useFrame();
  const show = ({ writing, reading }: StartedFrame): void => {
    writing.showLeft(clientId);
    bringOwn({ id: clientId, parentId }, reading);
  };
  return (
    <button type="button" class="pill" onClick={() => act(show)}>
      {model.wording.texts.showUnsent}
    </button>
  );
}

function Pill(): VNode {
  const news = useNews(null);
  const isOutdated = useConversation((conversation) => conversation.isOutdated);
  const asked = useConversation(({ state }) => state.question);
  const isShown = useStore(useFrame().model.question, (question) => question === asked);
  if (asked !== undefined && !isShown) return <QuestionPill />;
  return news.length > 0 || isOutdated ? <ShownPill news={news} isOutdated={isOutdated} /> : <UnpublishedPill />;
}

/** Comes after all that may change. */
function UnpublishedPill(): VNode | null {
  const { model, act } = useFrame();
  const newest = useWaitingUnpublished();
  if (newest === undefined) return null;
  const show = ({ writing, reading }: StartedFrame): void => {
    writing.showUnpublished(newest.id);
    bringOwn(newest, reading);
  };
  return (
    <button type="button" class="pill" onClick={() => act(show)}>
      {model.wording.texts.showUnpublished}
    </button>
  );
}

/** Where it is not in the part of the conversation that is unfolded, it is shown with what it answers. */
function bringOwn({ id, parentId }: { id: string; parentId: string | null }, reading: Reading): void {
  afterRendering(() => {
    if (parentId !== null && document.getElementById(ownElementId(id)) === null) void reading.openPart(parentId);
  });
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
