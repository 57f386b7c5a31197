/** `publish` and `reject` decide on what is held, `remove` on what is published; what is in another status by then is passed over. */
export const bulkVerdicts = ['publish', 'reject', 'remove'] as const;
export type BulkVerdict = (typeof bulkVerdicts)[number];

export const bulkPhases = ['collecting', 'deciding', 'done', 'undoing', 'undone'] as const;
export type BulkPhase = (typeof bulkPhases)[number];

/** How far a job is that decides on many. It goes on by itself, also after a restart, unless it is paused or finished (`done`, `undone`). */
export interface BulkProgress {
  id: string;
  verdict: BulkVerdict;
  phase: BulkPhase;
  isPaused: boolean;
  /** Collected so far; all, when `phase` is past `collecting`. */
  total: number;
  decided: number;
  /** In another status, edited, or looked at by somebody else when their turn came. */
  passedOver: number;
  undone: number;
}
