import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { Ids } from '../platform/time';
import { type ApiKey, apiKeyPrefix, hashSecret } from './api-key';
import { ApiKeysRepository } from './api-keys.repository';
import { SitesRepository } from './sites.repository';

/** What administrators do with the keys of a site. */
@Injectable()
export class ManageApiKeys {
  constructor(
    private readonly keys: ApiKeysRepository,
    private readonly sites: SitesRepository,
    private readonly transactions: Transactions,
    private readonly ids: Ids,
  ) {}

  /** The secret is known to nobody but the answer. @throws NotFound */
  async make(siteKey: string, name: string): Promise<ApiKey & { secret: string }> {
    const siteId = await this.siteId(siteKey);
    const secret = apiKeyPrefix + this.ids.secret();
    const secretHash = hashSecret(secret);
    if (secretHash === undefined) throw new Error('a fresh secret is not shaped like one');
    const key = await this.transactions.run((tx) => this.keys.insertKey(tx, { id: this.ids.next(), siteId, name, secretHash }));
    return { ...key, secret };
  }

  /** @throws NotFound */
  async list(siteKey: string): Promise<ApiKey[]> {
    return this.keys.listKeys(await this.siteId(siteKey));
  }

  /** From then on every request with it is refused, on every process. Doing it twice is doing it once. @throws NotFound */
  async revoke(siteKey: string, id: string): Promise<void> {
    const siteId = await this.siteId(siteKey);
    if (!(await this.transactions.run((tx) => this.keys.revokeKey(tx, siteId, id)))) throw new NotFound();
  }

  private async siteId(siteKey: string): Promise<string> {
    const site = await this.sites.findSiteByKey(siteKey);
    if (site === undefined) throw new NotFound();
    return site.id;
  }
}
