import type { Action } from './action';

export const previousItem: Action = {
  id: 'previousItem',
  key: 'k',
  repeats: true,
  page: 'held',
  isPossible: ({ queue }) => queue.focused !== undefined,
  perform: ({ queue }) => queue.move(-1),
};
