import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { PublishedComment } from '../../contract/conversation';
import { CommentText } from '../view/comment-text';
import { focusComment } from '../view/focus';
import { useFrame } from '../view/use-frame';

/** A comment that the reader reported: its text is out of sight, and its place stays as it was, so that nothing moves. */
export function ReportedText({ comment: { id, body } }: { comment: PublishedComment }): VNode {
  const { texts } = useFrame().model.wording;
  const [isShown, setShown] = useState(false);
  const text = <CommentText body={body} spoilerLabel={texts.showHiddenText} />;
  if (isShown) return text;
  const show = (): void => {
    setShown(true);
    focusComment(id);
  };
  return (
    <div class="is-folded">
      <div aria-hidden="true">{text}</div>
      <p class="own-note">
        {texts.reported}
        <button type="button" class="link" onClick={show}>
          {texts.showReported}
        </button>
      </p>
    </div>
  );
}
