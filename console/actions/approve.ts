import { isDecidable } from '../queue/trouble';
import type { FrameAction } from './action';

export const approve: FrameAction = {
  id: 'approve',
  key: 'a',
  decides: true,
  page: 'held',
  isPossible: ({ queue }) => queue.focused !== undefined && isDecidable(queue.focused.trouble),
  perform: ({ decisions }) => decisions.decide('publish'),
};
