import { Injectable } from '@nestjs/common';
import type { FollowingSettings } from '../../contract/following';
import { hasRole, type ReaderActor, type Role } from '../platform/access';
import { Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { SitesRepository } from '../sites';
import { FollowingSettingsRepository } from './following-settings.repository';

/** What a site sets of following: who moderates it sees it, its editors change it. To anybody else the site looks unknown. */
@Injectable()
export class ManageFollowingSettings {
  constructor(
    private readonly sites: SitesRepository,
    private readonly settings: FollowingSettingsRepository,
    private readonly transactions: Transactions,
  ) {}

  /** @throws NotFound */
  async read(actor: ReaderActor, siteKey: string): Promise<FollowingSettings> {
    return this.settings.find(await this.siteId(actor, siteKey, ['moderator', 'editor']));
  }

  /** It holds for whatever is read from then on, on every process. @throws NotFound */
  async change(actor: ReaderActor, siteKey: string, settings: FollowingSettings): Promise<FollowingSettings> {
    const siteId = await this.siteId(actor, siteKey, ['editor']);
    await this.transactions.run((tx) => this.settings.put(tx, { siteId, readerId: actor.readerId }, settings));
    return settings;
  }

  private async siteId(actor: ReaderActor, siteKey: string, roles: readonly Role[]): Promise<string> {
    const site = await this.sites.findSiteByKey(siteKey);
    if (site === undefined || !hasRole(actor, site.id, roles)) throw new NotFound();
    return site.id;
  }
}
