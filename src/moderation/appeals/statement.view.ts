import type { SanctionKind, StatementView } from '../../../contract/sanctions';
import type { FindingView } from '../../../contract/screening';
import { givenReason, type StatementRow } from '../../sanctions';

const foundView = `'rule', f.rule, 'outcome', f.outcome, 'excerpts', f.evidence -> 'excerpts'`;

/** SQL: what screening found in the text that a decision was about, as a list of `FindingView`; `decision` is a row of that table. */
export function foundAtSql(decision: string): string {
  return foundAs(foundView, decision);
}

/** SQL: the same for moderators, as a list of `FindingWithEvidence`. */
export function foundWithEvidenceSql(decision: string): string {
  return foundAs(`${foundView}, 'evidence', f.evidence - 'excerpts'`, decision);
}

function foundAs(view: string, decision: string): string {
  return `coalesce((
    select jsonb_agg(jsonb_build_object(${view}) order by f.rule)
      from finding f where f.comment_id = ${decision}.comment_id and f.revision = ${decision}.revision), '[]')`;
}

interface RestrictionColumns<Finding extends FindingView> {
  /** Of the sanction it explains, */
  kind: SanctionKind | null;
  /** or of the decision. */
  to_status: 'rejected' | 'removed' | null;
  findings: Finding[];
}

export function statementView<Finding extends FindingView>(
  row: StatementRow & RestrictionColumns<Finding>,
): StatementView & { findings: Finding[] } {
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
