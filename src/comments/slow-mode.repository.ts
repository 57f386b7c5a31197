import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import { Reads, type Transaction } from '../platform/database';
import { isStaffSql } from '../sites';

interface Place {
  threadId: string;
  authorId: string;
}

const secondsLeft = 'greatest(1, ceil(extract(epoch from p.posted_at - clock_timestamp()) + t.slow_seconds))::int';

/** When readers posted last in threads in slow mode. */
@Injectable()
export class SlowModeRepository {
  constructor(private readonly reads: Reads) {}

  /**
   * Notes a post, in the transaction that posts it. Undefined when it may be posted, else the seconds until then. Of many at once the row lets one
   * through: the others wait for its transaction and find what it wrote. The same post sent again passes, to be told apart where it is inserted. Whoever has
   * a role on the site never waits.
   */
  async notePost(
    tx: Transaction,
    { threadId, authorId, clientId }: Place & { clientId: string },
    slowSeconds: number,
  ): Promise<number | undefined> {
    const [row] = await tx.rows<{ may_post: boolean }>(
      `with author as (select ${isStaffSql('$2', 't.site_id')} as is_staff from thread t where t.id = $1),
            noted as (
              insert into slow_post as p (thread_id, reader_id, client_id, posted_at)
              select $1, $2, $4, clock_timestamp() from author where not is_staff
              on conflict (thread_id, reader_id) do update set client_id = excluded.client_id, posted_at = excluded.posted_at
               where p.posted_at <= excluded.posted_at - make_interval(secs => $3) or p.client_id = excluded.client_id returning 1)
       select is_staff or exists (select from noted) as may_post from author`,
      [threadId, authorId, slowSeconds, clientId],
    );
    return row?.may_post === false ? ((await this.findWait({ threadId, authorId }, tx)) ?? 1) : undefined;
  }

  /** Seconds until a reader may post; 0 at once, null for whoever never waits. Undefined when there is no such thread. */
  async readWait({ threadId, authorId }: Place): Promise<number | null | undefined> {
    const [row] = await this.reads.rows<{ wait: number | null }>(
      `select case when ${isStaffSql('$2', 't.site_id')} then null when p.posted_at > clock_timestamp() - make_interval(secs => t.slow_seconds)
                   then ${secondsLeft} else 0 end as wait
         from thread t left join slow_post p on p.thread_id = t.id and p.reader_id = $2 where t.id = $1`,
      [threadId, authorId],
    );
    return row?.wait;
  }

  async deleteOld(tx: Transaction): Promise<void> {
    await tx.rows(`delete from slow_post where posted_at < now() - interval '${limits.thread.maxSlowSeconds} seconds'`);
  }

  private async findWait({ threadId, authorId }: Place, tx: Transaction): Promise<number | undefined> {
    const [row] = await tx.rows<{ wait: number | null }>(
      `select ${secondsLeft} as wait from slow_post p join thread t on t.id = p.thread_id where p.thread_id = $1 and p.reader_id = $2`,
      [threadId, authorId],
    );
    return row?.wait ?? undefined;
  }
}
