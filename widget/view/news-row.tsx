import type { VNode } from 'preact';
import type { Reading } from '../frame/reading';
import { useStore } from '../store/use-store';
import { focusComment } from './focus';
import { LoadTrouble } from './replies';
import { useConversation, useFrame } from './use-frame';

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
  const { model, act } = useFrame();
  const { wording } = model;
  const waiting = useConversation(({ tops }) => tops.waiting);
  const isOutdated = useConversation((conversation) => conversation.isOutdated);
  const [first] = waiting;
  if (first === undefined && !isOutdated) return null;
  const show = async ({ reading }: { reading: Reading }): Promise<void> => {
    if (isOutdated) await reading.sortBy(reading.shown.order);
    else reading.showWaiting(null);
    const shown = isOutdated ? reading.shown.tops.loaded[0] : first;
    if (shown !== undefined && !reading.shown.isOutdated) focusComment(shown);
  };
  return (
    <button type="button" class="pill" onClick={() => act(show)}>
      {isOutdated ? wording.texts.allNew : wording.plural(wording.texts.newComments, waiting.length)}
    </button>
  );
}
