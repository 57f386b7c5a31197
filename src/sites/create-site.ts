import { Injectable } from '@nestjs/common';
import type { SearchLanguage } from '../../contract/search';
import { Transactions } from '../platform/database';
import { Ids } from '../platform/time';
import { readOrigins, type Site } from './site';
import { SitesRepository } from './sites.repository';

@Injectable()
export class CreateSite {
  constructor(
    private readonly sites: SitesRepository,
    private readonly transactions: Transactions,
    private readonly ids: Ids,
  ) {}

  /** @throws InvalidOrigin, SiteKeyTaken, OriginTaken */
  async execute(input: Omit<Site, 'id' | 'searchLanguage'> & { searchLanguage?: SearchLanguage }): Promise<Site> {
    const { key, name, searchLanguage = 'simple' } = input;
    const site: Site = { id: this.ids.next(), key, name, origins: readOrigins(input.origins), searchLanguage };
    await this.transactions.run((tx) => this.sites.insertSite(tx, site));
    return site;
  }
}
