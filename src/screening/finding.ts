import type { FindingView, ScreeningRule } from '../../contract/screening';

/** What a check found in a draft. */
export interface Finding extends FindingView {
  /** What a moderator sees of it beside the excerpts: the entries of lists that matched, the first comment of a group. */
  evidence: Record<string, unknown>;
}

const toldBefore: ReadonlySet<ScreeningRule> = new Set(['watched_words', 'links', 'same_text']);

/** Whether the author could do something about it, and is asked before the comment is held. */
export function isAboutText({ rule }: FindingView): boolean {
  return toldBefore.has(rule);
}

export function findingView({ rule, outcome, excerpts }: Finding): FindingView {
  return { rule, outcome, excerpts };
}
