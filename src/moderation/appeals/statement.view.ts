import type { SanctionKind, StatementView } from '../../../contract/sanctions';
import type { FindingView } from '../../../contract/screening';
import { givenReason, type StatementRow } from '../../sanctions';

/** SQL: what screening found in the text that a decision was about, as a list of `FindingView`; `decision` is a row of that table. */
export function foundAtSql(decision: string): string {
  return `coalesce((
    select jsonb_agg(jsonb_build_object('rule', f.rule, 'outcome', f.outcome, 'excerpts', f.evidence -> 'excerpts') order by f.rule)
      from finding f where f.comment_id = ${decision}.comment_id and f.revision = ${decision}.revision), '[]')`;
}

interface RestrictionColumns {
  /** Of the sanction it explains, */
  kind: SanctionKind | null;
  /** or of the decision. */
  to_status: 'rejected' | 'removed' | null;
  findings: FindingView[];
}

export function statementView(row: StatementRow & RestrictionColumns): StatementView {
  const restriction = row.kind ?? row.to_status;
  if (restriction === null) throw new Error(`statement ${row.id} explains nothing`);
  return {
    id: row.id,
    restriction,
    reason: givenReason(row),
    message: row.message,
    foundBy: row.found_by,
    findings: row.findings,
    madeAt: row.made_at.toISOString(),
  };
}
