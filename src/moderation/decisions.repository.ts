import { Injectable } from '@nestjs/common';
import type { CommentStatus } from '../../contract/conversation';
import type { Verdict } from '../../contract/moderation';
import type { Transaction } from '../platform/database';
import { givenReason, type StatementRow } from '../sanctions';
import type { RecordedDecision } from './decision';

export interface NewDecision {
  id: string;
  commentId: string;
  siteId: string;
  verdict: Verdict;
  revision: number;
  from: CommentStatus;
  to: CommentStatus;
  deciderId: string;
  /** Why, where it restricts. */
  statementId: string | null;
}

type ReasonColumns = Pick<StatementRow, 'reason_key' | 'reason_title' | 'ground' | 'rule' | 'message'>;

interface DecisionRow extends ReasonColumns {
  id: string;
  comment_id: string;
  verdict: Verdict;
  revision: number;
  from_status: CommentStatus;
  to_status: CommentStatus;
  decider_id: string;
  decider_name: string;
  statement_id: string | null;
  reason_id: string | null;
  decided_at: Date;
}

/** SQL: the verdict of a decision called `d`; the version before wrote none. */
const verdictSql = `coalesce(d.verdict,
  case d.to_status when 'published' then 'publish' when 'held' then 'hold' when 'rejected' then 'reject' else 'remove' end)`;

const columns = `d.id, d.comment_id, ${verdictSql} as verdict, d.revision, d.from_status, d.to_status, a.id as decider_id, a.name as decider_name,
       d.statement_id, d.decided_at, m.reason_id, m.reason_key, m.reason_title, m.ground, m.rule, m.message`;
const joined = 'join reader a on a.id = d.decided_by left join statement m on m.id = d.statement_id';

/** Decisions are only ever added; the database refuses anything else. */
@Injectable()
export class DecisionsRepository {
  /** Under the lock of the comment's thread, so that times follow the order of decisions. */
  async insertDecision(tx: Transaction, decision: NewDecision): Promise<RecordedDecision> {
    const { id, commentId, siteId, verdict, revision, from, to, deciderId, statementId } = decision;
    const [row] = await tx.rows<DecisionRow>(
      `with d as (
         insert into decision (id, comment_id, revision, from_status, to_status, decided_by, statement_id, site_id, verdict)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning *)
       select ${columns} from d ${joined}`,
      [id, commentId, revision, from, to, deciderId, statementId, siteId, verdict],
    );
    if (row === undefined) throw new Error('the decision was not inserted');
    return recorded(row);
  }

  async findLastDecision(tx: Transaction, commentId: string): Promise<RecordedDecision | undefined> {
    const [row] = await tx.rows<DecisionRow>(
      `select ${columns} from decision d ${joined} where d.comment_id = $1 order by d.decided_at desc, d.id desc limit 1`,
      [commentId],
    );
    return row && recorded(row);
  }

  /** Whether screening found something in a text that is decided on. */
  async hasFinding(tx: Transaction, { id, revision }: { id: string; revision: number }): Promise<boolean> {
    return (await tx.rows('select 1 from finding where comment_id = $1 and revision = $2 limit 1', [id, revision])).length > 0;
  }
}

function recorded(row: DecisionRow): RecordedDecision {
  return {
    reasonId: row.reason_id,
    statementId: row.statement_id,
    view: {
      id: row.id,
      commentId: row.comment_id,
      verdict: row.verdict,
      revision: row.revision,
      from: row.from_status,
      to: row.to_status,
      decidedBy: { id: row.decider_id, name: row.decider_name },
      reason: row.statement_id === null ? null : givenReason(row),
      message: row.message,
      decidedAt: row.decided_at.toISOString(),
    },
  };
}
