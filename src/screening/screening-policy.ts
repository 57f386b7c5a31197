import type { ListOutcome, ScreeningSettings } from '../../contract/screening';
import { WordMatcher } from './words/word-matcher';

/** A word list as it is matched. */
export interface ListedWords {
  name: string;
  outcome: ListOutcome;
  terms: string[];
}

export interface ListedWord {
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
  const words = given.lists.flatMap(({ name, outcome, terms }) => terms.map((word) => ({ word, payload: { list: name, outcome } })));
  return { version: given.version, settings: given.settings, words: new WordMatcher(words) };
}
