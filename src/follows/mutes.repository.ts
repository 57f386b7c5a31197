import { Injectable } from '@nestjs/common';
import type { MuteKind } from '../../contract/following';
import { Reads, type Transaction } from '../platform/database';
import type { TimePlace } from '../platform/http';

/** SQL: whether a reader muted or blocked another. Both are columns of the query around it, or parameters. */
export function isMutedSql(readerId: string, otherId: string): string {
  return `exists (select from mute m where m.reader_id = ${readerId} and m.muted_id = ${otherId})`;
}

/** SQL: whether a reader blocked another, who then may neither follow nor answer them. */
export function isBlockedSql(readerId: string, otherId: string): string {
  return `exists (select from mute m where m.reader_id = ${readerId} and m.muted_id = ${otherId} and m.is_blocked)`;
}

export interface Mute {
  readerId: string;
  mutedId: string;
}

export interface MuteRow {
  id: string;
  name: string;
  is_blocked: boolean;
  muted_at: Date;
}

/** Whom and what readers do not want to see. */
@Injectable()
export class MutesRepository {
  constructor(private readonly reads: Reads) {}

  async isThere(tx: Transaction, { readerId, mutedId }: Mute): Promise<boolean> {
    return (await tx.rows('select 1 from mute where reader_id = $1 and muted_id = $2', [readerId, mutedId])).length > 0;
  }

  /** Under the lock of the reader. */
  async count(tx: Transaction, readerId: string): Promise<number> {
    const [row] = await tx.rows<{ count: number }>('select count(*)::int as count from mute where reader_id = $1', [readerId]);
    return row?.count ?? 0;
  }

  /** Whom the reader has muted already keeps their place in the list. */
  async putMute(tx: Transaction, { readerId, mutedId }: Mute, kind: MuteKind): Promise<void> {
    await tx.rows(
      `insert into mute as m (reader_id, muted_id, is_blocked) values ($1, $2, $3)
       on conflict (reader_id, muted_id) do update set is_blocked = excluded.is_blocked where m.is_blocked <> excluded.is_blocked`,
      [readerId, mutedId, kind === 'block'],
    );
  }

  async deleteMute(tx: Transaction, { readerId, mutedId }: Mute): Promise<void> {
    await tx.rows('delete from mute where reader_id = $1 and muted_id = $2', [readerId, mutedId]);
  }

  /** The latest first. */
  async listMutes(readerId: string, { limit, after }: { limit: number; after?: TimePlace }): Promise<MuteRow[]> {
    return this.reads.rows<MuteRow>(
      `select r.id, r.name, m.is_blocked, m.muted_at from mute m join reader r on r.id = m.muted_id
        where m.reader_id = $1 ${after === undefined ? '' : 'and (m.muted_at, m.muted_id) < ($3::timestamptz, $4::uuid)'}
        order by m.muted_at desc, m.muted_id desc limit $2`,
      [readerId, limit, ...(after === undefined ? [] : [after.at, after.id])],
    );
  }

  async listWords(readerId: string): Promise<string[]> {
    const [row] = await this.reads.prepared<{ words: string[] }>(
      'mute_words_of_reader',
      'select words from mute_words where reader_id = $1',
      [readerId],
    );
    return row?.words ?? [];
  }

  async putWords(tx: Transaction, readerId: string, words: readonly string[]): Promise<void> {
    await tx.rows(
      'insert into mute_words (reader_id, words) values ($1, $2) on conflict (reader_id) do update set words = excluded.words',
      [readerId, words],
    );
  }
}
