/** The automatic checks on a draft that tell its author, or a moderator, something about it. */
export const screeningRules = [
  'blocked_words',
  'watched_words',
  'links',
  'same_text',
  'new_reader',
  'recent_rejections',
  'held_reader',
  'scorer',
] as const;
export type ScreeningRule = (typeof screeningRules)[number];

/** What a check found in a text. Several can be true of one text, and all are told. */
export interface FindingView {
  rule: ScreeningRule;
  outcome: 'hold' | 'refuse';
  /** The parts of the text that it is about, as written: words, addresses. Empty when it is about the reader or the whole text. */
  excerpts: string[];
}

/** As moderators see it. */
export interface FindingWithEvidence extends FindingView {
  /** By rule: the entries of lists that matched, the limit that was passed, the first comment of a `group` of almost the same text. */
  evidence: Record<string, unknown>;
}

/** What `comment_refused` (never taken) and `comment_may_be_held` (taken with `sendAnyway`) carry beside their sentence. Both are 422. */
export interface ScreeningProblem {
  findings: FindingView[];
}

/** What an editor sets for a site, beside its word lists. Zero, or null for links, means: not checked. */
export interface ScreeningSettings {
  /** The first so many comments of a reader on the site are held, */
  newReaderComments: number;
  /** and those of the first hours of the account. */
  newReaderHours: number;
  /** More links than this in one comment. */
  maxLinks: number | null;
  /** Links to them, and to what is below them, do not count. */
  trustedDomains: string[];
  /** Comments with links to them are refused. */
  blockedDomains: string[];
  /** So many comments of a reader that were rejected or removed, */
  rejections: number;
  /** posted in so many days. */
  rejectionDays: number;
  /** So many comments in a day that are almost the same, by the same reader, */
  repeatsOfReader: number;
  /** or by any number of others. */
  repeatsOfOthers: number;
}

export const listOutcomes = ['hold', 'refuse'] as const;
export type ListOutcome = (typeof listOutcomes)[number];

/** Words that are looked for in every comment of a site while the list is on. */
export interface WordListView {
  id: string;
  name: string;
  /** Of BCP 47, for people: words are found whatever the language of a comment. */
  language: string;
  outcome: ListOutcome;
  isOn: boolean;
  termCount: number;
  /** ISO 8601. */
  changedAt: string;
}

export interface WordListWithTerms extends WordListView {
  terms: string[];
  /** Of all the rules of the site. */
  version: string;
}

export interface ScreeningView {
  /** Of all the rules of the site: every change of a setting or a list makes another. */
  version: string;
  settings: ScreeningSettings;
  lists: WordListView[];
}

export const startListLanguages = ['ar', 'de', 'en', 'es', 'fr'] as const;
export type StartListLanguage = (typeof startListLanguages)[number];

export interface MakeWordListRequest {
  name: string;
  language: string;
  outcome: ListOutcome;
  /** Begins with the words that come with the service; there are some in `startListLanguages`. */
  withStartList?: boolean;
}

/** A change that counts only while the rules are those that it was tried with. */
export interface TriedChange {
  /** Of those; any other now is a conflict (`rules_changed`). */
  version?: string;
}

export interface ChangeScreeningRequest extends Partial<ScreeningSettings>, TriedChange {}

export interface ChangeWordListRequest extends TriedChange, Partial<Omit<MakeWordListRequest, 'withStartList'>> {
  isOn?: boolean;
  add?: string[];
  remove?: string[];
}
