import { Injectable } from '@nestjs/common';
import type { CommentStatus } from '../../../contract/conversation';
import type { AppealItem, AppealOutcome, SanctionKind } from '../../../contract/sanctions';
import type { FindingWithEvidence } from '../../../contract/screening';
import { Reads, type Transaction } from '../../platform/database';
import type { TimePlace } from '../../platform/http';
import { type StatementRow, statementColumns } from '../../sanctions';
import { foundWithEvidenceSql, statementView } from './statement.view';

/** What an appeal is about, under the lock of its row. */
export interface LockedAppeal {
  siteId: string;
  statementId: string;
  statementMadeBy: string;
  /** Whom the statement is about, who objects. */
  readerId: string;
  outcome: AppealOutcome | null;
  answer: string | null;
  decidedBy: string | null;
  commentId: string | null;
  threadId: string | null;
  /** What the decision it is about made of the comment. */
  toStatus: CommentStatus | null;
  revision: number | null;
  sanctionId: string | null;
  /** Whether it is about what counts on every site. */
  isEverywhere: boolean;
}

interface AppealRow extends StatementRow {
  kind: SanctionKind | null;
  to_status: 'rejected' | 'removed' | null;
  findings: FindingWithEvidence[];
  maker_id: string;
  maker_name: string;
  reader_id: string;
  reader_name: string;
  comment_id: string | null;
  comment_text: string | null;
  comment_status: string | null;
  posted_at: Date | null;
  title: string | null;
  url: string | null;
  appeal_text: string;
  appealed_at: Date;
}

/** Objections to statements of reasons. */
@Injectable()
export class AppealsRepository {
  constructor(private readonly reads: Reads) {}

  /** The site it is on; undefined where there is one already. */
  async insertAppeal(tx: Transaction, statementId: string, text: string): Promise<string | undefined> {
    const [row] = await tx.rows<{ site_id: string }>(
      `insert into appeal (statement_id, statement_made_by, site_id, text) select m.id, m.made_by, m.site_id, $2 from statement m where m.id = $1
       on conflict (statement_id) do nothing returning site_id`,
      [statementId, text],
    );
    return row?.site_id;
  }

  /** The site it was made on, by which the right to it is told. */
  async findSite(statementId: string): Promise<string | undefined> {
    const [row] = await this.reads.rows<{ site_id: string }>('select site_id from appeal where statement_id = $1', [statementId]);
    return row?.site_id;
  }

  async lockAppeal(tx: Transaction, statementId: string): Promise<LockedAppeal> {
    const [row] = await tx.rows<LockedAppeal>(
      `select p.site_id as "siteId", p.statement_id as "statementId", p.statement_made_by as "statementMadeBy", p.outcome, p.answer,
              p.decided_by as "decidedBy", d.comment_id as "commentId", c.thread_id as "threadId", d.to_status as "toStatus", d.revision,
              s.id as "sanctionId", s.id is not null and s.site_id is null as "isEverywhere", m.reader_id as "readerId"
         from appeal p join statement m on m.id = p.statement_id left join decision d on d.statement_id = p.statement_id left join comment c on c.id = d.comment_id
         left join sanction s on s.statement_id = p.statement_id
        where p.statement_id = $1 for no key update of p`,
      [statementId],
    );
    if (row === undefined) throw new Error(`the appeal to ${statementId} vanished`);
    return row;
  }

  async decideAppeal(
    tx: Transaction,
    statementId: string,
    decided: { by: string; outcome: AppealOutcome; answer: string | null },
  ): Promise<void> {
    await tx.rows('update appeal set decided_at = clock_timestamp(), decided_by = $2, outcome = $3, answer = $4 where statement_id = $1', [
      statementId,
      decided.by,
      decided.outcome,
      decided.answer,
    ]);
  }

  /** The open ones of a site, oldest first, without those to a moderator's own decisions, and without their own. */
  async listOpen(siteId: string, { notOf, limit, after }: { notOf: string; limit: number; after?: TimePlace }): Promise<AppealItem[]> {
    const rows = await this.reads.rows<AppealRow>(
      `select ${statementColumns}, s.kind, d.to_status, ${readableFindingsSql} as findings, maker.id as maker_id, maker.name as maker_name,
              a.id as reader_id, a.name as reader_name, c.id as comment_id, ${readableTextSql} as comment_text,
              c.status as comment_status, c.posted_at, t.title, t.url, p.text as appeal_text, p.made_at as appealed_at
         from appeal p join statement m on m.id = p.statement_id join reader a on a.id = m.reader_id join reader maker on maker.id = m.made_by
         left join sanction s on s.statement_id = m.id left join decision d on d.statement_id = m.id
         left join comment c on c.id = d.comment_id left join thread t on t.id = c.thread_id
        where p.site_id = $1 and p.outcome is null and p.statement_made_by <> $2 and m.reader_id <> $2
              ${after === undefined ? '' : 'and (p.made_at, p.statement_id) > ($4::timestamptz, $5::uuid)'}
        order by p.made_at, p.statement_id limit $3`,
      [siteId, notOf, limit, ...(after === undefined ? [] : [after.at, after.id])],
    );
    return rows.map(appealItem);
  }
}

const readableFindingsSql = `case when c.status = 'withdrawn' then '[]' else ${foundWithEvidenceSql('d')} end`;

/** What was decided on; nobody reads on what its author has withdrawn. */
const readableTextSql = `case when c.status = 'withdrawn' then '' else coalesce(
  (select r.text from comment_revision r where r.comment_id = d.comment_id and r.revision = d.revision), c.text) end`;

function appealItem(row: AppealRow): AppealItem {
  return {
    statement: statementView(row),
    decidedBy: { id: row.maker_id, name: row.maker_name },
    reader: { id: row.reader_id, name: row.reader_name },
    comment:
      row.comment_id === null
        ? null
        : {
            id: row.comment_id,
            text: row.comment_text ?? '',
            status: row.comment_status ?? '',
            postedAt: row.posted_at?.toISOString() ?? '',
            thread: { title: row.title ?? '', url: row.url ?? '' },
          },
    text: row.appeal_text,
    madeAt: row.appealed_at.toISOString(),
  };
}
