import { Injectable } from '@nestjs/common';
import type { OwnReport, ReportRequest } from '../../contract/reports';
import { ModeratedCommentsRepository, noteQueueMoved } from '../comments';
import type { ReaderActor } from '../platform/access';
import { Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { normalizeText } from '../platform/text';
import { Ids } from '../platform/time';
import { ReasonsRepository } from '../reasons';
import { reportWeight } from './report-weight';
import { ReportedCommentsRepository } from './reported-comments.repository';
import { assertIsForReports, assertMayReport } from './reports.policy';
import { ReportsRepository } from './reports.repository';

/** A reader's complaint about a comment. Making it again changes nothing, whatever it says. */
@Injectable()
export class ReportComment {
  constructor(
    private readonly comments: ModeratedCommentsRepository,
    private readonly reasons: ReasonsRepository,
    private readonly reports: ReportsRepository,
    private readonly reported: ReportedCommentsRepository,
    private readonly transactions: Transactions,
    private readonly ids: Ids,
  ) {}

  /** @throws NotFound, OwnComment, InvalidRequest */
  async execute(actor: ReaderActor, commentId: string, request: ReportRequest): Promise<OwnReport> {
    const reporterId = actor.readerId;
    return this.transactions.run(async (tx) => {
      const comment = await this.comments.lockForReport(tx, commentId);
      if (comment === undefined) throw new NotFound();
      const earlier = await this.reports.findReport(tx, commentId, reporterId);
      if (earlier !== undefined) return earlier;
      assertMayReport(reporterId, comment);
      const { siteId, threadId, revision } = comment;
      const { id: reasonId, ground } = assertIsForReports(await this.reasons.findReason(siteId, request.reasonId, tx));
      const weight = reportWeight(await this.reports.findTrackRecord(tx, reporterId), ground);
      const text = normalizeText(request.text ?? '') || null;
      await this.reports.insertReport(tx, { id: this.ids.next(), commentId, reporterId, threadId, reasonId, text, revision, weight });
      await this.reported.putInOrder(tx, commentId);
      await noteQueueMoved(tx, threadId);
      const made = await this.reports.findReport(tx, commentId, reporterId);
      if (made === undefined) throw new Error('the report was not inserted');
      return made;
    });
  }
}
