import type { ComponentChildren, VNode } from 'preact';
import type { ThreadView } from '../../contract/conversation';
import type { StartedFrame } from '../frame/start-frame';
import { shareUrl } from '../publisher/share-url';
import { afterRendering, commentElementId } from './focus';
import { useFrame } from './use-frame';

export interface CommentLinkProps {
  commentId: string;
  thread: Pick<ThreadView, 'url'>;
  id?: string;
  class?: string;
  labelledBy?: string;
  /** It is followed: here, or in a tab of its own. */
  onFollow(frame: StartedFrame, isHere: boolean): void;
  children: ComponentChildren;
}

/** Leads to a comment: in this conversation right here, in another article in a tab of its own, so that what is being written here stays. */
export function CommentLink({ commentId, thread, id, class: kind, labelledBy, onFollow, children }: CommentLinkProps): VNode {
  const { model, act } = useFrame();
  const { state } = model;
  const isOfThread = thread.url === state.thread.url;
  const url = isOfThread ? shareUrl(state, commentId) : shareUrl({ ...state, thread }, commentId, '');
  const follow = (event: MouseEvent): void => {
    const isHere = isOfThread && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (isHere) event.preventDefault();
    act((frame) => {
      onFollow(frame, isHere);
      if (isHere) show(frame, commentId);
    });
  };
  return (
    <a
      id={id}
      class={kind}
      href={url}
      target="_blank"
      rel="noopener"
      aria-labelledby={labelledBy}
      onClick={follow}
      onAuxClick={(event) => event.button === 1 && follow(event)}
    >
      {children}
    </a>
  );
}

function show(frame: StartedFrame, commentId: string): void {
  if (frame.reading.shown.permalink?.id !== commentId) {
    void frame.reading.openPart(commentId);
    return;
  }
  // It is there, behind what is open.
  afterRendering(() => {
    const element = document.getElementById(commentElementId(commentId));
    element?.focus({ preventScroll: true });
    if (element) frame.bringIntoSight(element);
  });
}
