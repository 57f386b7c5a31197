import { Injectable } from '@nestjs/common';
import type { ThreadMode } from '../../contract/conversation';
import { Reads, type Sql, type Transaction } from '../platform/database';
import type { Thread } from './thread';

interface ThreadRow {
  id: string;
  site_id: string;
  article_key: string;
  url: string;
  title: string;
  section: string | null;
  published_at: Date | null;
  mode: ThreadMode;
  closes_at: Date | null;
}

const columns = 't.id, t.site_id, t.article_key, t.url, t.title, t.section, t.published_at, t.mode, t.closes_at';

function toThread(row: ThreadRow): Thread {
  return {
    id: row.id,
    siteId: row.site_id,
    articleKey: row.article_key,
    url: row.url,
    title: row.title,
    section: row.section,
    publishedAt: row.published_at,
    mode: row.mode,
    closesAt: row.closes_at,
  };
}

@Injectable()
export class ThreadsRepository {
  constructor(private readonly reads: Reads) {}

  async findThread(id: string, sql: Sql = this.reads): Promise<Thread | undefined> {
    const [row] = await sql.rows<ThreadRow>(`select ${columns} from thread t where t.id = $1`, [id]);
    return row && toThread(row);
  }

  async findThreadOfArticle(siteKey: string, articleKey: string): Promise<Thread | undefined> {
    const [row] = await this.reads.rows<ThreadRow>(
      `select ${columns} from thread t join site s on s.id = t.site_id where s.key = $1 and t.article_key = $2`,
      [siteKey, articleKey],
    );
    return row && toThread(row);
  }

  /** The published comments of each article that has a thread. */
  async countComments(siteKey: string, articleKeys: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.reads.rows<{ article_key: string; comment_count: number }>(
      `select t.article_key, h.comment_count
         from site s join thread t on t.site_id = s.id join thread_head h on h.thread_id = t.id
        where s.key = $1 and t.article_key = any($2)`,
      [siteKey, articleKeys],
    );
    return new Map(rows.map((row) => [row.article_key, row.comment_count]));
  }

  /** Inserts the thread of an article, or locks and returns the one it has. */
  async insertOrLock(tx: Transaction, thread: Thread): Promise<{ thread: Thread; isNew: boolean }> {
    const inserted = await tx.rows(
      `insert into thread (id, site_id, article_key, url, title, section, published_at, mode, closes_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict on constraint thread_article_unique do nothing returning id`,
      [
        thread.id,
        thread.siteId,
        thread.articleKey,
        thread.url,
        thread.title,
        thread.section,
        thread.publishedAt,
        thread.mode,
        thread.closesAt,
      ],
    );
    if (inserted.length > 0) {
      await tx.rows('insert into thread_head (thread_id) values ($1)', [thread.id]);
      return { thread, isNew: true };
    }
    const [row] = await tx.rows<ThreadRow>(`select ${columns} from thread t where site_id = $1 and article_key = $2 for no key update`, [
      thread.siteId,
      thread.articleKey,
    ]);
    if (row === undefined) throw new Error(`thread of article ${thread.articleKey} vanished`);
    return { thread: toThread(row), isNew: false };
  }

  async updateThread(tx: Transaction, thread: Thread): Promise<void> {
    await tx.rows('update thread set url = $2, title = $3, section = $4, published_at = $5, mode = $6, closes_at = $7 where id = $1', [
      thread.id,
      thread.url,
      thread.title,
      thread.section,
      thread.publishedAt,
      thread.mode,
      thread.closesAt,
    ]);
  }

  /** Addresses at which the article is found; one that belonged to another thread stays with it. */
  async noteUrls(tx: Transaction, thread: Thread, urls: readonly string[]): Promise<void> {
    await tx.rows('insert into thread_url (site_id, url, thread_id) select $1, unnest($3::text[]), $2 on conflict do nothing', [
      thread.siteId,
      thread.id,
      urls,
    ]);
  }
}
