import { Injectable } from '@nestjs/common';
import type { Decided, DecideRequest, Verdict } from '../../contract/moderation';
import type { FoundBy } from '../../contract/sanctions';
import { ChangeCommentStatus, type Comment, CommentChanged, ModeratedCommentsRepository } from '../comments';
import type { ReaderActor } from '../platform/access';
import { type Transaction, Transactions } from '../platform/database';
import { InvalidRequest, NotFound } from '../platform/http';
import { Ids } from '../platform/time';
import { ReportedCommentsRepository, SettleReports } from '../reports';
import { DecisionsRepository } from './decisions.repository';
import { LeasesRepository } from './leases.repository';
import { type Explanation, MakeStatement, readMessage } from './make-statement';
import { CommentLeased, OwnRestriction } from './moderation.errors';
import {
  canTakeBack,
  doesApply,
  doesTakeBack,
  isRestriction,
  isSameDecision,
  mayModerate,
  statusBy,
  whatHappened,
} from './moderation.policy';

/** A decision that applies. */
interface Taken {
  comment: Comment;
  siteId: string;
  verdict: Verdict;
  explanation: Explanation;
  /** The last decision is taken back: what became of reports by it as well. */
  takesBack?: boolean;
}

/**
 * One act of moderation: the status, the decision that explains it, the statement of reasons for whom it restricts, and what becomes of reports are
 * written together, on the revision that was read. Sending the same again while it still holds changes nothing.
 */
@Injectable()
export class DecideComment {
  constructor(
    private readonly comments: ModeratedCommentsRepository,
    private readonly changeStatus: ChangeCommentStatus,
    private readonly decisions: DecisionsRepository,
    private readonly leases: LeasesRepository,
    private readonly makeStatement: MakeStatement,
    private readonly reported: ReportedCommentsRepository,
    private readonly settleReports: SettleReports,
    private readonly transactions: Transactions,
    private readonly ids: Ids,
  ) {}

  /** @throws NotFound, InvalidRequest, CommentChanged, CommentLeased, OwnRestriction, ReasonNeeded */
  async execute(actor: ReaderActor, commentId: string, request: DecideRequest): Promise<Decided> {
    const place = await this.comments.findPlace(commentId);
    if (place === undefined || !mayModerate(actor, place.siteId)) throw new NotFound();
    const { verdict, takesBack = false } = request;
    if (takesBack && !canTakeBack(verdict))
      throw new InvalidRequest([{ field: 'takesBack', detail: 'publish, hold and reopen take a decision back, and no other verdict' }]);
    const decision = await this.transactions.run(async (tx) => {
      const comment = await this.changeStatus.lock(tx, place.threadId, commentId);
      const applies = doesApply(request, comment) && (await this.hasGround(tx, verdict, commentId));
      if (!applies || (takesBack && !(await this.isOwnToTakeBack(tx, { actor, comment, verdict }))))
        return this.answerAgain(tx, { actor, comment, request });
      await this.assertIsNotOwnRestriction(tx, actor, comment);
      const lease = await this.leases.findOthersLease(commentId, actor.readerId, tx);
      if (lease !== undefined) throw new CommentLeased(lease);
      await this.leases.endLease(tx, commentId, actor.readerId);
      return this.decide(tx, actor.readerId, { comment, siteId: place.siteId, verdict, explanation: request, takesBack });
    });
    return { decision, status: decision.to };
  }

  /** Under the lock of the comment's thread. @throws ReasonNeeded */
  async decide(tx: Transaction, deciderId: string, taken: Taken): Promise<Decided['decision']> {
    const { comment, siteId, verdict, explanation, takesBack } = taken;
    const { id: commentId, threadId, revision, status: from } = comment;
    const to = statusBy(verdict);
    const restricted = { siteId, readerId: comment.authorId, madeBy: deciderId };
    const statementId = isRestriction(to)
      ? await this.makeStatement.execute(tx, { ...restricted, foundBy: await this.findWhatFound(tx, comment) }, explanation)
      : null;
    const before = await this.decisions.findLastDecision(tx, commentId);
    await this.changeStatus.execute(tx, comment, to);
    const id = this.ids.next();
    const { view } = await this.decisions.insertDecision(tx, {
      id,
      commentId,
      siteId,
      verdict,
      revision,
      from,
      to,
      deciderId,
      statementId,
    });
    await this.settleReports.execute(tx, { id, commentId, threadId, verdict, before: before?.view, takesBack });
    return view;
  }

  /** Whose decision it was: a colleague who sees it otherwise decides anew. */
  private async isOwnToTakeBack(
    tx: Transaction,
    { actor, comment, verdict }: { actor: ReaderActor; comment: Comment; verdict: Verdict },
  ): Promise<boolean> {
    const last = await this.decisions.findLastDecision(tx, comment.id);
    return last !== undefined && last.view.decidedBy.id === actor.readerId && doesTakeBack(verdict, last.view, comment);
  }

  /** Whoever moderates objects like everybody else to what a colleague decided about them. @throws OwnRestriction */
  private async assertIsNotOwnRestriction(tx: Transaction, actor: ReaderActor, comment: Comment): Promise<void> {
    if (comment.authorId !== actor.readerId || !isRestriction(comment.status)) return;
    const last = await this.decisions.findLastDecision(tx, comment.id);
    if (last?.view.decidedBy.id !== actor.readerId) throw new OwnRestriction();
  }

  /** A comment is kept against something, and that is only opened again where it was kept. */
  private async hasGround(tx: Transaction, verdict: Verdict, commentId: string): Promise<boolean> {
    if (verdict === 'keep') return (await this.reported.findWhatIsOpen(tx, commentId)) !== undefined;
    return verdict !== 'reopen' || (await this.decisions.findLastDecision(tx, commentId))?.view.verdict === 'keep';
  }

  private async findWhatFound(tx: Transaction, comment: Comment): Promise<FoundBy> {
    const open = await this.reported.findWhatIsOpen(tx, comment.id);
    return open ?? ((await this.decisions.hasFinding(tx, comment)) ? 'screening' : 'moderator');
  }

  /** @throws CommentChanged */
  private async answerAgain(
    tx: Transaction,
    { actor, comment, request }: { actor: ReaderActor; comment: Comment; request: DecideRequest },
  ): Promise<Decided['decision']> {
    const last = await this.decisions.findLastDecision(tx, comment.id);
    const wanted = { ...request, message: readMessage(request.message), deciderId: actor.readerId };
    if (last !== undefined && isSameDecision(last, wanted, comment)) return last.view;
    const extensions = { status: comment.status, lastDecision: last?.view ?? null };
    throw new CommentChanged(comment.revision, { sentence: whatHappened(request, comment), extensions });
  }
}
