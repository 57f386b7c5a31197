import { Injectable } from '@nestjs/common';
import type { SanctionRequest, SanctionView } from '../../../contract/sanctions';
import type { ReaderActor } from '../../platform/access';
import { Transactions } from '../../platform/database';
import { NotFound } from '../../platform/http';
import { Clock } from '../../platform/time';
import { SanctionsRepository } from '../../sanctions';
import { MakeStatement } from '../make-statement';
import { ModeratedSite } from '../moderated-site';
import { LiftSanction } from './lift-sanction';
import { ReaderHistoryRepository } from './reader-history.repository';
import { RemoveRecentComments } from './remove-recent-comments';
import { assertMayLift, assertMaySanction, readEnd } from './sanction.policy';

/**
 * Puts a limit on a reader, with the statement that explains it and, if wanted, with jobs that remove what they posted lately; and takes it off again.
 * Sending it again puts no second one.
 */
@Injectable()
export class SanctionReader {
  constructor(
    private readonly sites: ModeratedSite,
    private readonly history: ReaderHistoryRepository,
    private readonly sanctions: SanctionsRepository,
    private readonly makeStatement: MakeStatement,
    private readonly removeRecentComments: RemoveRecentComments,
    private readonly liftSanction: LiftSanction,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, NotAllowed, ReaderIsStaff, InvalidRequest, ReasonNeeded */
  async execute(actor: ReaderActor, siteKey: string, request: SanctionRequest): Promise<SanctionView> {
    const { id, readerId, kind, isEverywhere = false } = request;
    const site = await this.sites.find(actor, siteKey);
    const endsAt = readEnd(request, this.clock.now());
    await this.transactions.run(async (tx) => {
      if (await this.sanctions.isThere(tx, id)) return;
      const target = await this.history.findTarget(tx, site.id, readerId);
      if (target === undefined) throw new NotFound();
      assertMaySanction(actor, target, { isEverywhere });
      const statementId = await this.makeStatement.execute(
        tx,
        { siteId: site.id, readerId, madeBy: actor.readerId, foundBy: 'moderator' },
        request,
      );
      await this.sanctions.insertSanction(tx, { id, readerId, siteId: isEverywhere ? null : site.id, kind, statementId, endsAt });
      await this.removeRecentComments.execute(tx, { siteId: site.id, madeBy: actor.readerId }, request);
    });
    return this.find(site.id, id);
  }

  /** Doing it twice is doing it once. @throws NotFound, NotAllowed */
  async lift(actor: ReaderActor, siteKey: string, id: string): Promise<SanctionView> {
    const site = await this.sites.find(actor, siteKey);
    assertMayLift(actor, await this.find(site.id, id));
    await this.transactions.run((tx) => this.liftSanction.execute(tx, id, actor.readerId));
    return this.find(site.id, id);
  }

  private async find(siteId: string, id: string): Promise<SanctionView> {
    const sanction = await this.history.findSanction(siteId, id);
    if (sanction === undefined) throw new NotFound();
    return sanction;
  }
}
