import { foldForSearch } from './fold-for-search';
import { gramsOf } from './search-words';

/** Names are short, and some have two letters. */
const gramLength = 2;

export function foldName(name: string): string {
  return foldForSearch(name).folded.trim();
}

/** What a part of a name finds it by; none of one letter. */
export function gramsOfName(foldedName: string): string[] {
  return gramsOf(foldedName, gramLength);
}
