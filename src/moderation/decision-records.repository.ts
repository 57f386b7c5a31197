import { Injectable } from '@nestjs/common';
import type { AuthorView, CommentStatus } from '../../contract/conversation';
import type { DecidedStatus, DecisionFilter } from '../../contract/decision-records';
import type { GivenReason } from '../../contract/sanctions';
import { Reads } from '../platform/database';
import type { TimePlace } from '../platform/http';
import { givenReasonSql } from '../sanctions';

/** A decision with the whole text of the revision that was decided on; empty once its author has withdrawn it. */
export interface RecordedDecision {
  id: string;
  commentId: string;
  text: string;
  author: AuthorView;
  articleTitle: string;
  articleUrl: string;
  revision: number;
  from: CommentStatus;
  to: DecidedStatus;
  reason: GivenReason | null;
  message: string | null;
  decidedBy: AuthorView;
  /** ISO 8601, as exact as the database has it. */
  decidedAt: string;
}

interface Page {
  limit: number;
  after?: TimePlace;
}

/** The page is found in the index alone; only its rows are looked at. */
const sql = `
  with page as (
    select d.id, d.decided_at from decision d
     where d.site_id = $1 and ($2::uuid is null or d.decided_by = $2) and ($3::text is null or d.to_status = $3)
       and d.decided_at >= coalesce($4::timestamptz, '-infinity') and d.decided_at < coalesce($5::timestamptz, 'infinity')
       and ($6::timestamptz is null or (d.decided_at, d.id) < ($6, $7::uuid))
     order by d.decided_at desc, d.id desc limit $8)
  select d.id, d.comment_id as "commentId", case when c.status = 'withdrawn' then '' else coalesce(r.text, c.text) end as text, json_build_object('id', w.id, 'name', w.name) as author,
         t.title as "articleTitle", t.url as "articleUrl", d.revision, d.from_status as "from", d.to_status as "to", ${givenReasonSql('s')} as reason, s.message,
         json_build_object('id', b.id, 'name', b.name) as "decidedBy",
         to_char(d.decided_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "decidedAt"
    from page join decision d on d.id = page.id join comment c on c.id = d.comment_id join thread t on t.id = c.thread_id
    join reader w on w.id = c.author_id join reader b on b.id = d.decided_by
    left join statement s on s.id = d.statement_id
    left join comment_revision r on r.comment_id = d.comment_id and r.revision = d.revision
   order by page.decided_at desc, page.id desc`;

@Injectable()
export class DecisionRecordsRepository {
  constructor(private readonly reads: Reads) {}

  /** Newest first. */
  async listRecords(siteId: string, { by, to, from, until }: DecisionFilter, { limit, after }: Page): Promise<RecordedDecision[]> {
    const place = [after?.at ?? null, after?.id ?? null];
    return this.reads.rows<RecordedDecision>(sql, [siteId, by ?? null, to ?? null, from ?? null, until ?? null, ...place, limit]);
  }
}
