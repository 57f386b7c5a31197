import type { CommentStatus } from '../../contract/conversation';
import type { LeaseView } from '../../contract/moderation';
import type { GivenReason } from '../../contract/sanctions';
import { NoAnswer, Refusal } from '../api/console-api';
import { SomebodyElse } from '../session/session';

/** What stands between a moderator and a decision on one comment. */
export type Trouble =
  /** Somebody decided on it meanwhile. */
  | { kind: 'decided'; status: CommentStatus; by: string | null; reason: GivenReason | null }
  /** It is not held any more; who decided what is not known. */
  | { kind: 'left' }
  | { kind: 'withdrawn' | 'edited' | 'noAnswer' | 'noRight' | 'somebodyElse' }
  /** The reason that was given is not one of the site's any more. */
  | { kind: 'reasonGone' }
  /** Of a sanction: the reader works for the site, or it was to count everywhere. */
  | { kind: 'worksHere' | 'onlyAdministrators' }
  /** Of an objection: somebody has decided on it, or it is to one's own decision. */
  | { kind: 'appealDecided' | 'ownDecision' }
  /** Somebody else looks at it. */
  | { kind: 'kept'; lease: LeaseView }
  | { kind: 'tooMany'; seconds: number }
  | { kind: 'refused'; detail: string };

const kindsByCode: Record<string, 'reasonGone' | 'worksHere' | 'onlyAdministrators' | 'appealDecided' | 'ownDecision'> = {
  reason_needed: 'reasonGone',
  reader_is_staff: 'worksHere',
  only_administrators: 'onlyAdministrators',
  appeal_decided: 'appealDecided',
  appeal_of_own_decision: 'ownDecision',
};

/** Whether there is still something to decide. */
export function isDecidable(trouble: Trouble | null): boolean {
  return trouble === null || !['decided', 'left', 'withdrawn', 'noRight'].includes(trouble.kind);
}

/** Why a decision was not made, or not as far as is known. `revision`: of the text that it was on. */
export function troubleOf(error: unknown, revision?: number): Trouble {
  if (error instanceof NoAnswer) return { kind: 'noAnswer' };
  if (error instanceof SomebodyElse) return { kind: 'somebodyElse' };
  if (!(error instanceof Refusal)) throw error;
  const { status, problem, retryAfterSeconds } = error;
  if (problem.code === 'comment_changed') return changed(problem, revision);
  const kind = kindsByCode[problem.code];
  if (kind !== undefined) return { kind };
  if (problem.lease !== undefined) return { kind: 'kept', lease: problem.lease };
  if (status === 404) return { kind: 'noRight' };
  if (status === 429) return { kind: 'tooMany', seconds: Math.max(1, retryAfterSeconds ?? 1) };
  return { kind: 'refused', detail: problem.detail };
}

function changed({ status, lastDecision, revision: now }: Refusal['problem'], revision?: number): Trouble {
  if (status === 'withdrawn') return { kind: 'withdrawn' };
  if (status === undefined || (status === 'held' && (now === undefined || now !== revision))) return { kind: 'edited' };
  return {
    kind: 'decided',
    status: status as CommentStatus,
    by: lastDecision?.decidedBy.name ?? null,
    reason: lastDecision?.reason ?? null,
  };
}
