import { Injectable } from '@nestjs/common';
import type { Overview } from '../../../contract/overview';
import { Reads, type Transaction } from '../../platform/database';

/** SQL: the comments of a site by the hour, from those posted since a time; held are those that were at some time. */
function hoursSince(time: string): string {
  return `
    select c.site_id, date_trunc('hour', c.posted_at, 'utc') as hour, count(*)::int as comments,
           (count(*) filter (where c.status = 'held'
             or exists (select from finding f where f.comment_id = c.id and f.outcome = 'hold')
             or exists (select from decision d where d.comment_id = c.id and 'held' in (d.from_status, d.to_status))))::int as held
      from comment c where c.posted_at >= ${time} group by 1, 2`;
}

/** SQL: the newest decisions on what was held; each of the two pieces of it that are asked for is of no more rows than that. */
const recentDecisions = `
  select d.comment_id, d.revision, d.to_status, d.decided_at from decision d
   where d.site_id = $1 and d.from_status = 'held' and d.decided_at >= $2 order by d.decided_at desc, d.id desc limit $3`;

const dayOf = (time: string): string => `to_char(${time} at time zone 'utc', 'YYYY-MM-DD')`;

interface Span {
  siteId: string;
  since: Date;
}

@Injectable()
export class OverviewRepository {
  constructor(private readonly reads: Reads) {}

  /**
   * Hours that are over are counted already; the rest is counted now. It is asked in two: of a time that the planner is not told it expects a third
   * of all comments, and reads all findings and decisions beside them.
   */
  async listHours({ siteId, since }: Span): Promise<{ hour: Date; comments: number; held: number }[]> {
    return this.reads.rows(
      `select h.hour, h.comments, h.held from comment_hour h where h.site_id = $1 and h.hour >= $2 and h.hour < $3
       union all
       select now.hour, now.comments, now.held from (${hoursSince('$3')}) now where now.site_id = $1`,
      [siteId, since, await this.findNotCounted()],
    );
  }

  /** The first hour that is not counted for good; a day ago at the latest, or the count would have no bound. */
  private async findNotCounted(): Promise<Date> {
    const [row] = await this.reads.rows<{ hour: Date }>(
      `select greatest(max(h.hour) + interval '1 hour', date_trunc('hour', now(), 'utc') - interval '1 day') as hour from comment_hour h`,
    );
    return told(row).hour;
  }

  /** Where counting for good goes on: at the last hour that was counted, or a month ago. */
  async findCountedUntil(): Promise<Date> {
    const [row] = await this.reads.rows<{ until: Date }>(
      `select date_trunc('hour', coalesce((select max(h.hour) from comment_hour h), now() - interval '31 days'), 'utc') as until`,
    );
    return told(row).until;
  }

  /** Counts for good what is over of a time. Doing it again counts the same. */
  async countHours(tx: Transaction, from: Date, until: Date): Promise<void> {
    await tx.rows(
      `insert into comment_hour (site_id, hour, comments, held)
       select * from (${hoursSince('$1 and c.posted_at < $2')}) counted where counted.hour < date_trunc('hour', now(), 'utc')
       on conflict (site_id, hour) do update set comments = excluded.comments, held = excluded.held`,
      [from, until],
    );
  }

  async forgetOldHours(tx: Transaction): Promise<void> {
    await tx.rows(`delete from comment_hour where hour < now() - interval '31 days'`);
  }

  async listWaits({ siteId, since }: Span, limit: number): Promise<Overview['waits']> {
    return this.reads.rows(
      `with recent as (${recentDecisions})
       select ${dayOf('r.decided_at')} as day, count(*)::int as decisions,
              percentile_cont(0.5) within group (order by extract(epoch from r.decided_at - c.posted_at)) as "medianSeconds",
              percentile_cont(0.9) within group (order by extract(epoch from r.decided_at - c.posted_at)) as "p90Seconds"
         from recent r join comment c on c.id = r.comment_id group by 1 order by 1`,
      [siteId, since, limit],
    );
  }

  async listRules({ siteId, since }: Span, limit: number): Promise<Overview['rules']> {
    return this.reads.rows(
      `with recent as (${recentDecisions})
       select f.rule, (count(*) filter (where r.to_status = 'published'))::int as published,
              (count(*) filter (where r.to_status <> 'published'))::int as rejected
         from recent r left join finding f on f.comment_id = r.comment_id and f.revision = r.revision
        group by 1 order by count(*) desc, 1`,
      [siteId, since, limit],
    );
  }

  /** By the day on which they were made, or decided on. */
  async listAppeals({ siteId, since }: Span): Promise<Overview['appeals']> {
    return this.reads.rows(
      `select moved.day, count(*) filter (where moved.what = 'made')::int as made, count(*) filter (where moved.what <> 'made')::int as decided,
              count(*) filter (where moved.what = 'overturned')::int as overturned
         from (select ${dayOf('p.made_at')} as day, 'made' as what from appeal p where p.site_id = $1 and p.made_at >= $2
               union all
               select ${dayOf('p.decided_at')}, p.outcome from appeal p where p.site_id = $1 and p.decided_at >= $2) moved
        group by 1 order by 1`,
      [siteId, since],
    );
  }
}

function told<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('the database did not answer where to go on');
  return row;
}
