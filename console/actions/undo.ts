import type { Action } from './action';

export const undo: Action = {
  id: 'undo',
  key: 'u',
  page: 'held',
  isPossible: ({ acts }) => acts.store.getState().undoable > 0,
  perform: ({ acts }) => void acts.undo(),
};
