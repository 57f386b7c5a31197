import type { Action } from './action';

export const undo: Action = {
  id: 'undo',
  key: 'u',
  page: 'held',
  isPossible: ({ decisions }) => decisions.store.getState().undoable > 0,
  perform: ({ decisions }) => void decisions.undo(),
};
