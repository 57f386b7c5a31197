import type { VNode } from 'preact';
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

function News(): VNode | null {
  const { model, act } = useFrame();
  const { texts } = model.wording;
  const waiting = useConversation(({ tops }) => tops.waiting);
  const failed = useStore(model.screen, (screen) => ['order', 'part'].find((name) => screen.failed.has(name)));
  const isLost = useStore(model.presence, ({ connection }) => connection === 'lost');
  const [first] = waiting;
  if (failed !== undefined) return <LoadTrouble name={failed} />;
  if (isLost) return <p class="lost">{texts.connectionLost}</p>;
  if (first === undefined) return null;
  const show = (): void => {
    act(({ reading }) => reading.showWaiting(null));
    act(() => focusComment(first));
  };
  return (
    <button type="button" class="pill" onClick={show}>
      {model.wording.plural(texts.newComments, waiting.length)}
    </button>
  );
}
