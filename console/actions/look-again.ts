import { type Action, always } from './action';

export const lookAgain: Action = {
  id: 'lookAgain',
  page: 'held',
  isPossible: always,
  perform: ({ queue }) => void (queue.store.getState().phase === 'failed' ? queue.reload() : queue.refresh()),
};
