import { Injectable } from '@nestjs/common';
import type { BulkView } from '../../../contract/bulk';
import { limits } from '../../../contract/limits';
import type { ReaderActor } from '../../platform/access';
import { type Transaction, Transactions } from '../../platform/database';
import { NotFound } from '../../platform/http';
import { Jobs } from '../../platform/jobs';
import { ModeratedSite } from '../moderated-site';
import { type Bulk, isAtWork } from './bulk';
import { BulkRepository } from './bulk.repository';
import { goOnWithBulk } from './run-bulk';

/** Looks at jobs of decisions, and pauses, resumes and undoes them. Each done twice is done once. */
@Injectable()
export class ControlBulk {
  constructor(
    private readonly sites: ModeratedSite,
    private readonly bulks: BulkRepository,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
  ) {}

  /** @throws NotFound */
  async list(actor: ReaderActor, siteKey: string): Promise<BulkView[]> {
    const { id } = await this.sites.find(actor, siteKey);
    return this.bulks.listViews(id, limits.bulk.listed);
  }

  /** @throws NotFound */
  async read(actor: ReaderActor, siteKey: string, id: string): Promise<BulkView> {
    return this.find((await this.sites.find(actor, siteKey)).id, id);
  }

  /** What is being decided at this moment still is. @throws NotFound */
  pause(actor: ReaderActor, siteKey: string, id: string): Promise<BulkView> {
    return this.change(actor, { siteKey, id }, async (tx, bulk) => {
      if (isAtWork(bulk)) await this.bulks.pause(tx, id);
    });
  }

  /** @throws NotFound */
  resume(actor: ReaderActor, siteKey: string, id: string): Promise<BulkView> {
    return this.change(actor, { siteKey, id }, async (tx, bulk) => {
      if (!bulk.isPaused) return;
      await this.bulks.resume(tx, id);
      await this.jobs.enqueue(tx, goOnWithBulk, { id });
    });
  }

  /** Takes back, bit by bit, what it has decided and nobody has decided anew. @throws NotFound */
  undo(actor: ReaderActor, siteKey: string, id: string): Promise<BulkView> {
    return this.change(actor, { siteKey, id }, async (tx, bulk) => {
      if (bulk.undoneBy !== null) return;
      await this.bulks.undo(tx, id, actor.readerId);
      await this.jobs.enqueue(tx, goOnWithBulk, { id });
    });
  }

  private async change(
    actor: ReaderActor,
    { siteKey, id }: { siteKey: string; id: string },
    work: (tx: Transaction, bulk: Bulk) => Promise<void>,
  ): Promise<BulkView> {
    const { id: siteId } = await this.sites.find(actor, siteKey);
    await this.transactions.run(async (tx) => {
      const bulk = await this.bulks.lockBulk(tx, id);
      if (bulk?.siteId !== siteId) throw new NotFound();
      await work(tx, bulk);
    });
    return this.find(siteId, id);
  }

  private async find(siteId: string, id: string): Promise<BulkView> {
    const view = await this.bulks.findView(siteId, id);
    if (view === undefined) throw new NotFound();
    return view;
  }
}
