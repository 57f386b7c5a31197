import type { CommentStatus } from '../../contract/conversation';
import type { DecideRequest, Verdict } from '../../contract/moderation';
import type { ReaderActor, Role } from '../platform/access';

const moderating: ReadonlySet<Role> = new Set(['moderator', 'editor', 'administrator']);

/** Whether the actor decides on comments of the site. An administrator has every site. */
export function mayModerate(actor: ReaderActor, siteId: string): boolean {
  return (
    actor.audience === 'console' &&
    actor.roles.some(({ role, siteId: place }) => moderating.has(role) && (role === 'administrator' || place === siteId))
  );
}

const moves: Record<Verdict, { from: readonly CommentStatus[]; to: CommentStatus }> = {
  publish: { from: ['held', 'rejected', 'removed'], to: 'published' },
  hold: { from: ['published'], to: 'held' },
  reject: { from: ['held'], to: 'rejected' },
  remove: { from: ['published'], to: 'removed' },
};

type Decidable = { status: CommentStatus; revision: number };

/** The status a verdict gives; undefined when it does not apply to the comment as it is. */
export function statusAfter(request: DecideRequest, comment: Decidable): CommentStatus | undefined {
  const { from, to } = moves[request.verdict];
  return request.revision === comment.revision && from.includes(comment.status) ? to : undefined;
}

/** Why a verdict does not apply, for the moderator who gave it. */
export function whatHappened(request: DecideRequest, comment: Decidable): string {
  if (comment.status === 'withdrawn') return 'Its author has withdrawn the comment; there is nothing left to decide.';
  if (request.revision !== comment.revision) return 'The comment was edited meanwhile. Read it as it is now, then decide.';
  return `The comment is ${comment.status} now, and this decision does not apply to it. Look at it again, then decide.`;
}
