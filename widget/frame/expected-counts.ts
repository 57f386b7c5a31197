import type { PublishedComment, ReactionKind } from '../../contract/conversation';

/** A reaction that the service has not confirmed yet; it counts on top of a view as old as this. */
export interface PendingReaction {
  before: ReactionKind | null;
  after: ReactionKind | null;
  seq: number;
}

export type PendingReactions = ReadonlyMap<string, PendingReaction>;

export interface ReactionsOfComment {
  likes: number;
  dislikes: number;
}

/** The counts as the reader expects them after what they just did. */
export function expectedCounts({ likes, dislikes, seq }: PublishedComment, pending?: PendingReaction): ReactionsOfComment {
  if (pending === undefined || seq > pending.seq) return { likes, dislikes };
  const step = (kind: ReactionKind): number => Number(pending.after === kind) - Number(pending.before === kind);
  return { likes: Math.max(0, likes + step('like')), dislikes: Math.max(0, dislikes + step('dislike')) };
}
