import { Injectable } from '@nestjs/common';
import type { ThreadMode } from '../../contract/conversation';
import type { ThreadInConsole } from '../../contract/thread-settings';
import { Reads, type Transaction } from '../platform/database';
import type { TimePlace } from '../platform/http';
import type { Thread } from './thread';

/** What an editor sets of a thread, as the server keeps it. */
export interface Settings extends Pick<Thread, 'mode' | 'closesAt'> {
  slowSeconds: number | null;
  question: string | null;
}

interface Row {
  id: string;
  site_id: string;
  article_key: string;
  url: string;
  title: string;
  section: string | null;
  mode: ThreadMode;
  closes_at: Date | null;
  slow_seconds: number | null;
  question: string | null;
  comment_count: number;
  held_count: number;
  pick_count: number;
  active_at: Date;
}

/** As a cursor can say it. */
const activeAt = `date_trunc('milliseconds', coalesce(h.last_comment_at, t.created_at))`;
const columns = `t.id, t.site_id, t.article_key, t.url, t.title, t.section, t.mode, t.closes_at, t.slow_seconds, t.question,
  h.comment_count, h.pick_count, ${activeAt} as active_at,
  (select count(*)::int from comment c where c.thread_id = t.id and c.status = 'held') as held_count`;
const tables = 'thread t join thread_head h on h.thread_id = t.id';

/** Threads as staff see them. */
@Injectable()
export class ThreadSettingsRepository {
  constructor(private readonly reads: Reads) {}

  async find(id: string): Promise<{ siteId: string; thread: ThreadInConsole } | undefined> {
    const [row] = await this.reads.rows<Row>(`select ${columns} from ${tables} where t.id = $1`, [id]);
    return row && { siteId: row.site_id, thread: inConsole(row) };
  }

  /** Those of a site whose title, key or address has the text in it, the newest activity first. */
  async list(siteId: string, given: { text: string; after?: TimePlace; limit: number }): Promise<ThreadInConsole[]> {
    const { text, after, limit } = given;
    const rows = await this.reads.rows<Row>(
      `with found as (
         select t.id from ${tables}
          where t.site_id = $1 and (t.title ilike $2 or t.article_key ilike $2 or t.url ilike $2)
            ${after === undefined ? '' : `and (${activeAt}, t.id) < ($4::timestamptz, $5::uuid)`}
          order by ${activeAt} desc, t.id desc limit $3)
       select ${columns} from found join thread t on t.id = found.id join thread_head h on h.thread_id = t.id order by active_at desc, t.id desc`,
      [siteId, `%${text.replace(/[\\%_]/g, '\\$&')}%`, limit, ...(after === undefined ? [] : [after.at, after.id])],
    );
    return rows.map(inConsole);
  }

  /** As they are under the lock of the row, which is held until the transaction ends; it comes before that of the head. */
  async lock(tx: Transaction, id: string): Promise<Settings | undefined> {
    const [row] = await tx.rows<Settings>(
      `select mode, closes_at as "closesAt", slow_seconds as "slowSeconds", question from thread where id = $1 for no key update`,
      [id],
    );
    return row;
  }

  /** A closing time that has passed when it is set need not be noted later. A thread that somebody set something of stays, used or not. */
  async update(tx: Transaction, id: string, { mode, closesAt, slowSeconds, question }: Settings): Promise<void> {
    await tx.rows(
      `update thread set mode = $2, closes_at = $3, slow_seconds = $4, question = $5, provisional_at = null,
              closing_noted = case when closes_at is distinct from $3 then coalesce($3 <= now(), false) else closing_noted end
        where id = $1`,
      [id, mode, closesAt, slowSeconds, question],
    );
  }
}

function inConsole(row: Row): ThreadInConsole {
  return {
    id: row.id,
    articleKey: row.article_key,
    url: row.url,
    title: row.title,
    section: row.section,
    mode: row.mode,
    closesAt: row.closes_at?.toISOString() ?? null,
    slowSeconds: row.slow_seconds,
    question: row.question,
    commentCount: row.comment_count,
    heldCount: row.held_count,
    pickCount: row.pick_count,
    activeAt: row.active_at.toISOString(),
  };
}
