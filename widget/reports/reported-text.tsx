import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PublishedComment } from '../../contract/conversation';
import { CommentText } from '../view/comment-text';
import { focusComment } from '../view/focus';
import { useFrame } from '../view/use-frame';
import { onceBelowScreen } from './below-screen';

interface ReportedTextProps {
  comment: PublishedComment;
  /** The text stood there before it was known that the reader has reported it. */
  wasShown: boolean;
}

/** A comment that the reader reported. Where its text was seen, its place stays as high as it was until it is out of sight: nothing moves. */
export function ReportedText({ comment: { id, body }, wasShown }: ReportedTextProps): VNode {
  const { texts } = useFrame().model.wording;
  const [isShown, setShown] = useState(false);
  const [isHigh, setHigh] = useState(wasShown);
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const page = place.current?.closest('.page');
    if (isHigh && place.current && page) return onceBelowScreen(place.current, page, () => setHigh(false));
  }, [isHigh, isShown]);
  const text = <CommentText body={body} spoilerLabel={texts.showHiddenText} />;
  if (isShown) return text;
  const show = (): void => {
    setShown(true);
    focusComment(id);
  };
  return (
    <div class="is-folded" ref={place}>
      {isHigh && <div aria-hidden="true">{text}</div>}
      <p class="own-note">
        {texts.reported}
        <button type="button" class="link" onClick={show}>
          {texts.showReported}
        </button>
      </p>
    </div>
  );
}
