import { Injectable } from '@nestjs/common';
import type { CommentStatus } from '../../contract/conversation';
import type { Decided, DecideRequest } from '../../contract/moderation';
import { ChangeCommentStatus, type Comment, CommentChanged, ModeratedCommentsRepository } from '../comments';
import type { ReaderActor } from '../platform/access';
import { type Transaction, Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { Ids } from '../platform/time';
import { DecisionsRepository } from './decisions.repository';
import { LeasesRepository } from './leases.repository';
import { type Explanation, MakeStatement, readMessage } from './make-statement';
import { CommentLeased } from './moderation.errors';
import { isRestriction, isSameDecision, mayModerate, statusAfter, whatHappened } from './moderation.policy';

/** A decision that applies. */
interface Taken {
  comment: Comment;
  siteId: string;
  to: CommentStatus;
  explanation: Explanation;
}

/**
 * One act of moderation: the status, the decision that explains it, and the statement of reasons for whom it restricts are written together, on
 * the revision that was read. Sending the same again while it still holds changes nothing.
 */
@Injectable()
export class DecideComment {
  constructor(
    private readonly comments: ModeratedCommentsRepository,
    private readonly changeStatus: ChangeCommentStatus,
    private readonly decisions: DecisionsRepository,
    private readonly leases: LeasesRepository,
    private readonly makeStatement: MakeStatement,
    private readonly transactions: Transactions,
    private readonly ids: Ids,
  ) {}

  /** @throws NotFound, CommentChanged, CommentLeased, ReasonNeeded */
  async execute(actor: ReaderActor, commentId: string, request: DecideRequest): Promise<Decided> {
    const place = await this.comments.findPlace(commentId);
    if (place === undefined || !mayModerate(actor, place.siteId)) throw new NotFound();
    const decision = await this.transactions.run(async (tx) => {
      const comment = await this.changeStatus.lock(tx, place.threadId, commentId);
      const to = statusAfter(request, comment);
      if (to === undefined) return this.answerAgain(tx, { actor, comment, request });
      const lease = await this.leases.findOthersLease(commentId, actor.readerId, tx);
      if (lease !== undefined) throw new CommentLeased(lease);
      await this.leases.endLease(tx, commentId, actor.readerId);
      return this.decide(tx, actor.readerId, { comment, siteId: place.siteId, to, explanation: request });
    });
    return { decision, status: decision.to };
  }

  /** Under the lock of the comment's thread. @throws ReasonNeeded */
  async decide(tx: Transaction, deciderId: string, { comment, siteId, to, explanation }: Taken): Promise<Decided['decision']> {
    const { id: commentId, revision, status: from } = comment;
    const statementId = isRestriction(to)
      ? await this.makeStatement.execute(
          tx,
          { siteId, readerId: comment.authorId, madeBy: deciderId, foundBy: await this.decisions.findWhatFound(tx, comment) },
          explanation,
        )
      : null;
    await this.changeStatus.execute(tx, comment, to);
    const { view } = await this.decisions.insertDecision(tx, {
      id: this.ids.next(),
      commentId,
      siteId,
      revision,
      from,
      to,
      deciderId,
      statementId,
    });
    return view;
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
