import { Injectable } from '@nestjs/common';
import type { ReaderActor } from '../platform/access';
import { NotFound } from '../platform/http';
import { type Site, SitesRepository } from '../sites';
import { mayModerate } from './moderation.policy';

/** The way to what moderators of a site may see and do; to anybody else the site looks unknown. */
@Injectable()
export class ModeratedSite {
  constructor(private readonly sites: SitesRepository) {}

  /** @throws NotFound */
  async find(actor: ReaderActor, siteKey: string): Promise<Site> {
    const site = await this.sites.findSiteByKey(siteKey);
    if (site === undefined || !mayModerate(actor, site.id)) throw new NotFound();
    return site;
  }
}
