import type { Language, Look } from '../../contract/embed';
import { isId } from '../platform/http';
import type { ArticlePage } from '../threads';
import { readLook } from './frame-look';
import { readLanguage } from './page-language';

/** What the loader asks for. */
export interface FrameRequest {
  page: ArticlePage;
  language: Language;
  look: Look;
  /** The comment to show, if it is one of the thread. */
  commentId: string | undefined;
}

/** Read by hand: this is a hot path. What is missing reads as empty, and the thread's rules refuse what they must. */
export function readFrameRequest(query: Record<string, unknown>, address: string): FrameRequest {
  const given = (name: string): string | undefined => {
    const value = query[name];
    return typeof value === 'string' ? value : undefined;
  };
  const comment = given('comment');
  return {
    page: {
      origin: given('origin') ?? '',
      articleKey: given('article') ?? '',
      url: given('url') ?? '',
      title: given('title') ?? '',
      address,
    },
    language: readLanguage(given('lang')),
    look: readLook({ theme: given('theme'), accent: given('accent'), font: given('font') }),
    commentId: isId(comment) ? comment.toLowerCase() : undefined,
  };
}
