import { Injectable } from '@nestjs/common';
import { hasRole, type ReaderActor } from '../platform/access';
import { NotFound } from '../platform/http';
import { SitesRepository } from '../sites';
import type { Change } from './screening-settings.repository';

/** Editors of a site see and set what it screens for; to anybody else it looks unknown. */
@Injectable()
export class ScreeningAccess {
  constructor(private readonly sites: SitesRepository) {}

  /** @throws NotFound */
  async toSite(actor: ReaderActor, siteKey: string): Promise<Change> {
    const site = await this.sites.findSiteByKey(siteKey);
    if (site === undefined || !hasRole(actor, site.id, ['editor'])) throw new NotFound();
    return { siteId: site.id, readerId: actor.readerId };
  }
}
