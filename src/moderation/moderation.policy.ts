import type { CommentStatus } from '../../contract/conversation';
import type { DecideRequest, DecisionView, Verdict } from '../../contract/moderation';
import { hasRole, type ReaderActor } from '../platform/access';

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

/** The status a verdict gives; undefined when it does not apply to the comment as it is. */
export function statusAfter(request: DecideRequest, comment: Decidable): CommentStatus | undefined {
  const { from, to } = moves[request.verdict];
  const wasSeen = request.revision === comment.revision && (request.from ?? comment.status) === comment.status;
  return wasSeen && from.includes(comment.status) ? to : undefined;
}

/** Whether the last decision is the one that was asked for, and still holds: the answer was lost on its way, and the moderator sends it again. */
export function isSameDecision(
  last: DecisionView | null,
  wanted: { verdict: Verdict; revision: number; reason: string | null; deciderId: string },
  comment: Decidable,
): last is DecisionView {
  return (
    last !== null &&
    last.decidedBy.id === wanted.deciderId &&
    last.verdict === wanted.verdict &&
    last.reason === wanted.reason &&
    last.revision === wanted.revision &&
    comment.revision === wanted.revision &&
    comment.status === last.to
  );
}

/** Why a verdict does not apply, for the moderator who gave it. */
export function whatHappened(request: DecideRequest, comment: Decidable): string {
  if (comment.status === 'withdrawn') return 'Its author has withdrawn the comment; there is nothing left to decide.';
  if (request.revision !== comment.revision) return 'The comment was edited meanwhile. Read it as it is now, then decide.';
  if (comment.status === 'published' && request.verdict === 'keep')
    return 'Nothing is open against the comment any more, which is published.';
  return `The comment is ${comment.status} now, and this decision does not apply to it. Look at it again, then decide.`;
}
