import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { readOrigins, type Site } from './site';
import { SitesRepository } from './sites.repository';

/** Changes the name, the origins or the language of a site; what is not given stays as it is. */
@Injectable()
export class UpdateSite {
  constructor(
    private readonly sites: SitesRepository,
    private readonly transactions: Transactions,
  ) {}

  /** @throws NotFound, InvalidOrigin, OriginTaken */
  async execute(key: string, given: Partial<Pick<Site, 'name' | 'origins' | 'searchLanguage'>>): Promise<Site> {
    const origins = given.origins && readOrigins(given.origins);
    return this.transactions.run(async (tx) => {
      const before = await this.sites.lockSite(tx, key);
      if (before === undefined) throw new NotFound();
      const { name = before.name, searchLanguage = before.searchLanguage } = given;
      const site: Site = { ...before, name, origins: origins ?? before.origins, searchLanguage };
      await this.sites.updateSite(tx, site);
      return site;
    });
  }
}
