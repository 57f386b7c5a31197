import type { FrameAction } from './action';

export const undo: FrameAction = {
  id: 'undo',
  key: 'u',
  decides: true,
  page: 'held',
  isPossible: ({ acts }) => acts.store.getState().undoable > 0,
  perform: ({ acts }) => void acts.undo(),
};
