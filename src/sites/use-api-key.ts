import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database';
import { hashSecret } from './api-key';
import { ApiKeysRepository } from './api-keys.repository';

/** Whose key it is. Asked of the database each time, so that a revoked key ends at once. */
@Injectable()
export class UseApiKey {
  constructor(
    private readonly keys: ApiKeysRepository,
    private readonly transactions: Transactions,
  ) {}

  /** The key behind a secret and the key of its site; undefined when it was revoked or never was one. */
  async execute(secret: string): Promise<{ id: string; siteKey: string } | undefined> {
    const secretHash = hashSecret(secret);
    if (secretHash === undefined) return undefined;
    const key = await this.keys.findLiveKey(secretHash);
    if (key?.isStale) await this.transactions.run((tx) => this.keys.noteUse(tx, key.id));
    return key;
  }
}
