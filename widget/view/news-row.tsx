import type { VNode } from 'preact';
import { focusComment } from './focus';
import { LoadTrouble } from './replies';
import { useScene } from './scene';

/** A row that is always there, for what may have to be said at any time: nothing moves when it is. */
export function NewsRow(): VNode {
  return (
    <div class="news-row" role="status">
      <News />
    </div>
  );
}

function News(): VNode | null {
  const { model, act, conversation, presence, screen } = useScene();
  const { texts } = model.wording;
  if (screen.failed.has('order')) return <LoadTrouble name="order" />;
  if (screen.failed.has('part')) return <LoadTrouble name="part" />;
  const { waiting } = conversation.tops;
  const [first] = waiting;
  if (presence.connection === 'lost') return <p class="lost">{texts.connectionLost}</p>;
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
