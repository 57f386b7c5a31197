import { Injectable } from '@nestjs/common';
import type { LeaseView } from '../../contract/moderation';
import { ModeratedCommentsRepository, noteQueueMoved } from '../comments';
import type { ReaderActor } from '../platform/access';
import { Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { LeasesRepository } from './leases.repository';
import { CommentLeased } from './moderation.errors';
import { mayModerate } from './moderation.policy';

/** Keeps a comment for the moderator who looks at it. Taking it again makes it last longer; a decision ends it. */
@Injectable()
export class LeaseComment {
  constructor(
    private readonly comments: ModeratedCommentsRepository,
    private readonly leases: LeasesRepository,
    private readonly transactions: Transactions,
  ) {}

  /** @throws NotFound, CommentLeased */
  async take(actor: ReaderActor, commentId: string): Promise<Pick<LeaseView, 'until'>> {
    const threadId = await this.placeOf(actor, commentId);
    const taken = await this.transactions.run(async (tx) => {
      const lease = await this.leases.takeLease(tx, commentId, actor.readerId);
      if (lease?.isNew) await noteQueueMoved(tx, threadId);
      return lease;
    });
    if (taken !== undefined) return { until: taken.until.toISOString() };
    const lease = await this.leases.findOthersLease(commentId, actor.readerId);
    // It ended at this moment.
    return lease === undefined ? this.take(actor, commentId) : Promise.reject(new CommentLeased(lease));
  }

  /** Doing it twice is doing it once. @throws NotFound */
  async end(actor: ReaderActor, commentId: string): Promise<void> {
    const threadId = await this.placeOf(actor, commentId);
    await this.transactions.run(async (tx) => {
      if (await this.leases.endLease(tx, commentId, actor.readerId)) await noteQueueMoved(tx, threadId);
    });
  }

  private async placeOf(actor: ReaderActor, commentId: string): Promise<string> {
    const place = await this.comments.findPlace(commentId);
    if (place === undefined || !mayModerate(actor, place.siteId)) throw new NotFound();
    return place.threadId;
  }
}
