import { Injectable } from '@nestjs/common';
import { Reads } from '../platform/database';

/** SQL: whether a reader muted or blocked another. Both are columns of the query around it, or parameters. */
export function isMutedSql(readerId: string, otherId: string): string {
  return `exists (select from mute m where m.reader_id = ${readerId} and m.muted_id = ${otherId})`;
}

/** SQL: whether a reader blocked another, who then may neither follow nor answer them. */
export function isBlockedSql(readerId: string, otherId: string): string {
  return `exists (select from mute m where m.reader_id = ${readerId} and m.muted_id = ${otherId} and m.is_blocked)`;
}

/** Whom and what readers do not want to see. */
@Injectable()
export class MutesRepository {
  constructor(private readonly reads: Reads) {}

  async listWords(readerId: string): Promise<string[]> {
    const [row] = await this.reads.prepared<{ words: string[] }>(
      'mute_words_of_reader',
      'select words from mute_words where reader_id = $1',
      [readerId],
    );
    return row?.words ?? [];
  }
}
