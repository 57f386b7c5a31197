import type { ListOutcome, ScreeningSettings } from '../../contract/screening';
import type { SiteScorer } from './scorer/ask-scorer';
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
  /** Null where there is none, or it is off. */
  scorer: SiteScorer | null;
}

/** As it is stored. */
export interface StoredPolicy extends Pick<ScreeningPolicy, 'version' | 'settings' | 'scorer'> {
  lists: readonly ListedWords[];
}

export function compilePolicy({ lists, ...policy }: StoredPolicy): ScreeningPolicy {
  const words = lists.flatMap(({ name, outcome, terms }) => terms.map((word) => ({ word, payload: { list: name, outcome } })));
  return { ...policy, words: new WordMatcher(words) };
}
