import type { VNode } from 'preact';
import { branchOf } from '../conversation/conversation';
import { useStore } from '../store/use-store';
import { focusComment } from './focus';
import { useConversation, useFrame } from './use-frame';

/** What happens below a comment, in its own row: new replies that wait, or somebody who writes one. */
export function ReplyNews({ parentId }: { parentId: string }): VNode | null {
  const { model, act } = useFrame();
  const { wording } = model;
  const { waiting } = useConversation((conversation) => branchOf(conversation, parentId));
  const isTyping = useStore(model.presence, ({ typing }) => typing.has(parentId));
  const [first] = waiting;
  if (first === undefined) {
    return isTyping ? (
      <span class="reply-news typing" title={wording.texts.somebodyWrites}>
        {wording.texts.somebodyWrites}
      </span>
    ) : null;
  }
  const text = wording.plural(wording.texts.newReplies, waiting.length);
  const show = (): void => {
    act(({ reading }) => reading.showWaiting(parentId));
    act(() => focusComment(first));
  };
  return (
    <button type="button" class="pill reply-news" aria-label={text} onClick={show}>
      <span class="wide">{text}</span>
      <span class="narrow">{wording.number(waiting.length)} ↓</span>
    </button>
  );
}
