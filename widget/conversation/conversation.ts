import type { CommentOrder, CommentPage, Permalink, RepliesPage, ThreadState, VisibleComment } from '../../contract/conversation';

/** The comments under one parent, or the top-level ones. Each id is in one of the three. */
export interface Branch {
  /** Read page by page, without a hole. */
  loaded: readonly string[];
  /** Came later and are shown: the reader's own, and those the reader asked to see. */
  late: readonly string[];
  /** Came later and wait until the reader asks. */
  waiting: readonly string[];
}

/** What a list is made of: all comments in an order, or the editors' picks alone, wherever they stand. */
export type Listing = CommentOrder | 'picks';

/** What is known of a thread, and which of it is shown. */
export interface Conversation {
  state: ThreadState;
  order: Listing;
  comments: ReadonlyMap<string, VisibleComment>;
  /** The change with which a comment went away: an older view must not bring it back. */
  gone: ReadonlyMap<string, number>;
  tops: Branch;
  branches: ReadonlyMap<string, Branch>;
  nextCursor: string | null;
  /** What is shown is one comment below what it answers; null for the whole conversation. */
  permalink: { id: string; ancestors: readonly string[] } | null;
  /** Every change up to this number is in what is shown; `state` may know of newer ones. */
  applied: number;
  /** Too much happened to follow it: what is shown is as it was. */
  isOutdated: boolean;
}

export const emptyBranch: Branch = { loaded: [], late: [], waiting: [] };

export function branchOf(conversation: Conversation, parentId: string): Branch {
  return conversation.branches.get(parentId) ?? emptyBranch;
}

/** Where it would stand is a place that is shown. */
export function isInSight(conversation: Conversation, { parentId }: Pick<VisibleComment, 'parentId'>): boolean {
  if (parentId === null) return conversation.permalink === null && conversation.order !== 'picks';
  const isAncestor = conversation.permalink?.ancestors.includes(parentId) ?? false;
  return conversation.comments.has(parentId) && !isAncestor;
}

/** Visible replies that are neither shown nor announced. */
export function unloadedReplies(conversation: Conversation, parent: VisibleComment): number {
  const { loaded, late, waiting } = branchOf(conversation, parent.id);
  return Math.max(0, parent.replyCount - loaded.length - late.length - waiting.length);
}

export function conversationFromPage(page: CommentPage, order: Listing): Conversation {
  const empty: Conversation = {
    state: page.thread,
    order,
    comments: new Map(),
    gone: new Map(),
    tops: emptyBranch,
    branches: new Map(),
    nextCursor: null,
    permalink: null,
    applied: page.thread.head,
    isOutdated: false,
  };
  return withPage(empty, page);
}

export function conversationFromPermalink(found: Permalink, order: Listing): Conversation {
  const { ancestors, comment, replies, state } = found;
  const page = { thread: state, comments: replies, nextCursor: null };
  const whole = conversationFromPage({ ...page, comments: [...ancestors, comment, ...replies] }, order);
  const shown = new Set([comment.id, ...replies.map(({ id }) => id)]);
  return {
    ...whole,
    branches: new Map([...whole.branches].filter(([parentId]) => shown.has(parentId))),
    tops: { ...emptyBranch, loaded: [comment.id] },
    permalink: { id: comment.id, ancestors: ancestors.map(({ id }) => id) },
  };
}

/** With the next page below what is shown. */
export function withPage(conversation: Conversation, page: CommentPage): Conversation {
  return { ...withFound(conversation, page), nextCursor: page.nextCursor };
}

/** With more replies to a comment. */
export function withReplies(conversation: Conversation, page: RepliesPage): Conversation {
  return withFound(conversation, page);
}

/** What was read before the last change lacks it. */
function withFound(conversation: Conversation, { comments, thread }: Pick<CommentPage, 'comments' | 'thread'>): Conversation {
  const known = withComments(conversation, comments, thread);
  return { ...appended(known, comments), applied: Math.min(conversation.applied, thread.head) };
}

/** Takes over views that are newer than what is known. Where they are shown is not its business. */
export function withComments(conversation: Conversation, views: readonly VisibleComment[], state: ThreadState): Conversation {
  const comments = new Map(conversation.comments);
  for (const view of views) {
    const known = Math.max(comments.get(view.id)?.seq ?? -1, conversation.gone.get(view.id) ?? -1);
    if (view.seq > known) comments.set(view.id, view);
  }
  return { ...conversation, comments, state: newerState(conversation.state, state) };
}

function newerState(one: ThreadState, other: ThreadState): ThreadState {
  return other.head >= one.head ? other : one;
}

/** Puts each comment at the end of the branch it belongs to. */
function appended(conversation: Conversation, views: readonly VisibleComment[]): Conversation {
  const branches = new Map(conversation.branches);
  let { tops } = conversation;
  for (const { id, parentId } of views) {
    if (!conversation.comments.has(id)) continue;
    if (parentId === null || conversation.order === 'picks') tops = withLoaded(tops, id);
    else branches.set(parentId, withLoaded(branches.get(parentId) ?? emptyBranch, id));
  }
  return { ...conversation, tops, branches };
}

function withLoaded(branch: Branch, id: string): Branch {
  if (branch.loaded.includes(id) || branch.late.includes(id)) return branch;
  return { ...branch, loaded: [...branch.loaded, id], waiting: branch.waiting.filter((other) => other !== id) };
}
