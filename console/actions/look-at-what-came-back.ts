import { find } from '../queue/held-item';
import type { Workplace } from '../workplace';
import type { FrameAction } from './action';

export const lookAtWhatCameBack: FrameAction = {
  id: 'lookAtWhatCameBack',
  key: 'b',
  onlyWhilePossible: true,
  page: 'held',
  isPossible: (workplace) => cameBack(workplace) !== undefined,
  perform: (workplace) => workplace.queue.focus(cameBack(workplace) ?? ''),
};

/** The id of the last comment that came back and still is in the list. */
function cameBack({ acts, queue }: Workplace): string | undefined {
  const { news } = acts.store.getState();
  return news?.kind === 'cameBack' ? find(queue.store.getState().items, news.commentId)?.comment.id : undefined;
}
