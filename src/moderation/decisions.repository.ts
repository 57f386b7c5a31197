import { Injectable } from '@nestjs/common';
import type { CommentStatus } from '../../contract/conversation';
import type { DecisionView, Verdict } from '../../contract/moderation';
import type { Transaction } from '../platform/database';

export interface NewDecision {
  id: string;
  commentId: string;
  verdict: Verdict;
  revision: number;
  from: CommentStatus;
  to: CommentStatus;
  deciderId: string;
  reason: string | null;
}

interface DecisionRow {
  id: string;
  comment_id: string;
  verdict: Verdict;
  revision: number;
  from_status: CommentStatus;
  to_status: CommentStatus;
  decider_id: string;
  decider_name: string;
  reason: string | null;
  decided_at: Date;
}

/** The version before wrote none. */
const verdict = `coalesce(d.verdict, case d.to_status when 'published' then 'publish' when 'held' then 'hold' when 'rejected' then 'reject' else 'remove' end)`;
const columns = `d.id, d.comment_id, ${verdict} as verdict, d.revision, d.from_status, d.to_status, a.id as decider_id, a.name as decider_name, d.reason, d.decided_at`;

/** Decisions are only ever added; the database refuses anything else. */
@Injectable()
export class DecisionsRepository {
  /** Under the lock of the comment's thread, so that times follow the order of decisions. */
  async insertDecision(tx: Transaction, decision: NewDecision): Promise<DecisionView> {
    const { id, commentId, verdict, revision, from, to, deciderId, reason } = decision;
    const [row] = await tx.rows<DecisionRow>(
      `with d as (
         insert into decision (id, comment_id, revision, from_status, to_status, decided_by, reason, verdict)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning *)
       select ${columns} from d join reader a on a.id = d.decided_by`,
      [id, commentId, revision, from, to, deciderId, reason, verdict],
    );
    if (row === undefined) throw new Error('the decision was not inserted');
    return decisionView(row);
  }

  async findLastDecision(tx: Transaction, commentId: string): Promise<DecisionView | undefined> {
    const [row] = await tx.rows<DecisionRow>(
      `select ${columns} from decision d join reader a on a.id = d.decided_by
        where d.comment_id = $1 order by d.decided_at desc, d.id desc limit 1`,
      [commentId],
    );
    return row && decisionView(row);
  }
}

function decisionView(row: DecisionRow): DecisionView {
  return {
    id: row.id,
    commentId: row.comment_id,
    verdict: row.verdict,
    revision: row.revision,
    from: row.from_status,
    to: row.to_status,
    decidedBy: { id: row.decider_id, name: row.decider_name },
    reason: row.reason,
    decidedAt: row.decided_at.toISOString(),
  };
}
