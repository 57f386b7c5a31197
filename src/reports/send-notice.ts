import { Injectable } from '@nestjs/common';
import type { NoticeReceipt, NoticeRequest } from '../../contract/reports';
import { ModeratedCommentsRepository, noteQueueMoved } from '../comments';
import { Transactions } from '../platform/database';
import { InvalidRequest, NotFound } from '../platform/http';
import { normalizeText } from '../platform/text';
import { Ids } from '../platform/time';
import { normalizeEmail } from '../readers';
import { referenceOf } from './notice-reference';
import { NoticesRepository } from './notices.repository';
import { ReportedCommentsRepository } from './reported-comments.repository';
import { assertSaysWho } from './reports.policy';

/**
 * Takes a notice of illegal content from anybody, and gives a receipt. The same notice sent again within a day is the same: only the whole of it
 * tells, since an address alone would tell anybody who tries it that its owner has sent one.
 */
@Injectable()
export class SendNotice {
  constructor(
    private readonly comments: ModeratedCommentsRepository,
    private readonly notices: NoticesRepository,
    private readonly reported: ReportedCommentsRepository,
    private readonly transactions: Transactions,
    private readonly ids: Ids,
  ) {}

  /** @throws NotFound, InvalidRequest */
  async execute(commentId: string, request: NoticeRequest): Promise<NoticeReceipt> {
    assertSaysWho(request);
    const explanation = normalizeText(request.explanation);
    if (explanation === '') throw new InvalidRequest([{ field: 'explanation', detail: 'say why it is illegal' }]);
    const { law = null, name = null, isAboutMinors = false } = request;
    const email = request.email === undefined ? null : normalizeEmail(request.email);
    return this.transactions.run(async (tx) => {
      const comment = await this.comments.lockForReport(tx, commentId);
      if (comment === undefined) throw new NotFound();
      const earlier = await this.notices.findSame(tx, { commentId, email, explanation });
      if (earlier !== undefined) return earlier;
      if (comment.status !== 'published') throw new NotFound();
      const { revision, threadId } = comment;
      const [id, reference] = [this.ids.next(), referenceOf(this.ids.secret())];
      const receipt = await this.notices.insertNotice(tx, {
        id,
        reference,
        commentId,
        explanation,
        law,
        name,
        email,
        isAboutMinors,
        revision,
      });
      await this.reported.putInOrder(tx, commentId);
      await noteQueueMoved(tx, threadId);
      return receipt;
    });
  }
}
