import type { AuthorView, CommentStatus } from './conversation';
import type { GivenReason } from './sanctions';

/** What a decision can make of a comment. */
export const decidedStatuses = ['held', 'published', 'rejected', 'removed'] as const satisfies readonly CommentStatus[];
export type DecidedStatus = (typeof decidedStatuses)[number];

/** One decision as the record of a site shows it, with the text that was decided on. */
export interface DecisionRecord {
  id: string;
  comment: { id: string; excerpt: string; author: AuthorView; articleTitle: string; articleUrl: string };
  revision: number;
  from: CommentStatus;
  to: DecidedStatus;
  /** As its author was told; null where nothing was taken from the public. */
  reason: GivenReason | null;
  message: string | null;
  decidedBy: AuthorView;
  /** ISO 8601. */
  decidedAt: string;
}

export interface DecisionRecordsPage {
  decisions: DecisionRecord[];
  nextCursor: string | null;
}

/** All of them have to be true. */
export interface DecisionFilter {
  /** The id of whoever decided. */
  by?: string;
  to?: DecidedStatus;
  /** ISO 8601, the first moment of the time that counts. */
  from?: string;
  /** The first moment after it. */
  until?: string;
}
