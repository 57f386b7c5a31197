import { Injectable } from '@nestjs/common';
import type { FoundBy, GivenReason } from '../../contract/sanctions';
import type { Transaction } from '../platform/database';

export interface NewStatement {
  id: string;
  siteId: string;
  /** Whom it restricts. */
  readerId: string;
  madeBy: string;
  reason: GivenReason & { id: string };
  message: string | null;
  foundBy: FoundBy;
}

export interface StatementRow {
  id: string;
  reason_key: GivenReason['key'];
  reason_title: string | null;
  ground: GivenReason['ground'];
  rule: string | null;
  message: string | null;
  found_by: FoundBy;
  made_at: Date;
}

/** Of a row of `statement` called `m`. */
export const statementColumns = 'm.id, m.reason_key, m.reason_title, m.ground, m.rule, m.message, m.found_by, m.made_at';

/** Statements of reasons are only ever added; the database refuses anything else. */
@Injectable()
export class StatementsRepository {
  async insertStatement(tx: Transaction, { id, siteId, readerId, madeBy, reason, message, foundBy }: NewStatement): Promise<void> {
    await tx.rows(
      `insert into statement (id, site_id, reader_id, made_by, reason_id, reason_key, reason_title, ground, rule, message, found_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        id,
        siteId,
        readerId,
        madeBy,
        reason.id,
        reason.key,
        reason.key === null ? reason.title : null,
        reason.ground,
        reason.rule,
        message,
        foundBy,
      ],
    );
  }
}

export function givenReason(row: Pick<StatementRow, 'reason_key' | 'reason_title' | 'ground' | 'rule'>): GivenReason {
  return { key: row.reason_key, title: row.reason_title, ground: row.ground, rule: row.rule };
}

/** SQL: the reason of a row of `statement`, which may be missing, as a `GivenReason`, or null. */
export function givenReasonSql(statement: string): string {
  const part = (name: string): string => `${statement}.${name}`;
  return `case when ${part('id')} is not null then jsonb_build_object(
    'key', ${part('reason_key')}, 'title', ${part('reason_title')}, 'ground', ${part('ground')}, 'rule', ${part('rule')}) end`;
}
