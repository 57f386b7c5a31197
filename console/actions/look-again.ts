import { always, type FrameAction } from './action';

export const lookAgain: FrameAction = {
  id: 'lookAgain',
  page: 'held',
  isPossible: always,
  perform: ({ queue }) => void (queue.store.getState().phase === 'failed' ? queue.reload() : queue.refresh()),
};
