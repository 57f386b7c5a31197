import type { FrameState } from '../../contract/embed';

export interface SharedFrom extends Pick<FrameState, 'publisherOrigin'> {
  thread: Pick<FrameState['thread'], 'url'>;
}

/**
 * The address of a comment in its article: of the page that shows it, as the frame was told, if that is of the same origin. What the thread
 * says may come from whoever opened the article first.
 */
export function shareUrl({ thread, publisherOrigin }: SharedFrom, commentId: string, query = location.search): string {
  const told = new URLSearchParams(query).get('url') ?? '';
  const article = URL.canParse(told) && new URL(told).origin === publisherOrigin ? told : thread.url;
  return `${article.replace(/#.*/, '')}#parley-comment-${commentId}`;
}
