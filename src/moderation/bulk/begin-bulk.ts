import { Injectable } from '@nestjs/common';
import type { BulkRequest, BulkView } from '../../../contract/bulk';
import type { ReaderActor } from '../../platform/access';
import { Transactions } from '../../platform/database';
import { InvalidRequest, NotFound } from '../../platform/http';
import { Jobs } from '../../platform/jobs';
import { MakeStatement, readMessage } from '../make-statement';
import { ModeratedSite } from '../moderated-site';
import { isRestriction } from '../moderation.policy';
import { bulkMoves } from './bulk';
import { BulkRepository } from './bulk.repository';
import { goOnWithBulk } from './run-bulk';

/** Begins a job that decides on many comments. Sending it again begins nothing twice. */
@Injectable()
export class BeginBulk {
  constructor(
    private readonly sites: ModeratedSite,
    private readonly bulks: BulkRepository,
    private readonly makeStatement: MakeStatement,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
  ) {}

  /** @throws NotFound, InvalidRequest, ReasonNeeded */
  async execute(actor: ReaderActor, siteKey: string, request: BulkRequest): Promise<BulkView> {
    const { id, verdict, comments, filter } = request;
    const site = await this.sites.find(actor, siteKey);
    if ((comments === undefined) === (filter === undefined))
      throw new InvalidRequest([{ field: 'filter', detail: 'say which comments: a selection of them, or a filter' }]);
    await this.transactions.run(async (tx) => {
      const needsReason = isRestriction(bulkMoves[verdict].to);
      const reasonId = needsReason ? (await this.makeStatement.findReason(tx, site.id, request.reasonId)).id : null;
      const message = needsReason ? readMessage(request.message) : null;
      const bulk = { id, siteId: site.id, madeBy: actor.readerId, verdict, reasonId, message, filter: filter ?? null };
      if (!(await this.bulks.insertBulk(tx, bulk))) return;
      if (comments !== undefined) await this.bulks.insertSelection(tx, bulk, comments);
      await this.jobs.enqueue(tx, goOnWithBulk, { id });
    });
    const view = await this.bulks.findView(site.id, id);
    if (view === undefined) throw new NotFound();
    return view;
  }
}
