import type { BulkVerdict } from '../../contract/bulk-progress';
import type { CommentStatus } from '../../contract/conversation';
import type { Acts } from '../queue/acts';
import { find } from '../queue/held-item';
import type { HeldQueue } from '../queue/held-queue';
import { isDecidable } from '../queue/trouble';
import type { ManyList } from './many-desk';

interface OfQueue {
  acts: Acts;
  /** Of all that wait there. */
  status: CommentStatus;
  verdicts: readonly BulkVerdict[];
  allOf: 'held' | null;
}

/** A queue as a list to decide on many of: what a job decides on leaves it at once, and comes back where it was passed over. */
export function listOfQueue(queue: HeldQueue, { acts, status, verdicts, allOf }: OfQueue): ManyList {
  const items = () => queue.store.getState().items;
  return {
    acts,
    verdicts,
    allOf,
    listed: () => items().map(({ comment: { id, revision }, trouble }) => ({ id, revision, status: isDecidable(trouble) ? status : null })),
    focusedId: () => queue.store.getState().focusedId,
    move: (by) => queue.move(by),
    state: () => queue.store.getState(),
    subscribe: (hear) => queue.store.subscribe(hear),
    all: () => {
      const { hasMore } = queue.store.getState();
      if (allOf === null || items().length === 0) return null;
      const { rule } = queue;
      return {
        filter: { status: [status], ...(rule !== undefined && { rule }) },
        count: hasMore ? null : { count: items().length, isMore: false },
      };
    },
    take: (comments) => {
      const { place } = queue;
      const taken = comments.flatMap(({ id }) => find(items(), id) ?? []);
      for (const item of taken) {
        queue.noteAsked(item.comment.id);
        queue.take(item);
      }
      return ({ isBegun }) => {
        for (const item of taken) {
          queue.noteAnswered(item.comment.id);
          if (!isBegun && place === queue.place) queue.giveBack(item, null);
        }
        void queue.refresh();
      };
    },
    look: () => void queue.refresh(),
  };
}
