import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import type { StandardReason } from '../../contract/reasons';
import type { ListedReport, OwnReport, ReceivedReport, ReportOutcome } from '../../contract/reports';
import type { CommentBody } from '../../contract/text';
import { Reads, type Transaction } from '../platform/database';
import type { TimePlace } from '../platform/http';
import { beginningOf, plainText } from '../platform/text';
import type { TrackRecord } from './report-weight';

export interface NewReport {
  id: string;
  commentId: string;
  reporterId: string;
  threadId: string;
  reasonId: string;
  text: string | null;
  revision: number;
  weight: number;
}

interface OwnRow {
  id: string;
  comment_id: string;
  reason_id: string;
  key: StandardReason | null;
  title: string | null;
  text: string | null;
  outcome: ReportOutcome;
  reported_at: Date;
  settled_at: Date | null;
}

interface ListedRow extends OwnRow {
  thread_title: string;
  thread_url: string;
  body: CommentBody | null;
}

const ownColumns = `p.id, p.comment_id, p.reason_id, r.key, r.title, p.text, p.outcome, p.reported_at, p.settled_at`;

@Injectable()
export class ReportsRepository {
  constructor(private readonly reads: Reads) {}

  /** The one of the reader on the comment. */
  async findReport(tx: Transaction, commentId: string, reporterId: string): Promise<OwnReport | undefined> {
    const [row] = await tx.rows<OwnRow>(
      `select ${ownColumns} from report p join reason r on r.id = p.reason_id where p.comment_id = $1 and p.reporter_id = $2`,
      [commentId, reporterId],
    );
    return row && ownReport(row);
  }

  async insertReport(tx: Transaction, report: NewReport): Promise<void> {
    const { id, commentId, reporterId, threadId, reasonId, text, revision, weight } = report;
    await tx.rows(
      `insert into report (id, comment_id, reporter_id, thread_id, reason_id, text, revision, weight) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, commentId, reporterId, threadId, reasonId, text, revision, weight],
    );
  }

  /** Of the reader's newest settled reports. */
  async findTrackRecord(tx: Transaction, reporterId: string): Promise<TrackRecord> {
    const [row] = await tx.rows<TrackRecord>(
      `select count(*) filter (where outcome = 'upheld')::int as upheld, count(*) filter (where outcome = 'dismissed')::int as dismissed
         from (select outcome from report where reporter_id = $1 and outcome in ('upheld', 'dismissed')
                order by reported_at desc, id desc limit $2) known`,
      [reporterId, limits.report.trackRecord],
    );
    return row ?? { upheld: 0, dismissed: 0 };
  }

  /** Comments of a thread that a reader reported, the newest reports first. */
  async listInThread(threadId: string, reporterId: string): Promise<string[]> {
    const rows = await this.reads.rows<{ comment_id: string }>(
      'select comment_id from report where thread_id = $1 and reporter_id = $2 order by reported_at desc limit $3',
      [threadId, reporterId, limits.page.ownReported],
    );
    return rows.map((row) => row.comment_id);
  }

  /** A reader's own, newest first. The text of a comment that is not public does not even leave the database. */
  async listOwn(reporterId: string, { limit, after }: { limit: number; after?: TimePlace }): Promise<ListedReport[]> {
    const rows = await this.reads.rows<ListedRow>(
      `select ${ownColumns}, t.title as thread_title, t.url as thread_url, case when c.status = 'published' then c.body end as body
         from report p join reason r on r.id = p.reason_id join comment c on c.id = p.comment_id join thread t on t.id = p.thread_id
        where p.reporter_id = $1 ${after === undefined ? '' : 'and (p.reported_at, p.id) < ($3::timestamptz, $4::uuid)'}
        order by p.reported_at desc, p.id desc limit $2`,
      [reporterId, limit, ...(after === undefined ? [] : [after.at, after.id])],
    );
    return rows.map(listedReport);
  }

  /** The newest open ones of each comment. */
  async listOpen(commentIds: readonly string[]): Promise<Map<string, ReceivedReport[]>> {
    const rows = await this.reads.rows<{ comment_id: string; reports: ReceivedReport[] }>(
      `select c.comment_id, jsonb_agg(o.report order by o.at desc) as reports
         from unnest($1::uuid[]) as c (comment_id)
        cross join lateral (
          select p.reported_at as at, jsonb_build_object(
                   'id', p.id, 'reporter', jsonb_build_object('id', a.id, 'name', a.name),
                   'reason', jsonb_build_object('id', r.id, 'key', r.key, 'title', r.title, 'ground', r.ground),
                   'text', p.text, 'revision', p.revision, 'reportedAt', to_char(p.reported_at at time zone 'UTC', '${isoTime}')) as report
            from report p join reader a on a.id = p.reporter_id join reason r on r.id = p.reason_id
           where p.comment_id = c.comment_id and p.outcome = 'open' order by p.reported_at desc limit $2) o
        group by c.comment_id`,
      [commentIds, limits.report.shownPerComment],
    );
    return new Map(rows.map((row) => [row.comment_id, row.reports]));
  }
}

/** A time as JSON writes it, by the database. */
export const isoTime = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';

function ownReport(row: OwnRow): OwnReport {
  return {
    id: row.id,
    commentId: row.comment_id,
    reason: { id: row.reason_id, key: row.key, title: row.title },
    text: row.text,
    outcome: row.outcome,
    reportedAt: row.reported_at.toISOString(),
    settledAt: row.settled_at?.toISOString() ?? null,
  };
}

function listedReport(row: ListedRow): ListedReport {
  const excerpt = row.body === null ? null : beginningOf(plainText(row.body), limits.report.excerptMaxLength);
  return { ...ownReport(row), thread: { title: row.thread_title, url: row.thread_url }, excerpt };
}
