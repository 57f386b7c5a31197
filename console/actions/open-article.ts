import type { FrameAction } from './action';

export const openArticle: FrameAction = {
  id: 'openArticle',
  key: 'o',
  page: 'held',
  isPossible: ({ queue }) => queue.focused !== undefined,
  perform: ({ queue }) => void window.open(queue.focused?.comment.thread.url, '_blank', 'noopener'),
};
