import { foldForSearch } from './fold-for-search';
import { pairsOfRun, type SearchWords, searchWords } from './search-words';

/** What a text must have to be found: all of it. */
export interface TextQuery {
  /** Words in some form. */
  words: string[];
  /** Pairs of letters of scripts without spaces, and signs. */
  pairs: string[];
  /** Letters that begin a pair. */
  openings: string[];
  /** Parts of words. */
  parts: string[];
  /** What stands in the folded text as it is here. */
  strings: string[];
}

const quotedOrBare = /"([^"]*)"?|([^\s"]+)/g;
const around = /^[^\p{L}\p{N}\p{S}]+|[^\p{L}\p{N}\p{M}\p{S}]+$/gu;

/** Reads what a moderator looks for. Nothing in it is a command but quotes and stars; undefined when there is nothing to look for. */
export function readTextQuery(source: string): TextQuery | undefined {
  const query: TextQuery = { words: [], pairs: [], openings: [], parts: [], strings: [] };
  for (const [, quoted, bare = ''] of foldForSearch(source).folded.matchAll(quotedOrBare)) {
    if (quoted !== undefined) addPhrase(query, quoted.trim());
    else if (bare.includes('*')) for (const part of bare.split('*')) addPart(query, part);
    else addPhrase(query, bare.replace(around, '') || bare);
  }
  return Object.values(query).some((needed) => needed.length > 0) ? query : undefined;
}

function addPhrase(query: TextQuery, phrase: string): void {
  const { words, ...others } = searchWords(phrase);
  query.words.push(...words);
  addOthers(query, others);
  const isOneWord = words[0] === phrase;
  if (phrase !== '' && !isOneWord) query.strings.push(phrase);
}

function addPart(query: TextQuery, part: string): void {
  if (part === '') return;
  const { words, ...others } = searchWords(part);
  const [longest] = words.sort((one, other) => other.length - one.length);
  if (longest !== undefined) query.parts.push(longest);
  addOthers(query, others);
  query.strings.push(part);
}

function addOthers(query: TextQuery, { runs, signs }: Omit<SearchWords, 'words'>): void {
  query.pairs.push(...signs);
  for (const run of runs) {
    const pairs = pairsOfRun(run).slice(0, -1);
    if (pairs.length === 0) query.openings.push(run);
    else query.pairs.push(...pairs);
  }
}
