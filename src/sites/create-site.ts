import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database';
import { Ids } from '../platform/time';
import type { Site } from './site';
import { InvalidOrigin } from './sites.errors';
import { SitesRepository } from './sites.repository';

@Injectable()
export class CreateSite {
  constructor(
    private readonly sites: SitesRepository,
    private readonly transactions: Transactions,
    private readonly ids: Ids,
  ) {}

  async execute(input: Omit<Site, 'id'>): Promise<Site> {
    for (const origin of input.origins) assertOrigin(origin);
    const site: Site = { id: this.ids.next(), key: input.key, name: input.name.trim(), origins: [...new Set(input.origins)] };
    await this.transactions.run((tx) => this.sites.insertSite(tx, site));
    return site;
  }
}

function assertOrigin(origin: string): void {
  const isExact = URL.canParse(origin) && /^https?:$/.test(new URL(origin).protocol) && new URL(origin).origin === origin;
  if (!isExact) throw new InvalidOrigin(origin);
}
