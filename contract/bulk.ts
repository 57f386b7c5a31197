import type { BulkProgress, BulkVerdict } from './bulk-progress';
import type { GivenReason } from './sanctions';
import type { CommentFilter } from './search';

/** One decision on many comments: on a selection, or on everything that a filter matches now. Exactly one of the two is given. */
export interface BulkRequest {
  /** Made by the client: sending it again begins nothing twice. */
  id: string;
  verdict: BulkVerdict;
  /** As in a decision: `reject` and `remove` need one. */
  reasonId?: string;
  message?: string;
  comments?: SelectedComment[];
  filter?: CommentFilter;
}

export interface SelectedComment {
  id: string;
  /** That was read; what was edited since is passed over. */
  revision: number;
}

/** As moderators see it. */
export interface BulkView extends BulkProgress {
  reason: GivenReason | null;
  message: string | null;
  /** Null for a selection. */
  filter: CommentFilter | null;
  madeBy: { id: string; name: string };
  madeAt: string;
  /** Why it paused by itself, as a code of docs/errors.md. */
  trouble: string | null;
  /** More matched than one job takes; the rest needs another. */
  isCut: boolean;
}
