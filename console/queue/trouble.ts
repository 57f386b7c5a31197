import type { CommentStatus } from '../../contract/conversation';
import type { LeaseView } from '../../contract/moderation';
import { NoAnswer, Refusal } from '../api/console-api';
import { SomebodyElse } from '../session/session';

/** What stands between a moderator and a decision on one comment. */
export type Trouble =
  /** Somebody decided on it meanwhile. */
  | { kind: 'decided'; status: CommentStatus; by: string | null; reason: string | null }
  /** It is not held any more; who decided what is not known. */
  | { kind: 'left' }
  | { kind: 'withdrawn' | 'edited' | 'noAnswer' | 'noRight' | 'somebodyElse' }
  /** Somebody else looks at it. */
  | { kind: 'kept'; lease: LeaseView }
  | { kind: 'tooMany'; seconds: number }
  | { kind: 'refused'; detail: string };

/** Whether there is still something to decide. */
export function isDecidable(trouble: Trouble | null): boolean {
  return trouble === null || !['decided', 'left', 'withdrawn', 'noRight'].includes(trouble.kind);
}

/** Why a decision was not made, or not as far as is known. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof NoAnswer) return { kind: 'noAnswer' };
  if (error instanceof SomebodyElse) return { kind: 'somebodyElse' };
  if (!(error instanceof Refusal)) throw error;
  const { status, problem, retryAfterSeconds } = error;
  if (problem.code === 'comment_changed') return changed(problem);
  if (problem.lease !== undefined) return { kind: 'kept', lease: problem.lease };
  if (status === 404) return { kind: 'noRight' };
  if (status === 429) return { kind: 'tooMany', seconds: Math.max(1, retryAfterSeconds ?? 1) };
  return { kind: 'refused', detail: problem.detail };
}

function changed({ status, lastDecision }: Refusal['problem']): Trouble {
  if (status === 'withdrawn') return { kind: 'withdrawn' };
  if (status === 'held' || status === undefined) return { kind: 'edited' };
  return {
    kind: 'decided',
    status: status as CommentStatus,
    by: lastDecision?.decidedBy.name ?? null,
    reason: lastDecision?.reason ?? null,
  };
}
