import { foldForSearch } from './fold-for-search';
import { gramLength, pairsOfRun, searchWords } from './search-words';

/** What a text must have to be found: all of it. */
export interface TextQuery {
  /** Words in some form. */
  words: string[];
  /** Pairs of letters of scripts without spaces. */
  pairs: string[];
  /** Letters that begin a pair. */
  openings: string[];
  /** Parts of words, each long enough to be looked up. */
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
  const { words, runs } = searchWords(phrase);
  query.words.push(...words);
  addRuns(query, runs);
  const isOneWord = words[0] === phrase;
  if (phrase !== '' && !isOneWord) query.strings.push(phrase);
}

function addPart(query: TextQuery, part: string): void {
  if (part === '') return;
  const { words, runs } = searchWords(part);
  const [longest = ''] = words.sort((one, other) => other.length - one.length);
  if ([...longest].length >= gramLength) query.parts.push(longest);
  addRuns(query, runs);
  query.strings.push(part);
}

function addRuns(query: TextQuery, runs: readonly string[]): void {
  for (const run of runs) {
    const pairs = pairsOfRun(run).slice(0, -1);
    if (pairs.length === 0) query.openings.push(run);
    else query.pairs.push(...pairs);
  }
}
