import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import { Reads, type Transaction } from '../platform/database';
import type { Site } from '../sites';
import { type Thread, type ThreadRow, threadColumns, toThread } from './thread';

interface FoundRow extends Omit<ThreadRow, 'id'> {
  id: string | null;
  own_site_id: string;
  site_key: string;
  site_name: string;
  site_origins: string[];
  site_language: Site['searchLanguage'];
}

const goesAfter = `interval '${limits.thread.provisionalHours} hours'`;
const isUsed = 'exists (select from comment c where c.thread_id = t.id)';
const batch = 500;

/** Threads that exist because somebody opened an article. */
@Injectable()
export class FirstViewsRepository {
  constructor(private readonly reads: Reads) {}

  /**
   * The site that has the origin, with the thread of the article: by its key, else by an address the publisher named for it.
   * Undefined when no site has the origin.
   */
  async findThread(wanted: {
    origin: string;
    articleKey: string;
    url: string | undefined;
  }): Promise<{ site: Site; thread?: Thread } | undefined> {
    const [row] = await this.reads.prepared<FoundRow>(
      'thread_of_page',
      `select s.id as own_site_id, s.key as site_key, s.name as site_name, s.origins as site_origins, s.search_language as site_language,
              ${threadColumns}
         from site_origin o join site s on s.id = o.site_id
         left join thread t on t.id = coalesce(
           (select id from thread where site_id = s.id and article_key = $2),
           (select thread_id from thread_url where site_id = s.id and url = $3))
        where o.origin = $1`,
      [wanted.origin, wanted.articleKey, wanted.url ?? null],
    );
    if (row === undefined) return undefined;
    const { own_site_id: id, site_key: key, site_name: name, site_origins: origins, site_language: searchLanguage } = row;
    const site: Site = { id, key, name, origins, searchLanguage };
    return { site, thread: hasThread(row) ? toThread(row) : undefined };
  }

  /** Those without a comment, as far as the last settling knows. */
  async countProvisional(tx: Transaction, siteId: string): Promise<number> {
    const [row] = await tx.rows<{ count: number }>(
      'select count(*)::int as count from thread where site_id = $1 and provisional_at is not null',
      [siteId],
    );
    return row?.count ?? 0;
  }

  async noteOpened(tx: Transaction, threadId: string): Promise<void> {
    await tx.rows('update thread set provisional_at = now() where id = $1 and provisional_at is not null', [threadId]);
  }

  /** A thread with a comment, held ones included, stays for good. */
  async keepUsed(tx: Transaction): Promise<void> {
    await tx.rows(`update thread t set provisional_at = null where t.provisional_at is not null and ${isUsed}`);
  }

  /**
   * Deletes some of those that nobody opened or used for a day; false when there are no more.
   * It never waits: a thread that a post or a registration holds is passed over. What was posted before it had the locks, it sees.
   */
  async deleteUnused(tx: Transaction): Promise<boolean> {
    const locked = await tx.rows<{ id: string }>(
      `select t.id from thread t join thread_head h on h.thread_id = t.id
        where t.provisional_at < now() - ${goesAfter} and not ${isUsed} limit ${batch} for update of t, h skip locked`,
    );
    const ids = locked.map(({ id }) => id);
    const unused = await tx.rows<{ id: string }>(`select t.id from thread t where t.id = any($1) and not ${isUsed}`, [ids]);
    const unusedIds = unused.map(({ id }) => id);
    await tx.rows('delete from thread_head where thread_id = any($1)', [unusedIds]);
    await tx.rows('delete from thread where id = any($1)', [unusedIds]);
    return ids.length === batch;
  }
}

function hasThread(row: FoundRow): row is FoundRow & ThreadRow {
  return row.id !== null;
}
