import { WordMatcher } from './words/word-matcher';

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

export type ListOutcome = 'hold' | 'refuse';

/** A word list as it is matched. */
export interface ListedWords {
  name: string;
  outcome: ListOutcome;
  terms: string[];
}

export interface ListedWord {
  word: string;
  list: string;
  outcome: ListOutcome;
}

/** All that a site screens for, made ready once for each version. */
export interface ScreeningPolicy {
  version: string;
  settings: ScreeningSettings;
  words: WordMatcher<ListedWord>;
}

export function compilePolicy(given: { version: string; settings: ScreeningSettings; lists: readonly ListedWords[] }): ScreeningPolicy {
  const words = given.lists.flatMap(({ name, outcome, terms }) => terms.map((word) => ({ word, list: name, outcome })));
  return { version: given.version, settings: given.settings, words: new WordMatcher(words) };
}
