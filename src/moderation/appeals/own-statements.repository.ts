import { Injectable } from '@nestjs/common';
import { limits } from '../../../contract/limits';
import type { AppealOutcome, OwnStatement, SanctionKind } from '../../../contract/sanctions';
import type { FindingView } from '../../../contract/screening';
import { Reads, type Sql } from '../../platform/database';
import type { TimePlace } from '../../platform/http';
import { inForceSql, type StatementRow, statementColumns } from '../../sanctions';
import { foundAtSql, statementView } from './statement.view';

interface OwnStatementRow extends StatementRow {
  kind: SanctionKind | null;
  to_status: 'rejected' | 'removed' | null;
  findings: FindingView[];
  site_key: string;
  site_name: string;
  comment_id: string | null;
  comment_text: string | null;
  posted_at: Date | null;
  title: string | null;
  url: string | null;
  ends_at: Date | null;
  is_in_force: boolean;
  appealable_until: Date | null;
  appeal_text: string | null;
  appealed_at: Date | null;
  outcome: AppealOutcome | null;
  answer: string | null;
  decided_at: Date | null;
}

/** A decision is in force while it is the last on its comment, and the comment is as it left it. */
const isInForce = `case when s.id is null
    then c.status = d.to_status and not exists (select from decision l where l.comment_id = d.comment_id and (l.decided_at, l.id) > (d.decided_at, d.id))
    else ${inForceSql} end`;

const ownSql = `
  select o.*, case when o.is_in_force and p.statement_id is null and o.ends_to_appeal > now() then o.ends_to_appeal end as appealable_until,
         p.text as appeal_text, p.made_at as appealed_at, p.outcome, p.answer, p.decided_at
    from (select ${statementColumns}, m.reader_id, s.kind, d.to_status, ${foundAtSql('d')} as findings, i.key as site_key, i.name as site_name, c.id as comment_id,
                 coalesce((select r.text from comment_revision r where r.comment_id = d.comment_id and r.revision = d.revision), c.text) as comment_text,
                 c.posted_at, t.title, t.url, s.ends_at, ${isInForce} as is_in_force,
                 m.made_at + interval '${limits.statement.appealMonths} months' as ends_to_appeal
            from statement m join site i on i.id = m.site_id
            left join sanction s on s.statement_id = m.id left join decision d on d.statement_id = m.id
            left join comment c on c.id = d.comment_id left join thread t on t.id = c.thread_id) o
    left join appeal p on p.statement_id = o.id`;

/** Statements of reasons, for the reader they are about. */
@Injectable()
export class OwnStatementsRepository {
  constructor(private readonly reads: Reads) {}

  /** Newest first. */
  async listOwn(readerId: string, { limit, before }: { limit: number; before?: TimePlace }): Promise<OwnStatement[]> {
    const rows = await this.reads.rows<OwnStatementRow>(
      `${ownSql} where o.reader_id = $1 ${before === undefined ? '' : 'and (o.made_at, o.id) < ($3::timestamptz, $4::uuid)'}
        order by o.made_at desc, o.id desc limit $2`,
      [readerId, limit, ...(before === undefined ? [] : [before.at, before.id])],
    );
    return rows.map(ownStatement);
  }

  /** Undefined where it is not about the reader. */
  async findOwn(readerId: string, id: string, sql: Sql = this.reads): Promise<OwnStatement | undefined> {
    const [row] = await sql.rows<OwnStatementRow>(`${ownSql} where o.reader_id = $1 and o.id = $2`, [readerId, id]);
    return row && ownStatement(row);
  }
}

function ownStatement(row: OwnStatementRow): OwnStatement {
  return {
    ...statementView(row),
    site: { key: row.site_key, name: row.site_name },
    comment:
      row.comment_id === null
        ? null
        : {
            id: row.comment_id,
            text: row.comment_text ?? '',
            postedAt: row.posted_at?.toISOString() ?? '',
            thread: { title: row.title ?? '', url: row.url ?? '' },
          },
    endsAt: row.ends_at?.toISOString() ?? null,
    isInForce: row.is_in_force,
    appeal:
      row.appeal_text === null
        ? null
        : {
            text: row.appeal_text,
            madeAt: row.appealed_at?.toISOString() ?? '',
            outcome: row.outcome,
            answer: row.answer,
            decidedAt: row.decided_at?.toISOString() ?? null,
          },
    appealableUntil: row.appealable_until?.toISOString() ?? null,
  };
}
