import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { VisibleComment } from '../../contract/conversation';
import type { FollowingTexts } from '../catalogues/following-texts';
import { onceBelowScreen } from '../reports/below-screen';
import { useStore } from '../store/use-store';
import { focusComment } from '../view/focus';
import { ReplyNews } from '../view/reply-news';
import { useFrame } from '../view/use-frame';
import { type Hidden, whyUnwanted } from './hidden-in';
import { unwantedOf } from './pressed';

export interface HiddenCommentProps {
  comment: VisibleComment;
  hidden: Hidden;
}

/** A line in the place of a comment that the reader does not want to see, where something stands below it. */
export function HiddenComment({ comment, hidden, texts }: HiddenCommentProps & { texts: FollowingTexts }): VNode {
  const { model, act } = useFrame();
  const { id } = comment;
  const height = typeof hidden === 'number' ? hidden : 0;
  const following = useStore(model.session, (session) => session.following);
  const reason = useStore(model.pressed, (pressed) => whyUnwanted(comment, unwantedOf(following, pressed)));
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const page = place.current?.closest('.page');
    const letGo = (): void => act(({ hiding }) => hiding.letGo(id));
    if (height > 0 && place.current && page) return onceBelowScreen(place.current, page, letGo);
  }, [height]);
  const show = (): void => {
    act(({ hiding }) => hiding.show(id));
    focusComment(id);
  };
  return (
    <div class="hidden-comment" ref={place} style={{ minHeight: `${height}px` }}>
      <p class="tombstone" id={`by-${id}`}>
        {reason === 'words' ? texts.hiddenWords : texts.hiddenReader}
      </p>
      <button type="button" class="link" onClick={show}>
        {texts.showHidden}
      </button>
      <ReplyNews parentId={id} />
    </div>
  );
}
