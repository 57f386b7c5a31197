import type { FollowingInThread } from './following-in-thread';
import type { OwnSanction } from './sanctions';
import type { CommentBody } from './text';

/** `premoderated`: what is posted waits for a moderator. `read_only`: no new comments, reactions go on. `closed`: neither. */
export const threadModes = ['open', 'premoderated', 'read_only', 'closed'] as const;
export type ThreadMode = (typeof threadModes)[number];

export const commentOrders = ['newest', 'oldest', 'best', 'discussed'] as const;
export type CommentOrder = (typeof commentOrders)[number];

export const reactionKinds = ['like', 'dislike'] as const;
export type ReactionKind = (typeof reactionKinds)[number];

export interface ThreadView {
  id: string;
  articleKey: string;
  url: string;
  title: string;
  mode: ThreadMode;
  /** ISO 8601; after it the thread is read only. */
  closesAt: string | null;
}

/** The counters of a thread, and what holds in it; they move with its change log. It is in every frame: what there seldom is, is missing. */
export interface ThreadState {
  /** The number of the newest change. */
  head: number;
  commentCount: number;
  mode: ThreadMode;
  /** A reader may post once in so many seconds. Missing where slow mode is off. */
  slowSeconds?: number;
  /** What the newsroom asks its readers, as plain text. Missing where it asks nothing. */
  question?: string;
  /** Published comments that an editor picked. Missing where there are none. */
  pickCount?: number;
}

export interface AuthorView {
  id: string;
  name: string;
}

/** An author as everybody sees them: whoever has a role on the site shows it by a badge. */
export interface PublicAuthor extends AuthorView {
  badge: 'staff' | null;
}

interface ChangeStamp {
  id: string;
  /** The number of the change that made this view; of two views of a comment the higher one is newer. */
  seq: number;
}

interface VisibleStamp extends ChangeStamp {
  /** The number of the change that made it visible: a page read before that knows nothing of it. */
  visibleSince: number;
}

export interface PublishedComment extends VisibleStamp {
  state: 'published';
  parentId: string | null;
  rootId: string;
  depth: number;
  author: PublicAuthor;
  body: CommentBody;
  revision: number;
  postedAt: string;
  editedAt: string | null;
  /** Since when it is one of the editors' picks, ISO 8601; null when it is none. */
  pickedAt: string | null;
  likes: number;
  dislikes: number;
  /** Direct replies that are visible. */
  replyCount: number;
}

/** What stands in the place of an unpublished comment that has visible replies. */
export interface Tombstone extends VisibleStamp {
  state: 'tombstone';
  parentId: string | null;
  rootId: string;
  depth: number;
  postedAt: string;
  replyCount: number;
}

/** A comment that is not visible any more. */
export interface GoneComment extends ChangeStamp {
  state: 'gone';
}

export type VisibleComment = PublishedComment | Tombstone;
export type CommentView = VisibleComment | GoneComment;

/**
 * One page: top-level comments in the asked order, each followed by its first replies, two levels deep.
 * Flat: `parentId` tells the place; parents come before their replies.
 */
export interface CommentPage {
  thread: ThreadState;
  comments: VisibleComment[];
  /** Give it back as `cursor` for the next page; null on the last. */
  nextCursor: string | null;
}

export interface RepliesPage {
  thread: ThreadState;
  comments: VisibleComment[];
  /** Whether more direct replies follow: ask again `after` the id of the last one. */
  hasMore: boolean;
}

/** A comment with what it answers (its ancestors, outermost first) and its first replies. */
export interface Permalink {
  thread: ThreadView;
  state: ThreadState;
  ancestors: VisibleComment[];
  comment: VisibleComment;
  replies: VisibleComment[];
}

/** Every change after a number, oldest first; `reload` when there are too many to send. */
export type Changes = { state: ThreadState; changes: CommentView[]; reload?: false } | MissedChanges;

/** Of what was visible at that number: what was removed or may have been edited since, up to `to`. All else is in the page, read anew. */
export interface MissedChanges {
  state: ThreadState;
  reload: true;
  changes: CommentView[];
  /** Behind `state.head` when there are too many of these too: more come after it. */
  to: number;
}

/** A comment as its author sees it, whatever its status. */
export interface OwnComment {
  id: string;
  clientId: string;
  status: CommentStatus;
  parentId: string | null;
  /** The source as written, to edit it. */
  text: string;
  body: CommentBody;
  revision: number;
  postedAt: string;
  /** Until when its author may edit it, ISO 8601. */
  editableUntil: string;
}

export const commentStatuses = ['held', 'published', 'rejected', 'removed', 'withdrawn'] as const;
export type CommentStatus = (typeof commentStatuses)[number];

/** The answer to a post, an edit or a withdrawal. `view` is what others see of it: null is nothing. */
export interface PostedComment {
  own: OwnComment;
  view: VisibleComment | null;
  state: ThreadState;
}

/** What belongs to one reader in one thread, and is in no page. */
export interface MineInThread {
  /** Own comments that others do not see. */
  unpublished: OwnComment[];
  reactions: Record<string, ReactionKind>;
  /** What limits the reader here; the strictest. */
  sanction: OwnSanction | null;
  /** Seconds until the reader may post again in a thread in slow mode; null for whoever never has to wait. */
  waitSeconds: number | null;
  /** Comments that the reader reported, the newest reports first. */
  reported: string[];
  /** What the reader follows and does not want to see. */
  following: FollowingInThread;
}

/** One of a reader's comments, in their own list. */
export interface MyComment {
  id: string;
  status: CommentStatus;
  /** The source as written. */
  text: string;
  postedAt: string;
  thread: { title: string; url: string };
  site: { key: string; name: string };
}

export interface MyCommentsPage {
  comments: MyComment[];
  nextCursor: string | null;
}

export interface PostCommentRequest {
  /** A UUID made by the client: sending it again posts nothing twice. */
  clientId: string;
  parentId?: string;
  text: string;
  /** The author was told that it may be held, and sends it all the same. */
  sendAnyway?: boolean;
}

export interface EditCommentRequest {
  /** The revision that was edited; a newer one on the server is a conflict, unless it is what this very edit made, sent again. */
  revision: number;
  text: string;
  /** As in a post. */
  sendAnyway?: boolean;
}

export interface ReactRequest {
  kind: ReactionKind;
}
