import { Injectable } from '@nestjs/common';
import { hasRole, type ReaderActor } from '../platform/access';
import { NotFound } from '../platform/http';
import { type Site, SitesRepository } from '../sites';

/** Editors of a site see who works there; to anybody else it looks unknown. */
@Injectable()
export class TeamAccess {
  constructor(private readonly sites: SitesRepository) {}

  /** @throws NotFound */
  async toSite(actor: ReaderActor, siteKey: string): Promise<Site> {
    const site = await this.sites.findSiteByKey(siteKey);
    if (site === undefined || !hasRole(actor, site.id, ['editor'])) throw new NotFound();
    return site;
  }
}
