import type { FrameAction } from './action';

export const undo: FrameAction = {
  id: 'undo',
  key: 'u',
  page: 'held',
  isPossible: ({ decisions }) => decisions.store.getState().undoable > 0,
  perform: ({ decisions }) => void decisions.undo(),
};
