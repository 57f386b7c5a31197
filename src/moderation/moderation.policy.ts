import type { CommentStatus } from '../../contract/conversation';
import type { DecideRequest, DecisionView, Verdict } from '../../contract/moderation';
import { hasRole, type ReaderActor } from '../platform/access';
import type { RecordedDecision } from './decision';

/** Whether the actor decides on comments of the site. */
export function mayModerate(actor: ReaderActor, siteId: string): boolean {
  return hasRole(actor, siteId, ['moderator', 'editor']);
}

const moves: Record<Verdict, { from: readonly CommentStatus[]; to: CommentStatus }> = {
  publish: { from: ['held', 'rejected', 'removed'], to: 'published' },
  hold: { from: ['published', 'rejected', 'removed'], to: 'held' },
  reject: { from: ['held'], to: 'rejected' },
  remove: { from: ['published'], to: 'removed' },
  keep: { from: ['published'], to: 'published' },
  reopen: { from: ['published'], to: 'published' },
};

type Decidable = { status: CommentStatus; revision: number };

/** The status a verdict gives. */
export function statusBy(verdict: Verdict): CommentStatus {
  return moves[verdict].to;
}

/** Whether a verdict applies to the comment as it is, and as it was seen. */
export function doesApply(request: DecideRequest, comment: Decidable): boolean {
  const wasSeen = request.revision === comment.revision && (request.from ?? comment.status) === comment.status;
  return wasSeen && moves[request.verdict].from.includes(comment.status);
}

/** Whether a verdict is one that takes decisions back. */
export function canTakeBack(verdict: Verdict): boolean {
  return verdict === 'publish' || verdict === 'hold' || verdict === 'reopen';
}

/** Whether a verdict takes back a decision, which stands as it was made: `hold` whatever it was, others by the status of before. */
export function doesTakeBack(verdict: Verdict, last: Pick<DecisionView, 'from' | 'to' | 'revision'>, comment: Decidable): boolean {
  const stands = last.to === comment.status && last.revision === comment.revision;
  return stands && (verdict === 'hold' || last.from === statusBy(verdict));
}

/** Whether a status takes a comment from the public by an act of moderation; its author is told why. */
export function isRestriction(status: CommentStatus): boolean {
  return status === 'rejected' || status === 'removed';
}

/** Whether the last decision is the one that was asked for, and still holds: the answer was lost on its way, and the moderator sends it again. */
export function isSameDecision(
  { view, reasonId }: RecordedDecision,
  wanted: { verdict: Verdict; revision: number; reasonId?: string; message: string | null; deciderId: string },
  comment: Decidable,
): boolean {
  const isSameReason = reasonId === (wanted.reasonId ?? null) && view.message === wanted.message;
  return (
    view.decidedBy.id === wanted.deciderId &&
    view.verdict === wanted.verdict &&
    (isSameReason || !isRestriction(view.to)) &&
    view.revision === wanted.revision &&
    comment.revision === wanted.revision &&
    comment.status === view.to
  );
}

/** Why a verdict does not apply, for the moderator who gave it. */
export function whatHappened(request: DecideRequest, comment: Decidable): string {
  if (comment.status === 'withdrawn') return 'Its author has withdrawn the comment; there is nothing left to decide.';
  if (request.revision !== comment.revision) return 'The comment was edited meanwhile. Read it as it is now, then decide.';
  if (request.takesBack) return 'Your decision is not the last one on the comment any more. Look at it again, then decide.';
  if (comment.status === 'published' && request.verdict === 'keep')
    return 'Nothing is open against the comment any more, which is published.';
  return `The comment is ${comment.status} now, and this decision does not apply to it. Look at it again, then decide.`;
}
