import type { ManyList } from '../../bulk/many-desk';
import type { Acts } from '../../queue/acts';
import { isSelectable } from '../../queue/selection';
import type { FoundComments } from './found-comments';
import { statusAfter } from './found-decisions';

/** What was found as a list to decide on many of: on screen each is decided on at once, in its place. */
export function listOfFound(found: FoundComments, acts: Acts): ManyList {
  const state = () => found.store.getState();
  /** Ids of what jobs under way are to decide on. */
  const ahead = new Set<string>();
  return {
    acts,
    verdicts: ['publish', 'reject', 'remove'],
    allOf: 'found',
    listed: () => state().comments,
    focusedId: () => state().focusedId,
    move: (by) => found.move(by),
    state,
    subscribe: (hear) => found.store.subscribe(hear),
    all: () => {
      const { filter, wanted, count, comments } = state();
      const isFiltered = Object.keys(filter).length > 0;
      const isDecidable = filter.status === undefined || filter.status.some((status) => isSelectable({ status }));
      if (!isFiltered || !isDecidable || comments.length === 0) return null;
      return { filter, count, ...(filter.reader === wanted.reader && { readerName: wanted.name }) };
    },
    take: (comments, verdict) => {
      for (const { id } of comments) {
        ahead.add(id);
        found.put(id, { status: statusAfter[verdict] });
      }
      return () => {
        for (const { id } of comments) ahead.delete(id);
        void found.lookAgain(ahead);
      };
    },
    look: () => void found.lookAgain(ahead),
  };
}
