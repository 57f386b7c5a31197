import { Injectable } from '@nestjs/common';
import type { ThreadMode } from '../../contract/conversation';
import { Reads, type Transaction } from '../platform/database';
import { Clock } from '../platform/time';
import { isArticleKey } from './article';
import { lockThread } from './change-log';
import { effectiveMode, type Thread, type ThreadRow, threadColumns, toThread } from './thread';

const isDue = `t.closes_at <= now() - interval '5 seconds' and not t.closing_noted`;

@Injectable()
export class ThreadsRepository {
  constructor(
    private readonly reads: Reads,
    private readonly clock: Clock,
  ) {}

  async findThread(id: string): Promise<Thread | undefined> {
    const [row] = await this.reads.rows<ThreadRow>(`select ${threadColumns} from thread t where t.id = $1`, [id]);
    return row && toThread(row);
  }

  /** Locks the thread, and only then reads its mode: it may have changed while this waited, and stays as it is until the transaction ends. */
  async lockMode(tx: Transaction, id: string): Promise<ThreadMode> {
    await lockThread(tx, id);
    const [row] = await tx.rows<Pick<ThreadRow, 'mode' | 'closes_at'>>('select mode, closes_at from thread where id = $1', [id]);
    if (row === undefined) throw new Error(`thread ${id} vanished`);
    return effectiveMode({ mode: row.mode, closesAt: row.closes_at }, this.clock.now());
  }

  async findThreadOfArticle(siteKey: string, articleKey: string): Promise<Thread | undefined> {
    const [row] = await this.reads.rows<ThreadRow>(
      `select ${threadColumns} from thread t join site s on s.id = t.site_id where s.key = $1 and t.article_key = $2`,
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
      [siteKey, articleKeys.filter(isArticleKey)],
    );
    return new Map(rows.map((row) => [row.article_key, row.comment_count]));
  }

  /** Inserts the thread of an article, or locks and returns the one it has. */
  async insertOrLock(tx: Transaction, thread: Thread): Promise<{ thread: Thread; isNew: boolean }> {
    if (await this.inserted(tx, thread)) return { thread, isNew: true };
    const [row] = await tx.rows<ThreadRow>(
      `select ${threadColumns} from thread t where site_id = $1 and article_key = $2 for no key update`,
      [thread.siteId, thread.articleKey],
    );
    // A thread of a first view went at this moment: the article is free again.
    return row === undefined ? this.insertOrLock(tx, thread) : { thread: toThread(row), isNew: false };
  }

  /** A closing time that has passed when it is set need not be noted later. */
  async updateThread(tx: Transaction, thread: Thread): Promise<void> {
    await tx.rows(
      `update thread set url = $2, title = $3, section = $4, published_at = $5, mode = $6, closes_at = $7, registered_by = $8, provisional_at = $9,
              closing_noted = case when closes_at is distinct from $7 then coalesce($7 <= now(), false) else closing_noted end
        where id = $1`,
      [
        thread.id,
        thread.url,
        thread.title,
        thread.section,
        thread.publishedAt,
        thread.mode,
        thread.closesAt,
        thread.registeredBy,
        thread.provisionalAt,
      ],
    );
  }

  /** Threads whose closing time has passed a moment ago, so that every process's clock agrees, and of which the change log does not know. */
  async listDueClosings(): Promise<string[]> {
    const rows = await this.reads.rows<{ id: string }>(`select t.id from thread t where ${isDue} order by t.closes_at`);
    return rows.map(({ id }) => id);
  }

  /** False when it was noted before, or the closing time has moved. */
  async noteClosing(tx: Transaction, id: string): Promise<boolean> {
    return (await tx.rows(`update thread t set closing_noted = true where t.id = $1 and ${isDue} returning 1`, [id])).length > 0;
  }

  /** For comments that were not posted just now; under the lock of the thread. */
  async noteLastComment(tx: Transaction, threadId: string, at: Date): Promise<void> {
    await tx.rows('update thread_head set last_comment_at = greatest(last_comment_at, $2) where thread_id = $1', [threadId, at]);
  }

  /** Addresses at which the article is found; one that belonged to another thread stays with it. */
  async noteUrls(tx: Transaction, thread: Thread, urls: readonly string[]): Promise<void> {
    await tx.rows('insert into thread_url (site_id, url, thread_id) select $1, unnest($3::text[]), $2 on conflict do nothing', [
      thread.siteId,
      thread.id,
      urls,
    ]);
  }

  /** False when the article has a thread already. */
  private async inserted(tx: Transaction, thread: Thread): Promise<boolean> {
    const rows = await tx.rows(
      `insert into thread (id, site_id, article_key, url, title, section, published_at, mode, closes_at, registered_by, provisional_at, closing_noted)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, coalesce($9 <= now(), false))
       on conflict on constraint thread_article_unique do nothing returning id`,
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
        thread.registeredBy,
        thread.provisionalAt,
      ],
    );
    if (rows.length > 0) await tx.rows('insert into thread_head (thread_id) values ($1)', [thread.id]);
    return rows.length > 0;
  }
}
