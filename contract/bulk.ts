import type { Verdict } from './moderation';
import type { GivenReason } from './sanctions';
import type { CommentFilter } from './search';

/** `publish` and `reject` decide on what is held, `remove` on what is published; what is in another status by then is passed over. */
export const bulkVerdicts = ['publish', 'reject', 'remove'] as const satisfies readonly Verdict[];
export type BulkVerdict = (typeof bulkVerdicts)[number];

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

export const bulkPhases = ['collecting', 'deciding', 'done', 'undoing', 'undone'] as const;
export type BulkPhase = (typeof bulkPhases)[number];

/** How far it is. It goes on by itself, also after a restart, unless it is paused or finished (`done`, `undone`). */
export interface BulkView {
  id: string;
  verdict: BulkVerdict;
  reason: GivenReason | null;
  message: string | null;
  /** Null for a selection. */
  filter: CommentFilter | null;
  madeBy: { id: string; name: string };
  madeAt: string;
  phase: BulkPhase;
  isPaused: boolean;
  /** Why it paused by itself, as a code of docs/errors.md. */
  trouble: string | null;
  /** Collected so far; all, when `phase` is past `collecting`. */
  total: number;
  /** More matched than one job takes; the rest needs another. */
  isCut: boolean;
  decided: number;
  /** In another status, edited, or looked at by somebody else when their turn came. */
  passedOver: number;
  undone: number;
}
