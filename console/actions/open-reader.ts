import type { FrameAction } from './action';

/** Where there is somebody in focus: the author of what is read. */
const pagesWithAuthor = ['held', 'reported', 'search', 'appeals'] as const;
/** And where it is the reader whom the page is about. */
export const pagesWithReader = [...pagesWithAuthor, 'readers'] as const;

/** The page of the author of what is in focus; the same key leads back from there. */
export const openReader: FrameAction = {
  id: 'openReader',
  key: 'i',
  onlyWhilePossible: true,
  page: pagesWithAuthor,
  isPossible: ({ author }) => author !== undefined,
  perform: ({ author, places, siteKey }) => places.go({ siteKey, page: 'readers', id: author?.id }),
};
