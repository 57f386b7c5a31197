import type { ExcerptPart } from '../../contract/search';
import { foldForSearch } from './fold-for-search';
import { searchWords } from './search-words';

/** UTF-16 code units before the first hit, and in all. */
const before = 60;
const length = 300;
const more = '…';

/** What is marked in a text: words, as they stand in it once it is folded, and strings. */
export interface Hits {
  words: ReadonlySet<string>;
  strings: readonly string[];
}

/** The words of texts that may be hits of a word in some form. */
export function wordsOf(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => searchWords(foldForSearch(text).folded).words))];
}

/** The text around its first hit, in runs; from its beginning where nothing in it is one. */
export function excerptOf(text: string, hits: Hits): ExcerptPart[] {
  const ranges = rangesOf(text, hits);
  const start = wholeCharacter(text, Math.max(0, (ranges[0]?.from ?? 0) - before));
  const end = wholeCharacter(text, Math.min(text.length, start + length));
  const parts: ExcerptPart[] = [{ text: start > 0 ? more : '', isHit: false }];
  let place = start;
  for (const { from, to } of ranges.filter((range) => range.from < end)) {
    parts.push({ text: text.slice(place, from), isHit: false }, { text: text.slice(from, Math.min(to, end)), isHit: true });
    place = Math.min(to, end);
  }
  parts.push({ text: text.slice(place, end) + (end < text.length ? more : ''), isHit: false });
  return parts.filter((part) => part.text !== '');
}

interface Range {
  from: number;
  to: number;
}

function rangesOf(text: string, { words, strings }: Hits): Range[] {
  const { folded, origins } = foldForSearch(text);
  const ranges: Range[] = [];
  const add = (from: number, to: number): void => {
    ranges.push({ from: origins[from] ?? 0, to: endOf(text, origins[to - 1] ?? 0) });
  };
  for (const { 0: word, index } of folded.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) if (words.has(word)) add(index, index + word.length);
  for (const string of strings)
    for (let at = folded.indexOf(string); at >= 0; at = folded.indexOf(string, at + string.length)) add(at, at + string.length);
  return merged(ranges.sort((one, other) => one.from - other.from));
}

/** Behind a character and the marks on it. */
function endOf(text: string, start: number): number {
  const [character = ''] = /^.\p{M}*/su.exec(text.slice(start, start + 16)) ?? [];
  return start + character.length;
}

function merged(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const range of ranges) {
    const last = result.at(-1);
    if (last !== undefined && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else result.push({ ...range });
  }
  return result;
}

function wholeCharacter(text: string, place: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(place)) ? place - 1 : place;
}
