import type { FindingView, FindingWithEvidence, ScreeningRule } from '../../contract/screening';

/** What a check found in a draft. */
export type Finding = FindingWithEvidence;

const toldBefore: ReadonlySet<ScreeningRule> = new Set(['watched_words', 'links', 'same_text']);

/** Whether the author could do something about it, and is asked before the comment is held. */
export function isAboutText({ rule }: FindingView): boolean {
  return toldBefore.has(rule);
}

export function findingView({ rule, outcome, excerpts }: Finding): FindingView {
  return { rule, outcome, excerpts };
}
