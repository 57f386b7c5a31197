import type { FrameAction } from './action';
import { pagesWithReader } from './open-reader';

/** On the author of what is in focus. */
export const writeNote: FrameAction = {
  id: 'writeNote',
  key: 'n',
  onlyWhilePossible: true,
  page: pagesWithReader,
  isPossible: ({ author }) => author !== undefined,
  perform: (workplace) => workplace.show('note'),
};
