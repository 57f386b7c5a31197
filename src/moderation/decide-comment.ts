import { Injectable } from '@nestjs/common';
import type { Decided, DecideRequest } from '../../contract/moderation';
import { ChangeCommentStatus, CommentChanged, ModeratedCommentsRepository } from '../comments';
import type { ReaderActor } from '../platform/access';
import { Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { normalizeText } from '../platform/text';
import { Ids } from '../platform/time';
import { DecisionsRepository } from './decisions.repository';
import { LeasesRepository } from './leases.repository';
import { CommentLeased } from './moderation.errors';
import { isSameDecision, mayModerate, statusAfter, whatHappened } from './moderation.policy';

/**
 * One act of moderation: the status and the decision that explains it are written together, on the revision that was read.
 * Sending the same again while it still holds changes nothing.
 */
@Injectable()
export class DecideComment {
  constructor(
    private readonly comments: ModeratedCommentsRepository,
    private readonly changeStatus: ChangeCommentStatus,
    private readonly decisions: DecisionsRepository,
    private readonly leases: LeasesRepository,
    private readonly transactions: Transactions,
    private readonly ids: Ids,
  ) {}

  async execute(actor: ReaderActor, commentId: string, request: DecideRequest): Promise<Decided> {
    const place = await this.comments.findPlace(commentId);
    if (place === undefined || !mayModerate(actor, place.siteId)) throw new NotFound();
    const reason = normalizeText(request.reason ?? '') || null;
    const decision = await this.transactions.run(async (tx) => {
      const comment = await this.changeStatus.lock(tx, place.threadId, commentId);
      const { revision, status: from } = comment;
      const to = statusAfter(request, comment);
      if (to === undefined) {
        const lastDecision = (await this.decisions.findLastDecision(tx, commentId)) ?? null;
        if (isSameDecision(lastDecision, { ...request, reason, deciderId: actor.readerId }, comment)) return lastDecision;
        throw new CommentChanged(revision, { sentence: whatHappened(request, comment), extensions: { status: from, lastDecision } });
      }
      const lease = await this.leases.findOthersLease(commentId, actor.readerId, tx);
      if (lease !== undefined) throw new CommentLeased(lease);
      await this.leases.endLease(tx, commentId, actor.readerId);
      await this.changeStatus.execute(tx, comment, to);
      return this.decisions.insertDecision(tx, { id: this.ids.next(), commentId, revision, from, to, deciderId: actor.readerId, reason });
    });
    return { decision, status: decision.to };
  }
}
