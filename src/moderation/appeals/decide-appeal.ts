import { Injectable } from '@nestjs/common';
import type { AppealOutcome, DecideAppealRequest } from '../../../contract/sanctions';
import { ChangeCommentStatus } from '../../comments';
import type { ReaderActor } from '../../platform/access';
import { type Transaction, Transactions } from '../../platform/database';
import { NotFound } from '../../platform/http';
import { DecideComment } from '../decide-comment';
import { DecisionsRepository } from '../decisions.repository';
import { readMessage } from '../make-statement';
import { AppealDecided, AppealOfOwnDecision, OwnAppeal } from '../moderation.errors';
import { mayModerate } from '../moderation.policy';
import { LiftSanction } from '../sanctions/lift-sanction';
import { assertMayLift } from '../sanctions/sanction.policy';
import { AppealsRepository, type LockedAppeal } from './appeals.repository';

/** Another person decides on what a reader says against a decision. One that is overturned is taken back in the same transaction. */
@Injectable()
export class DecideAppeal {
  constructor(
    private readonly appeals: AppealsRepository,
    private readonly changeStatus: ChangeCommentStatus,
    private readonly decisions: DecisionsRepository,
    private readonly decideComment: DecideComment,
    private readonly liftSanction: LiftSanction,
    private readonly transactions: Transactions,
  ) {}

  /** The same again changes nothing. @throws NotFound, AppealOfOwnDecision, OwnAppeal, OnlyAdministrators, AppealDecided */
  async execute(actor: ReaderActor, statementId: string, request: DecideAppealRequest): Promise<void> {
    const siteId = await this.appeals.findSite(statementId);
    if (siteId === undefined || !mayModerate(actor, siteId)) throw new NotFound();
    const decided = { by: actor.readerId, outcome: request.outcome, answer: readMessage(request.answer) };
    await this.transactions.run(async (tx) => {
      const appeal = await this.appeals.lockAppeal(tx, statementId);
      if (appeal.statementMadeBy === actor.readerId) throw new AppealOfOwnDecision();
      if (appeal.readerId === actor.readerId) throw new OwnAppeal();
      if (decided.outcome === 'overturned') assertMayLift(actor, appeal);
      if (isSame(appeal, decided)) return;
      if (appeal.outcome !== null) throw new AppealDecided();
      await this.appeals.decideAppeal(tx, statementId, decided);
      if (decided.outcome === 'overturned') await this.takeBack(tx, actor.readerId, appeal);
    });
  }

  /** What has been taken back, edited or withdrawn since stays as it is. */
  private async takeBack(tx: Transaction, deciderId: string, appeal: LockedAppeal): Promise<void> {
    const { commentId, threadId, siteId, sanctionId } = appeal;
    if (sanctionId !== null) await this.liftSanction.execute(tx, sanctionId, deciderId);
    if (commentId === null || threadId === null) return;
    const comment = await this.changeStatus.lock(tx, threadId, commentId);
    const last = await this.decisions.findLastDecision(tx, commentId);
    if (last?.statementId !== appeal.statementId || comment.status !== appeal.toStatus) return;
    await this.decideComment.decide(tx, deciderId, { comment, siteId, verdict: 'publish', explanation: {} });
  }
}

function isSame(appeal: LockedAppeal, decided: { by: string; outcome: AppealOutcome; answer: string | null }): boolean {
  return appeal.decidedBy === decided.by && appeal.outcome === decided.outcome && appeal.answer === decided.answer;
}
