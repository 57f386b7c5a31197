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

/** What is known of a thread, and which of it is shown. */
export interface Conversation {
  state: ThreadState;
  order: CommentOrder;
  comments: ReadonlyMap<string, VisibleComment>;
  /** The change with which a comment went away: an older view must not bring it back. */
  gone: ReadonlyMap<string, number>;
  tops: Branch;
  branches: ReadonlyMap<string, Branch>;
  nextCursor: string | null;
  /** What is shown is one comment below what it answers; null for the whole conversation. */
  permalink: { id: string; ancestors: readonly string[] } | null;
  /** A comment posted after it is new to the reader. */
  knownUntil: string;
}

export const emptyBranch: Branch = { loaded: [], late: [], waiting: [] };

export function branchOf(conversation: Conversation, parentId: string): Branch {
  return conversation.branches.get(parentId) ?? emptyBranch;
}

/** Visible replies that are neither shown nor announced. */
export function unloadedReplies(conversation: Conversation, parent: VisibleComment): number {
  const { loaded, late, waiting } = branchOf(conversation, parent.id);
  return Math.max(0, parent.replyCount - loaded.length - late.length - waiting.length);
}

/** `readAt`: when the page was read. */
export function conversationFromPage(page: CommentPage, order: CommentOrder, readAt: string): Conversation {
  const empty: Conversation = {
    state: page.thread,
    order,
    comments: new Map(),
    gone: new Map(),
    tops: emptyBranch,
    branches: new Map(),
    nextCursor: null,
    permalink: null,
    knownUntil: readAt,
  };
  return withPage(empty, page);
}

export function conversationFromPermalink(found: Permalink, order: CommentOrder, readAt: string): Conversation {
  const { ancestors, comment, replies, state } = found;
  const page = { thread: state, comments: replies, nextCursor: null };
  const whole = conversationFromPage({ ...page, comments: [...ancestors, comment, ...replies] }, order, readAt);
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
  const known = withComments(conversation, page.comments, page.thread);
  return { ...appended(known, page.comments), nextCursor: page.nextCursor };
}

/** With more replies to a comment. */
export function withReplies(conversation: Conversation, page: RepliesPage): Conversation {
  return appended(withComments(conversation, page.comments, page.thread), page.comments);
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
    if (parentId === null) tops = withLoaded(tops, id);
    else branches.set(parentId, withLoaded(branches.get(parentId) ?? emptyBranch, id));
  }
  return { ...conversation, tops, branches };
}

function withLoaded(branch: Branch, id: string): Branch {
  if (branch.loaded.includes(id) || branch.late.includes(id)) return branch;
  return { ...branch, loaded: [...branch.loaded, id], waiting: branch.waiting.filter((other) => other !== id) };
}
