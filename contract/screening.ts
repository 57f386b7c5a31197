/** The automatic checks on a draft that tell its author, or a moderator, something about it. */
export const screeningRules = ['blocked_words', 'watched_words', 'links', 'same_text', 'new_reader', 'recent_rejections'] as const;
export type ScreeningRule = (typeof screeningRules)[number];

/** What a check found in a text. Several can be true of one text, and all are told. */
export interface FindingView {
  rule: ScreeningRule;
  outcome: 'hold' | 'refuse';
  /** The parts of the text that it is about, as written: words, addresses. Empty when it is about the reader or the whole text. */
  excerpts: string[];
}

/** What `comment_refused` (never taken) and `comment_may_be_held` (taken with `sendAnyway`) carry beside their sentence. Both are 422. */
export interface ScreeningProblem {
  findings: FindingView[];
}
