import type { CommentPage, PublishedComment, ThreadState, VisibleComment } from '../../contract/conversation';

let made = 0;

/** A top-level comment, later than all made before it. */
export function aComment(given: Partial<PublishedComment> = {}): PublishedComment {
  made += 1;
  const id = given.id ?? `c${made}`;
  return {
    id,
    seq: made,
    visibleSince: given.seq ?? made,
    state: 'published',
    parentId: null,
    rootId: id,
    depth: given.parentId ? 1 : 0,
    author: { id: 'somebody', name: 'Somebody', badge: null },
    body: [],
    revision: 1,
    postedAt: new Date(Date.UTC(2030, 0, 1) + made * 1_000).toISOString(),
    editedAt: null,
    pickedAt: null,
    likes: 0,
    dislikes: 0,
    replyCount: 0,
    ...given,
  };
}

export function aState(given: Partial<ThreadState> = {}): ThreadState {
  return { head: made, commentCount: 0, mode: 'open', ...given };
}

/** Read right after the last change of its comments. */
export function aPage(comments: VisibleComment[], nextCursor: string | null = null): CommentPage {
  return { thread: aState({ head: Math.max(0, ...comments.map(({ seq }) => seq)) }), comments, nextCursor };
}
