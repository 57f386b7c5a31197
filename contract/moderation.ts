import type { AuthorView, CommentStatus } from './conversation';
import type { GivenReason } from './sanctions';
import type { FindingWithEvidence } from './screening';
import type { CommentBody } from './text';

/**
 * `publish` and `reject` decide what is held, `remove` what is published. `keep`: what is published and reported stays as it is. `hold` takes any
 * decision back, `publish` a rejection or a removal, and `reopen` a `keep`, with the comment in public all the while.
 */
export const verdicts = ['publish', 'hold', 'reject', 'remove', 'keep', 'reopen'] as const;
export type Verdict = (typeof verdicts)[number];

export interface DecideRequest {
  verdict: Verdict;
  /** The revision that was read; a newer one on the server is a conflict. The same decision sent again is none while it holds. */
  revision: number;
  /** The status that was seen; any other is a conflict too. Left out, the verdict counts wherever it applies. */
  from?: CommentStatus;
  /** One of the site's reasons; `reject` and `remove` need one. */
  reasonId?: string;
  /** What else the author should know. */
  message?: string;
  /** It takes back the decision before it: reports that that one settled are open again, others are left as they are. */
  takesBack?: boolean;
}

/** One act of moderation. It is never changed or deleted; the last one explains the status it gave. */
export interface DecisionView {
  id: string;
  commentId: string;
  verdict: Verdict;
  revision: number;
  from: CommentStatus;
  to: CommentStatus;
  decidedBy: AuthorView;
  /** As its author is told; null where nothing was taken from the public. */
  reason: GivenReason | null;
  message: string | null;
  decidedAt: string;
}

export interface Decided {
  decision: DecisionView;
  status: CommentStatus;
}

/** A comment with what is needed to decide on it. */
export interface ModeratedComment {
  id: string;
  thread: { id: string; articleKey: string; title: string; url: string };
  /** What it replies to, and what that replies to in turn: the nearest last, at most `limits.moderation.parents`. */
  parents: ParentView[];
  author: AuthorView;
  /** The source as written. */
  text: string;
  body: CommentBody;
  revision: number;
  postedAt: string;
  editedAt: string | null;
  /** What screening found in it; nothing where the thread is premoderated, or a moderator held it. */
  findings: FindingWithEvidence[];
  /** Of whoever looks at it, the caller as well; null when nobody does. */
  lease: LeaseView | null;
}

/** A comment that another replies to, as moderators see it. */
export interface ParentView {
  id: string;
  author: AuthorView;
  status: CommentStatus;
  /** The beginning of the source as written; empty where it was withdrawn. */
  text: string;
}

/** It waits for a moderator. */
export type HeldComment = ModeratedComment;

/** A comment is kept for who looks at it. */
export interface LeaseView {
  by: AuthorView;
  /** ISO 8601. */
  until: string;
}

export interface HeldPage {
  comments: HeldComment[];
  /** Give it back as `cursor` for the next page; null on the last. */
  nextCursor: string | null;
}

/** A published comment that readers like, for who has rejected many in a row. There is nothing to decide about it. */
export interface CivilComment {
  id: string;
  /** The title of its thread. */
  title: string;
  author: string;
  text: string;
  likes: number;
}
