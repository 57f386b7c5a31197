import type { CommentView, PublishedComment, ThreadState, VisibleComment } from '../../contract/conversation';
import { type Branch, branchOf, type Conversation, emptyBranch, unloadedReplies, withComments } from './conversation';

export interface ChangesOfThread {
  changes: readonly CommentView[];
  state: ThreadState;
  /** Whose new comments are shown at once; those of others wait. */
  shownAuthorId: string | null;
}

/** Applies what changed in the thread. What is known changes in its place; new comments wait until the reader asks for them. */
export function withChanges(conversation: Conversation, { changes, state, shownAuthorId }: ChangesOfThread): Conversation {
  const arriving = changes.filter((change): change is VisibleComment => change.state !== 'gone' && isNew(conversation, change));
  const relevant = changes.filter((change): change is VisibleComment => change.state !== 'gone' && conversation.comments.has(change.id));
  let next = withComments(conversation, [...relevant, ...arriving], state);
  for (const comment of arriving) {
    const isOwn = comment.state === 'published' && comment.author.id === shownAuthorId;
    next = withArrival(next, comment, isOwn ? 'late' : 'waiting');
  }
  for (const change of changes) if (change.state === 'gone') next = without(next, change.id, change.seq);
  return { ...next, knownUntil: latest(conversation.knownUntil, changes) };
}

/** With the reader's own comment, shown at once. */
export function withOwn(conversation: Conversation, comment: PublishedComment, state: ThreadState): Conversation {
  return withArrival(withComments(conversation, [comment], state), comment, 'late');
}

/** Shows the new comments that waited: top-level ones, or those under a parent. */
export function withWaitingShown(conversation: Conversation, parentId: string | null): Conversation {
  const shown = (branch: Branch): Branch => ({
    ...branch,
    late: parentId === null ? [...branch.waiting, ...branch.late] : [...branch.late, ...branch.waiting],
    waiting: [],
  });
  if (parentId === null) return { ...conversation, tops: shown(conversation.tops) };
  return { ...conversation, branches: new Map(conversation.branches).set(parentId, shown(branchOf(conversation, parentId))) };
}

/**
 * Whether a comment that is not known is new, rather than one on a page that was not read yet.
 * Within what was read in order of time there is no hole: there it must be new.
 */
function isNew(conversation: Conversation, comment: VisibleComment): boolean {
  if (conversation.comments.has(comment.id)) return false;
  if ((conversation.gone.get(comment.id) ?? -1) >= comment.seq) return false;
  if (!isInSight(conversation, comment)) return false;
  return comment.postedAt > conversation.knownUntil || isWithinLoaded(conversation, comment);
}

/** Where it would stand is a place that is shown. */
function isInSight(conversation: Conversation, { parentId }: VisibleComment): boolean {
  if (parentId === null) return conversation.permalink === null;
  const isAncestor = conversation.permalink?.ancestors.includes(parentId) ?? false;
  return conversation.comments.has(parentId) && !isAncestor;
}

function isWithinLoaded(conversation: Conversation, { parentId, postedAt }: VisibleComment): boolean {
  if (parentId !== null) {
    const parent = conversation.comments.get(parentId);
    return (
      parent !== undefined &&
      (unloadedReplies(conversation, parent) === 0 || postedAt < lastTime(conversation, branchOf(conversation, parentId)))
    );
  }
  if (conversation.nextCursor === null) return true;
  const last = lastTime(conversation, conversation.tops);
  if (conversation.order === 'newest') return postedAt > last;
  return conversation.order === 'oldest' && postedAt < last;
}

function lastTime(conversation: Conversation, branch: Branch): string {
  return conversation.comments.get(branch.loaded.at(-1) ?? '')?.postedAt ?? '';
}

function latest(knownUntil: string, changes: readonly CommentView[]): string {
  const times = changes.map((change) => (change.state === 'gone' ? '' : change.postedAt));
  return [knownUntil, ...times].reduce((one, other) => (other > one ? other : one));
}

function withArrival(conversation: Conversation, { id, parentId }: VisibleComment, place: 'late' | 'waiting'): Conversation {
  const arrived = (branch: Branch): Branch => {
    if (branch.loaded.includes(id) || branch.late.includes(id)) return branch;
    const others = { ...branch, waiting: branch.waiting.filter((other) => other !== id) };
    // Above the top-level comments the newest comes first; replies follow each other in time.
    return { ...others, [place]: parentId === null ? [id, ...others[place]] : [...others[place], id] };
  };
  if (parentId === null) return { ...conversation, tops: arrived(conversation.tops) };
  return { ...conversation, branches: new Map(conversation.branches).set(parentId, arrived(branchOf(conversation, parentId))) };
}

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
