import type { Action } from './action';

export const nextItem: Action = {
  id: 'nextItem',
  key: 'j',
  repeats: true,
  page: 'held',
  isPossible: ({ queue }) => queue.focused !== undefined,
  perform: ({ queue }) => queue.move(1),
};
