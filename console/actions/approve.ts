import { isDecidable } from '../queue/trouble';
import type { Action } from './action';

export const approve: Action = {
  id: 'approve',
  key: 'a',
  page: 'held',
  isPossible: ({ queue }) => queue.focused !== undefined && isDecidable(queue.focused.trouble),
  perform: ({ decisions }) => decisions.decide('publish'),
};
