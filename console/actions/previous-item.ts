import type { FrameAction } from './action';

export const previousItem: FrameAction = {
  id: 'previousItem',
  key: 'k',
  repeats: true,
  page: 'held',
  isPossible: ({ queue }) => queue.focused !== undefined,
  perform: ({ queue }) => queue.move(-1),
};
