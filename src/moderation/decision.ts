import type { DecisionView } from '../../contract/moderation';

/** A decision as moderators see it, which of the site's reasons it names, and the statement that explains it. */
export interface RecordedDecision {
  view: DecisionView;
  reasonId: string | null;
  statementId: string | null;
}
