import { Injectable } from '@nestjs/common';
import { Reads, type Transaction } from '../platform/database';
import type { ApiKey } from './api-key';

interface ApiKeyRow {
  id: string;
  name: string;
  created_at: Date;
  last_used_at: Date | null;
}

const columns = 'k.id, k.name, k.created_at, k.last_used_at';

function toApiKey(row: ApiKeyRow): ApiKey {
  return { id: row.id, name: row.name, createdAt: row.created_at, lastUsedAt: row.last_used_at };
}

@Injectable()
export class ApiKeysRepository {
  constructor(private readonly reads: Reads) {}

  /** The live ones, oldest first. */
  async listKeys(siteId: string): Promise<ApiKey[]> {
    const rows = await this.reads.rows<ApiKeyRow>(
      `select ${columns} from api_key k where k.site_id = $1 and k.revoked_at is null order by k.id`,
      [siteId],
    );
    return rows.map(toApiKey);
  }

  /** A live key, with the key of the site it belongs to and whether its last use should be noted. */
  async findLiveKey(secretHash: Buffer): Promise<{ id: string; siteKey: string; isStale: boolean } | undefined> {
    const [row] = await this.reads.prepared<{ id: string; site_key: string; is_stale: boolean }>(
      'live_api_key',
      `select k.id, s.key as site_key, coalesce(k.last_used_at < now() - interval '1 hour', true) as is_stale
         from api_key k join site s on s.id = k.site_id where k.secret_hash = $1 and k.revoked_at is null`,
      [secretHash],
    );
    return row && { id: row.id, siteKey: row.site_key, isStale: row.is_stale };
  }

  async insertKey(tx: Transaction, key: { id: string; siteId: string; name: string; secretHash: Buffer }): Promise<ApiKey> {
    const [row] = await tx.rows<ApiKeyRow>(
      `insert into api_key as k (id, site_id, name, secret_hash) values ($1, $2, $3, $4) returning ${columns}`,
      [key.id, key.siteId, key.name, key.secretHash],
    );
    if (row === undefined) throw new Error('the key was not inserted');
    return toApiKey(row);
  }

  async noteUse(tx: Transaction, id: string): Promise<void> {
    await tx.rows('update api_key set last_used_at = now() where id = $1', [id]);
  }

  /** False when the site has no such key. */
  async revokeKey(tx: Transaction, siteId: string, id: string): Promise<boolean> {
    const rows = await tx.rows('update api_key set revoked_at = coalesce(revoked_at, now()) where id = $1 and site_id = $2 returning 1', [
      id,
      siteId,
    ]);
    return rows.length > 0;
  }
}
