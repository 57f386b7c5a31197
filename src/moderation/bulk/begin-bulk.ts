import { Injectable } from '@nestjs/common';
import type { BulkRequest, BulkView } from '../../../contract/bulk';
import type { ReaderActor } from '../../platform/access';
import { type Transaction, Transactions } from '../../platform/database';
import { InvalidRequest, NotFound } from '../../platform/http';
import { Jobs } from '../../platform/jobs';
import { MakeStatement, readMessage } from '../make-statement';
import { ModeratedSite } from '../moderated-site';
import { isRestriction } from '../moderation.policy';
import { bulkMoves } from './bulk';
import { BulkRepository, type NewBulk } from './bulk.repository';
import { goOnWithBulk } from './run-bulk';

/** A job as it is asked for, in the name of whoever asks. */
type WantedBulk = Omit<BulkRequest, 'filter'> & Pick<NewBulk, 'siteId' | 'madeBy' | 'sanctionId' | 'filter'>;

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
    const { id, verdict, reasonId, message, comments, filter } = request;
    const site = await this.sites.find(actor, siteKey);
    if ((comments === undefined) === (filter === undefined))
      throw new InvalidRequest([{ field: 'filter', detail: 'say which comments: a selection of them, or a filter' }]);
    const wanted = { id, siteId: site.id, madeBy: actor.readerId, verdict, reasonId, message, comments, filter: filter ?? null };
    await this.transactions.run((tx) => this.begin(tx, wanted));
    const view = await this.bulks.findView(site.id, id);
    if (view === undefined) throw new NotFound();
    return view;
  }

  /** For whoever may moderate the site. @throws ReasonNeeded */
  async begin(tx: Transaction, { comments, ...wanted }: WantedBulk): Promise<void> {
    const needsReason = isRestriction(bulkMoves[wanted.verdict].to);
    const reasonId = needsReason ? (await this.makeStatement.findReason(tx, wanted.siteId, wanted.reasonId)).id : null;
    const message = needsReason ? readMessage(wanted.message) : null;
    if (!(await this.bulks.insertBulk(tx, { ...wanted, reasonId, message }))) return;
    if (comments !== undefined) await this.bulks.insertSelection(tx, wanted, comments);
    await this.jobs.enqueue(tx, goOnWithBulk, { id: wanted.id });
  }
}
