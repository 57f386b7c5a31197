import type { FrameAction } from './action';
import { pagesWithReader } from './open-reader';

/** Of the author of what is in focus; the sheet of sanctions does the rest. */
export const sanction: FrameAction = {
  id: 'sanction',
  key: 's',
  decides: true,
  asksForReason: true,
  onlyWhilePossible: true,
  page: pagesWithReader,
  isPossible: ({ author }) => author !== undefined,
  perform: (workplace) => {
    void workplace.reasons.reload();
    workplace.show('sanction');
  },
};
