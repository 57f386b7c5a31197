import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import type { ChangeReasonRequest, MakeReasonRequest, ReasonView } from '../../contract/reasons';
import { hasRole, type ReaderActor } from '../platform/access';
import { type Transaction, Transactions } from '../platform/database';
import { InvalidRequest, NotFound } from '../platform/http';
import { Ids } from '../platform/time';
import { SitesRepository } from '../sites';
import { TooManyReasons } from './reasons.errors';
import { ReasonsRepository } from './reasons.repository';

const { maxOn, maxPerSite } = limits.reason;

/** The reasons of a site: who moderates it chooses among them, its editors change them. To anybody else the site looks unknown. */
@Injectable()
export class ManageReasons {
  constructor(
    private readonly sites: SitesRepository,
    private readonly reasons: ReasonsRepository,
    private readonly transactions: Transactions,
    private readonly ids: Ids,
  ) {}

  /** @throws NotFound */
  async list(actor: ReaderActor, siteKey: string): Promise<ReasonView[]> {
    const site = await this.sites.findSiteByKey(siteKey);
    if (site === undefined || !hasRole(actor, site.id, ['moderator', 'editor'])) throw new NotFound();
    return this.reasons.listReasons(site.id);
  }

  /** @throws NotFound, TooManyReasons */
  async make(actor: ReaderActor, siteKey: string, request: MakeReasonRequest): Promise<ReasonView> {
    const reason = { id: this.ids.next(), key: null, rule: null, isOn: true, isForReports: true, ...request };
    return this.transactions.run(async (tx) => {
      const siteId = await this.lockSite(tx, actor, siteKey);
      const others = await this.reasons.listReasons(siteId, tx);
      if (others.length >= maxPerSite) throw new TooManyReasons(`A site has at most ${maxPerSite} reasons. Change one that is off.`);
      assertFewAreOn([...others, reason]);
      await this.reasons.insertReason(tx, siteId, reason);
      return reason;
    });
  }

  /** @throws NotFound, InvalidRequest, TooManyReasons */
  async change(actor: ReaderActor, place: { siteKey: string; id: string }, request: ChangeReasonRequest): Promise<ReasonView> {
    const { position, ...given } = request;
    return this.transactions.run(async (tx) => {
      const siteId = await this.lockSite(tx, actor, place.siteKey);
      const all = await this.reasons.listReasons(siteId, tx);
      const before = all.find(({ id }) => id === place.id);
      if (before === undefined) throw new NotFound();
      if (before.key !== null && given.title !== undefined) throw standardTitle();
      const reason = { ...before, ...given };
      const others = all.filter((other) => other !== before);
      if (!before.isOn) assertFewAreOn([...others, reason]);
      await this.reasons.updateReason(tx, reason);
      if (position !== undefined) {
        const ids = others.map(({ id }) => id);
        await this.reasons.putInOrder(tx, ids.toSpliced(position, 0, reason.id));
      }
      return reason;
    });
  }

  /** Nobody else changes the site's reasons until the transaction ends. @throws NotFound */
  private async lockSite(tx: Transaction, actor: ReaderActor, siteKey: string): Promise<string> {
    const known = await this.sites.findSiteByKey(siteKey);
    if (known === undefined || !hasRole(actor, known.id, ['editor'])) throw new NotFound();
    await this.sites.lockSite(tx, siteKey);
    return known.id;
  }
}

/** @throws TooManyReasons */
function assertFewAreOn(reasons: readonly ReasonView[]): void {
  if (reasons.filter(({ isOn }) => isOn).length > maxOn)
    throw new TooManyReasons(`At most ${maxOn} reasons are on: moderators choose them by one digit. Switch one off first.`);
}

function standardTitle(): InvalidRequest {
  return new InvalidRequest([{ field: 'title', detail: 'a standard reason is said in the language of who reads it, and has no title' }]);
}
