import type { FoundComment, FoundPage } from '../../../contract/search';

interface Known {
  comments: readonly FoundComment[];
  nextCursor: string | null;
}

interface Looked {
  /** Ids of what is further here than the service. */
  ahead: ReadonlySet<string>;
  focusedId: string | null;
}

/** What was found by the service's latest word, as far as that was read, with what is further down. What is being read stays, and says what it said. */
export function mergedFound({ comments, nextCursor }: Known, read: FoundPage, { ahead, focusedId }: Looked): Known {
  const known = new Map(comments.map((comment) => [comment.id, comment]));
  const readIds = new Set(read.comments.map(({ id }) => id));
  const last = read.nextCursor === null ? undefined : read.comments.at(-1);
  const isFurtherDown = (comment: FoundComment): boolean => last !== undefined && placeOf(comment) < placeOf(last);
  const others = comments.filter(({ id }) => !readIds.has(id));
  const below = others.filter(isFurtherDown);
  const staying = others.filter((comment) => !isFurtherDown(comment) && (ahead.has(comment.id) || comment.id === focusedId));
  const current = read.comments.map((now) => {
    const before = known.get(now.id);
    if (before === undefined || (!ahead.has(now.id) && now.id !== focusedId)) return now;
    return ahead.has(now.id) ? before : { ...before, ...decidedAs(now) };
  });
  return {
    comments: [...current, ...staying, ...below].sort((one, other) => (placeOf(one) > placeOf(other) ? -1 : 1)),
    nextCursor: below.length > 0 ? nextCursor : read.nextCursor,
  };
}

/** What became of it, whatever it says by now. */
export function decidedAs({ status, lastDecision }: FoundComment): Pick<FoundComment, 'status' | 'lastDecision'> {
  return { status, lastDecision };
}

function placeOf({ postedAt, id }: FoundComment): string {
  return `${postedAt} ${id}`;
}
