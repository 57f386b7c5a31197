import type { BulkPhase, BulkVerdict } from '../../../contract/bulk-progress';
import type { CommentStatus } from '../../../contract/conversation';
import type { Verdict } from '../../../contract/moderation';
import type { CommentFilter } from '../../../contract/search';

/** A job of decisions as it stands under the lock of its row. */
export interface Bulk {
  id: string;
  siteId: string;
  madeBy: string;
  verdict: BulkVerdict;
  reasonId: string | null;
  message: string | null;
  filter: CommentFilter | null;
  phase: BulkPhase;
  isPaused: boolean;
  /** The place in the list of all that match up to which comments were collected. */
  collectedTo: { postedAt: string; id: string } | null;
  total: number;
  undoneBy: string | null;
  madeAt: Date;
  /** Whether the one in whose name it decides still moderates the site. */
  mayDecide: boolean;
}

export interface BulkItem {
  commentId: string;
  threadId: string;
  revision: number;
  decisionId: string | null;
}

/** What each verdict makes of which status, and the verdict that takes it back. */
export const bulkMoves: Record<BulkVerdict, { from: CommentStatus; to: CommentStatus; undo: Verdict }> = {
  publish: { from: 'held', to: 'published', undo: 'hold' },
  reject: { from: 'held', to: 'rejected', undo: 'hold' },
  remove: { from: 'published', to: 'removed', undo: 'publish' },
};

/** What an item became. */
export type ItemState = 'decided' | 'passed_over' | 'undone' | 'left';

export function isAtWork({ phase, isPaused }: Pick<Bulk, 'phase' | 'isPaused'>): boolean {
  return !isPaused && phase !== 'done' && phase !== 'undone';
}
