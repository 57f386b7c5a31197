import { Injectable } from '@nestjs/common';
import type { AuthorView } from '../../contract/conversation';
import { limits } from '../../contract/limits';
import { hasRole, type ReaderActor } from '../platform/access';
import { NotFound } from '../platform/http';
import { SitesRepository } from '../sites';
import { ReadersOnSiteRepository } from './readers-on-site.repository';

/** Who has commented on a site, by a part of the name. */
@Injectable()
export class FindReaders {
  constructor(
    private readonly readers: ReadersOnSiteRepository,
    private readonly sites: SitesRepository,
  ) {}

  /** @throws NotFound */
  async execute(actor: ReaderActor, siteKey: string, name: string): Promise<AuthorView[]> {
    const site = await this.sites.findSiteByKey(siteKey);
    if (site === undefined || !hasRole(actor, site.id, ['moderator', 'editor'])) throw new NotFound();
    return this.readers.findByName(site.id, name, limits.page.foundReaders);
  }
}
