import type { CommentView, MissedChanges, PublishedComment, ThreadState, VisibleComment } from '../../contract/conversation';
import { type Branch, branchOf, type Conversation, emptyBranch, isInSight, withComments } from './conversation';

/** Where a new comment goes: to what is shown, or to what waits until the reader asks. */
export type Arrival = 'late' | 'waiting';

export interface ChangesOfThread {
  changes: readonly CommentView[];
  state: ThreadState;
  /** Whether a new comment is shown at once, because its author sees it already; the others wait. */
  isShownAtOnce(comment: VisibleComment): boolean;
}

/**
 * Applies what changed in the thread, twice if need be. What is known changes in its place; new comments wait until the reader asks for them.
 */
export function withChanges(conversation: Conversation, { changes, state, isShownAtOnce }: ChangesOfThread): Conversation {
  // A reply has a lower number than its parent, which counts it: parents come first.
  const visible = changes.filter((change) => change.state !== 'gone').sort((one, other) => one.depth - other.depth);
  const comments = new Map(conversation.comments);
  const arriving: VisibleComment[] = [];
  for (const comment of visible) {
    if (!isNew({ ...conversation, comments }, comment)) continue;
    comments.set(comment.id, comment);
    arriving.push(comment);
  }
  let next = withComments(
    conversation,
    visible.filter(({ id }) => comments.has(id)),
    state,
  );
  for (const comment of arriving) next = withArrival(next, comment, isShownAtOnce(comment) ? 'late' : 'waiting');
  for (const change of changes) if (change.state === 'gone') next = without(next, change.id, change.seq);
  return ofPicks({ ...next, applied: Math.max(conversation.applied, state.head) }, changes);
}

/** Of the picks, those that are none any more leave; for new ones the list is read anew when the reader asks. */
function ofPicks(conversation: Conversation, changes: readonly CommentView[]): Conversation {
  const { order, comments, tops, nextCursor } = conversation;
  if (order !== 'picks') return conversation;
  const pickedAt = (id: string | undefined): string => pickTime(comments.get(id ?? '')) ?? '';
  const loaded = tops.loaded.filter((id) => pickedAt(id) !== '');
  // What was picked before the last one that was read is on a page that was not.
  const oldest = nextCursor === null ? '' : pickedAt(loaded.at(-1));
  const isNew = changes.some((change) => (pickTime(change) ?? '') > oldest && !loaded.includes(change.id));
  return { ...conversation, tops: { ...tops, loaded }, isOutdated: conversation.isOutdated || isNew };
}

function pickTime(comment: CommentView | undefined): string | null {
  return comment?.state === 'published' ? comment.pickedAt : null;
}

/** The thread is that much further; of what happened meanwhile, only what was removed or edited is known. */
export function withMissed(conversation: Conversation, { changes, state, to }: MissedChanges): Conversation {
  let next = conversation;
  for (const change of changes) {
    const known = next.comments.get(change.id);
    if (change.state === 'gone') next = withGone(next, change.id, change.seq);
    // Replies that are new are not here: counted, they would be offered as some that were not loaded yet.
    else if (known) next = withComments(next, [{ ...change, replyCount: known.replyCount }], state);
  }
  return { ...next, state, applied: to, isOutdated: true };
}

/** Without a comment that went away; that its parent has one reply less is not known yet. */
export function withGone(conversation: Conversation, id: string, seq: number): Conversation {
  const known = conversation.comments.get(id);
  const next = without(conversation, id, seq);
  return known && !next.comments.has(id) ? withOneReplyLess(next, known.parentId) : next;
}

function withOneReplyLess(conversation: Conversation, parentId: string | null): Conversation {
  const parent = conversation.comments.get(parentId ?? '');
  if (!parent) return conversation;
  return { ...conversation, comments: new Map(conversation.comments).set(parent.id, { ...parent, replyCount: parent.replyCount - 1 }) };
}

/**
 * With the reader's own comment, shown at once where there is a place for it, or waiting with the others.
 * Of what happened before it nothing else is known: `applied` stays as it was.
 */
export function withOwn(conversation: Conversation, comment: PublishedComment, state: ThreadState, place: Arrival = 'late'): Conversation {
  if (!conversation.comments.has(comment.id) && !isInSight(conversation, comment)) return conversation;
  const known = withComments(conversation, [comment], state);
  return known.comments.has(comment.id) ? withArrival(known, comment, place) : known;
}

/** Shows these of the new comments that waited: top-level ones, or those under a parent. */
export function withWaitingShown(conversation: Conversation, parentId: string | null, ids: readonly string[]): Conversation {
  const shown = (branch: Branch): Branch => {
    const asked = branch.waiting.filter((id) => ids.includes(id));
    return {
      ...branch,
      late: parentId === null ? [...asked, ...branch.late] : [...branch.late, ...asked],
      waiting: branch.waiting.filter((id) => !ids.includes(id)),
    };
  };
  if (parentId === null) return { ...conversation, tops: shown(conversation.tops) };
  return { ...conversation, branches: new Map(conversation.branches).set(parentId, shown(branchOf(conversation, parentId))) };
}

/** Whether a comment that is not known is new, rather than one on a page that was not read yet. */
function isNew(conversation: Conversation, comment: VisibleComment): boolean {
  const { comments, gone, applied } = conversation;
  if (comments.has(comment.id) || (gone.get(comment.id) ?? -1) >= comment.seq) return false;
  return comment.visibleSince > applied && isInSight(conversation, comment);
}

function withArrival(conversation: Conversation, { id, parentId }: VisibleComment, place: Arrival): Conversation {
  const arrived = (branch: Branch): Branch => {
    if (branch.loaded.includes(id) || branch.late.includes(id)) return branch;
    const others = { ...branch, waiting: branch.waiting.filter((other) => other !== id) };
    // Above the top-level comments the newest comes first; replies follow each other in time.
    return { ...others, [place]: parentId === null ? [id, ...others[place]] : [...others[place], id] };
  };
  if (parentId === null) return { ...conversation, tops: arrived(conversation.tops) };
  return { ...conversation, branches: new Map(conversation.branches).set(parentId, arrived(branchOf(conversation, parentId))) };
}

/** Without a comment that went away with change `seq`. */
function without(conversation: Conversation, id: string, seq: number): Conversation {
  const known = conversation.comments.get(id);
  const gone = new Map(conversation.gone).set(id, Math.max(seq, conversation.gone.get(id) ?? 0));
  if (known === undefined || known.seq >= seq) return { ...conversation, gone };
  const comments = new Map(conversation.comments);
  comments.delete(id);
  const left = (branch: Branch = emptyBranch): Branch => ({
    loaded: branch.loaded.filter((other) => other !== id),
    late: branch.late.filter((other) => other !== id),
    waiting: branch.waiting.filter((other) => other !== id),
  });
  const next = { ...conversation, comments, gone };
  if (known.parentId === null || id === conversation.permalink?.id) return { ...next, tops: left(next.tops) };
  return { ...next, branches: new Map(next.branches).set(known.parentId, left(next.branches.get(known.parentId))) };
}
