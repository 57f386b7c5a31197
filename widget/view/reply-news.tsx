import type { VNode } from 'preact';
import { useStore } from '../store/use-store';
import { focusComment } from './focus';
import { useFrame, useNews } from './use-frame';

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
  const news = useNews(parentId);
  const isTyping = useStore(model.presence, ({ typing }) => typing.has(parentId));
  const [first] = news;
  if (first === undefined) {
    const { somebodyWrites } = wording.texts;
    return isTyping ? (
      <span class="typing" role="img" aria-label={somebodyWrites} title={somebodyWrites}>
        <span class="wide">{somebodyWrites}</span>
        <span class="narrow">•••</span>
      </span>
    ) : null;
  }
  const text = wording.plural(wording.texts.newReplies, news.length);
  const show = (): void => {
    act(({ reading }) => {
      reading.showWaiting(parentId, news);
      focusComment(first);
    });
  };
  return (
    <button type="button" class="pill" aria-label={text} onClick={show}>
      <span class="wide">{text}</span>
      <span class="narrow">{wording.number(news.length)} ↓</span>
    </button>
  );
}
