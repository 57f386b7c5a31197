import type { ManyList } from '../../bulk/many-desk';
import type { Acts } from '../../queue/acts';
import { isSelectable } from '../../queue/selection';
import type { FoundComments } from './found-comments';
import { statusAfter } from './found-decisions';
import { decidedAs } from './merged-found';

/** What was found as a list to decide on many of: on screen each is decided on at once, in its place. */
export function listOfFound(found: FoundComments, acts: Acts): ManyList {
  const state = () => found.store.getState();
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
      const before = new Map(state().comments.map((comment) => [comment.id, decidedAs(comment)]));
      const release = found.keepAhead(comments.map(({ id }) => id));
      for (const { id } of comments) found.put(id, { status: statusAfter[verdict] });
      return ({ isBegun }) => {
        release();
        if (!isBegun) for (const { id } of comments) found.put(id, before.get(id) ?? {});
        void found.lookAgain();
      };
    },
    look: () => void found.lookAgain(),
  };
}
