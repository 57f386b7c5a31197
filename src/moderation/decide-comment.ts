import { Injectable } from '@nestjs/common';
import type { Decided, DecideRequest, DecisionView } from '../../contract/moderation';
import { ChangeCommentStatus, CommentChanged, ModeratedCommentsRepository } from '../comments';
import type { ReaderActor } from '../platform/access';
import { type Transaction, Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { normalizeText } from '../platform/text';
import { Ids } from '../platform/time';
import { ReportedCommentsRepository, SettleReports } from '../reports';
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
    private readonly reported: ReportedCommentsRepository,
    private readonly settleReports: SettleReports,
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
      const lastDecision = (await this.decisions.findLastDecision(tx, commentId)) ?? null;
      const to = statusAfter(request, comment);
      if (to === undefined || !(await this.hasGround(tx, request, { commentId, lastDecision }))) {
        if (isSameDecision(lastDecision, { ...request, reason, deciderId: actor.readerId }, comment)) return lastDecision;
        throw new CommentChanged(revision, { sentence: whatHappened(request, comment), extensions: { status: from, lastDecision } });
      }
      const lease = await this.leases.findOthersLease(commentId, actor.readerId, tx);
      if (lease !== undefined) throw new CommentLeased(lease);
      await this.leases.endLease(tx, commentId, actor.readerId);
      await this.changeStatus.execute(tx, comment, to);
      const id = this.ids.next();
      const { verdict } = request;
      const made = await this.decisions.insertDecision(tx, {
        id,
        commentId,
        verdict,
        revision,
        from,
        to,
        deciderId: actor.readerId,
        reason,
      });
      await this.settleReports.execute(tx, { id, commentId, threadId: place.threadId, verdict, before: lastDecision ?? undefined });
      return made;
    });
    return { decision, status: decision.to };
  }

  /** A comment is kept against something, and that is only opened again where it was kept. */
  private async hasGround(
    tx: Transaction,
    { verdict }: DecideRequest,
    { commentId, lastDecision }: { commentId: string; lastDecision: DecisionView | null },
  ): Promise<boolean> {
    if (verdict === 'keep') return (await this.reported.findWhatIsOpen(tx, commentId)) !== undefined;
    return verdict !== 'reopen' || lastDecision?.verdict === 'keep';
  }
}
