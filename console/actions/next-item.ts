import type { FrameAction } from './action';

export const nextItem: FrameAction = {
  id: 'nextItem',
  key: 'j',
  repeats: true,
  page: 'held',
  isPossible: ({ queue }) => queue.focused !== undefined,
  perform: ({ queue }) => queue.move(1),
};
