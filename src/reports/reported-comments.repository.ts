import { Injectable } from '@nestjs/common';
import type { ReportOutcome } from '../../contract/reports';
import { Reads, type Transaction } from '../platform/database';
import { noticeWeight } from './report-weight';

/** What has waited for so long counts as if it were e (about 2.7) times as urgent. */
const agingSeconds = 6 * 3_600;

/** How many may have read it: who touched it, and some of those who are in its thread. */
const reach = '(1 + c.reply_count + c.likes + c.dislikes + sqrt(h.comment_count))';

/** A place in the order of urgency. */
export interface UrgencyPlace {
  priority: number;
  id: string;
}

export interface Reported extends UrgencyPlace {
  reportCount: number;
  noticeCount: number;
}

/** How open reports and notices end, or that those a decision settled are open again. */
export interface Settlement {
  commentId: string;
  outcome: Exclude<ReportOutcome, 'withdrawn'>;
  decisionId: string;
  /** A decision that is taken back: what it settled is settled anew. */
  instead?: string;
}

/** What is open against published comments, and in which order they are looked at. */
@Injectable()
export class ReportedCommentsRepository {
  constructor(private readonly reads: Reads) {}

  /**
   * Counts what is open against a published comment, and gives it its place; under the lock of the comment. Age is in the priority as the time of
   * the first report, so that the order of two comments stays as it is while both wait: docs/adr/0010-reports.md.
   */
  async putInOrder(tx: Transaction, commentId: string): Promise<void> {
    await tx.rows(
      `insert into reported_comment (comment_id, site_id, priority, report_count, notice_count, first_at)
       select c.id, t.site_id, ln(${reach} * o.risk) - extract(epoch from o.first_at) / ${agingSeconds}, o.reports, o.notices, o.first_at
         from comment c join thread t on t.id = c.thread_id join thread_head h on h.thread_id = c.thread_id
        cross join (
          select sum(weight) as risk, min(at) as first_at, count(*) - sum(is_notice) as reports, sum(is_notice) as notices
            from (select weight, reported_at as at, 0 as is_notice from report where comment_id = $1 and outcome = 'open'
                  union all
                  select ${noticeWeight}, received_at, 1 from notice where comment_id = $1 and outcome = 'open') against) o
        where c.id = $1 and c.status = 'published' and o.risk > 0
       on conflict (comment_id) do update set
         priority = excluded.priority, report_count = excluded.report_count, notice_count = excluded.notice_count, first_at = excluded.first_at`,
      [commentId],
    );
  }

  async takeOut(tx: Transaction, commentId: string): Promise<void> {
    await tx.rows('delete from reported_comment where comment_id = $1', [commentId]);
  }

  /** How many reports and notices it concerned. */
  async settle(tx: Transaction, { commentId, outcome, decisionId, instead }: Settlement): Promise<number> {
    const settled = (table: 'report' | 'notice') =>
      `update ${table} set outcome = $2, settled_at = case when $2 <> 'open' then now() end, settled_by = case when $2 <> 'open' then $3::uuid end
        where comment_id = $1 and ((outcome = 'open' and $2 <> 'open') or settled_by = $4) returning 1`;
    const [row] = await tx.rows<{ count: number }>(
      `with r as (${settled('report')}), n as (${settled('notice')})
       select ((select count(*) from r) + (select count(*) from n))::int as count`,
      [commentId, outcome, decisionId, instead ?? null],
    );
    return row?.count ?? 0;
  }

  /** What is open against a comment, the weightier first; undefined when nothing is. */
  async findWhatIsOpen(tx: Transaction, commentId: string): Promise<'notice' | 'report' | undefined> {
    const [row] = await tx.rows<{ kind: 'notice' | 'report' }>(
      `(select 'notice' as kind from notice where comment_id = $1 and outcome = 'open' limit 1)
       union all (select 'report' from report where comment_id = $1 and outcome = 'open' limit 1)`,
      [commentId],
    );
    return row?.kind;
  }

  /** The most urgent first. */
  async list(siteId: string, { limit, after }: { limit: number; after?: UrgencyPlace }): Promise<Reported[]> {
    return this.reads.rows<Reported>(
      `select comment_id as id, priority, report_count as "reportCount", notice_count as "noticeCount" from reported_comment
        where site_id = $1 ${after === undefined ? '' : 'and (priority, comment_id) < ($3::double precision, $4::uuid)'}
        order by priority desc, comment_id desc limit $2`,
      [siteId, limit, ...(after === undefined ? [] : [after.priority, after.id])],
    );
  }
}
