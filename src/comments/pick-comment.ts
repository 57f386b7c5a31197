import { Injectable } from '@nestjs/common';
import type { Picked, PickRequest } from '../../contract/thread-settings';
import { NotAllowed } from '../auth';
import { hasRole, type ReaderActor } from '../platform/access';
import { type Transaction, Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { Ids } from '../platform/time';
import { takeChanges } from '../threads';
import { ChangeCommentStatus } from './change-comment-status';
import type { Comment } from './comment';
import { assertMayBePicked } from './comment.policy';
import { ModeratedCommentsRepository } from './moderated-comments.repository';
import { PicksRepository } from './picks.repository';

/**
 * An editor picks a published comment, at the revision that was read, or takes the pick back. It stays picked while it is not published, so that whatever
 * takes a removal back brings the pick back; an edit of its author ends it. Saying the same twice changes nothing.
 */
@Injectable()
export class PickComment {
  constructor(
    private readonly comments: ModeratedCommentsRepository,
    private readonly changeStatus: ChangeCommentStatus,
    private readonly picks: PicksRepository,
    private readonly transactions: Transactions,
    private readonly ids: Ids,
  ) {}

  /** @throws NotFound, NotAllowed, CommentChanged */
  pick(actor: ReaderActor, commentId: string, request: PickRequest): Promise<Picked> {
    return this.change(actor, commentId, async (tx, comment) => {
      assertMayBePicked(comment, request.revision);
      return comment.pickedAt ?? this.set(tx, comment, { actor, to: 'picked' });
    });
  }

  /** @throws NotFound, NotAllowed */
  unpick(actor: ReaderActor, commentId: string): Promise<Picked> {
    return this.change(actor, commentId, (tx, comment) =>
      comment.pickedAt === null ? Promise.resolve(null) : this.set(tx, comment, { actor, to: 'ended' }),
    );
  }

  private async change(
    actor: ReaderActor,
    commentId: string,
    change: (tx: Transaction, comment: Comment) => Promise<Date | null>,
  ): Promise<Picked> {
    const place = await this.comments.findPlace(commentId);
    if (place === undefined || !hasRole(actor, place.siteId, ['moderator', 'editor'])) throw new NotFound();
    if (!hasRole(actor, place.siteId, ['editor'])) throw new NotAllowed();
    return this.transactions.run(async (tx) => {
      const comment = await this.changeStatus.lock(tx, place.threadId, commentId);
      const pickedAt = await change(tx, comment);
      return { commentId, revision: comment.revision, pickedAt: pickedAt?.toISOString() ?? null };
    });
  }

  private async set(
    tx: Transaction,
    { id: commentId, threadId, revision, visible }: Comment,
    { actor, to }: { actor: ReaderActor; to: 'picked' | 'ended' },
  ): Promise<Date | null> {
    const taken = visible ? await takeChanges(tx, threadId, { count: 1, comments: 0, act: 'pick' }) : undefined;
    const pickedAt = to === 'picked' ? (taken?.at ?? null) : null;
    await this.picks.setPick(tx, commentId, { pickedAt, seq: taken?.firstSeq });
    await this.picks.insertChange(tx, { id: this.ids.next(), commentId, revision, changedBy: actor.readerId }, to);
    return pickedAt;
  }
}
