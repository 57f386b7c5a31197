import { Injectable } from '@nestjs/common';
import { Reads, type Transaction } from '../../platform/database';

@Injectable()
export class SetupTokenRepository {
  constructor(private readonly reads: Reads) {}

  /** There is one at most; a new one ends the one before. */
  async replace(tx: Transaction, tokenHash: Buffer): Promise<void> {
    await tx.rows(
      `insert into setup_token (token_hash, expires_at) values ($1, now() + interval '1 day')
       on conflict (only_one) do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at`,
      [tokenHash],
    );
  }

  async isValid(tokenHash: Buffer): Promise<boolean> {
    return (await this.reads.rows('select from setup_token where token_hash = $1 and expires_at > now()', [tokenHash])).length === 1;
  }

  /** Whether it was there and valid; it is not any more. Who asks at the same time waits and gets false. */
  async consume(tx: Transaction, tokenHash: Buffer): Promise<boolean> {
    return (await tx.rows('delete from setup_token where token_hash = $1 and expires_at > now() returning 1', [tokenHash])).length === 1;
  }
}
