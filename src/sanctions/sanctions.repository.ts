import { Injectable } from '@nestjs/common';
import type { OwnSanction, SanctionKind } from '../../contract/sanctions';
import { Reads, type Transaction } from '../platform/database';
import { inForceSql, type Sanction, sanctionSql, strictestFirst } from './sanction';
import { givenReason, type StatementRow, statementColumns } from './statements.repository';

export interface NewSanction {
  id: string;
  readerId: string;
  /** Null: everywhere. */
  siteId: string | null;
  kind: SanctionKind;
  statementId: string;
  endsAt: Date | null;
}

interface OwnSanctionRow extends StatementRow {
  kind: SanctionKind;
  ends_at: Date | null;
}

@Injectable()
export class SanctionsRepository {
  constructor(private readonly reads: Reads) {}

  async insertSanction(tx: Transaction, sanction: NewSanction): Promise<void> {
    const { id, readerId, siteId, kind, statementId, endsAt } = sanction;
    await tx.rows('insert into sanction (id, reader_id, site_id, kind, statement_id, ends_at) values ($1, $2, $3, $4, $5, $6)', [
      id,
      readerId,
      siteId,
      kind,
      statementId,
      endsAt,
    ]);
  }

  /** Whether it was made before; until the transaction ends nobody else makes it. */
  async isThere(tx: Transaction, id: string): Promise<boolean> {
    await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [id]);
    return (await tx.rows('select 1 from sanction where id = $1', [id])).length > 0;
  }

  /** False where it is not in force any more. */
  async liftSanction(tx: Transaction, id: string, liftedBy: string): Promise<boolean> {
    const rows = await tx.rows(
      `update sanction s set lifted_at = clock_timestamp(), lifted_by = $2 where s.id = $1 and ${inForceSql} returning 1`,
      [id, liftedBy],
    );
    return rows.length > 0;
  }

  /** The reader has read their warning. Doing it twice is doing it once; false where there is no such warning of theirs. */
  async acknowledgeWarning(tx: Transaction, statementId: string, readerId: string): Promise<boolean> {
    const rows = await tx.rows(
      `update sanction s set acknowledged_at = coalesce(acknowledged_at, clock_timestamp())
        where s.statement_id = $1 and s.reader_id = $2 and s.kind = 'warn' returning 1`,
      [statementId, readerId],
    );
    return rows.length > 0;
  }

  /** The strictest that is in force for a reader on the site of a thread. */
  async findInThread(threadId: string, readerId: string): Promise<Sanction | null> {
    const [row] = await this.reads.prepared<{ sanction: Sanction | null }>(
      'sanction_in_thread',
      `select ${sanctionSql('$2', 't.site_id')} as sanction from thread t where t.id = $1`,
      [threadId, readerId],
    );
    return row?.sanction ?? null;
  }

  /** The same as the reader is told. */
  async findOwnInThread(threadId: string, readerId: string): Promise<OwnSanction | null> {
    const [row] = await this.reads.rows<OwnSanctionRow>(
      `select s.kind, s.ends_at, ${statementColumns} from thread t join sanction s on (s.site_id = t.site_id) is not false
         join statement m on m.id = s.statement_id
        where t.id = $1 and s.reader_id = $2 and ${inForceSql} order by ${strictestFirst} limit 1`,
      [threadId, readerId],
    );
    return row === undefined ? null : ownSanction(row);
  }
}

function ownSanction(row: OwnSanctionRow): OwnSanction {
  return {
    kind: row.kind,
    endsAt: row.ends_at?.toISOString() ?? null,
    statement: {
      id: row.id,
      restriction: row.kind,
      reason: givenReason(row),
      message: row.message,
      foundBy: row.found_by,
      findings: [],
      madeAt: row.made_at.toISOString(),
    },
  };
}
