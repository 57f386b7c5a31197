import type { VNode } from 'preact';
import { branchOf } from '../conversation/conversation';
import { useStore } from '../store/use-store';
import { focusComment } from './focus';
import { useConversation, useFrame, useLeft } from './use-frame';

/** What happens below a comment: new replies that wait, or somebody who writes one. Its place is kept free: nothing moves when it comes. */
export function ReplyNews({ parentId }: { parentId: string }): VNode {
  return (
    <div class="reply-news">
      <News parentId={parentId} />
    </div>
  );
}

function News({ parentId }: { parentId: string }): VNode | null {
  const { model, act } = useFrame();
  const { wording } = model;
  const { waiting } = useConversation((conversation) => branchOf(conversation, parentId));
  const isTyping = useStore(model.presence, ({ typing }) => typing.has(parentId));
  const left = useLeft(parentId);
  const [first] = waiting;
  const count = waiting.length + left;
  if (count === 0) {
    const { somebodyWrites } = wording.texts;
    return isTyping ? (
      <span class="typing" role="img" aria-label={somebodyWrites} title={somebodyWrites}>
        <span class="wide">{somebodyWrites}</span>
        <span class="narrow">•••</span>
      </span>
    ) : null;
  }
  const text = wording.plural(wording.texts.newReplies, count);
  const show = (): void => {
    act(({ reading, writing }) => {
      reading.showWaiting(parentId);
      writing.showLeft(parentId);
      if (first !== undefined) focusComment(first);
    });
  };
  return (
    <button type="button" class="pill" aria-label={text} onClick={show}>
      <span class="wide">{text}</span>
      <span class="narrow">{wording.number(count)} ↓</span>
    </button>
  );
}
