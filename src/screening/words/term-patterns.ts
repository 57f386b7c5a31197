import { foldText } from './fold-text';
import { readingsOf } from './readings';
import { likenessOf } from './stand-ins';

/** Between two words, and at both ends of a text. */
export const space = 0x20;

/** One way to write a term. */
export interface Pattern {
  /** Its letters and spaces. */
  letters: readonly number[];
  /** In a script without spaces nothing ends the last word, but it must not end before the vowel sign of its last letter. */
  isOpenEnded: boolean;
  /** Of a script whose letters pass for Latin ones. */
  isForeign: boolean;
}

const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' };
/** Terms of several words with fewer letters make other words when they are written together. */
const leastJoinedLetters = 6;

/** The ways to write a term. None when nothing of it can be read. */
export function patternsOf(term: string): Pattern[] {
  const written = term.normalize('NFC').toLowerCase().trim();
  const openStart = written.startsWith('*');
  const openEnd = written.endsWith('*');
  return spellingsOf(written.replace(/^\*+|\*+$/g, '')).map((words) => {
    const startsOpen = openStart || words[0]?.isSpaceless === true;
    const isSpacelessEnd = words.at(-1)?.isSpaceless === true;
    const letters = words.flatMap((word, index) => (index === 0 ? word.letters : [space, ...word.letters]));
    if (!startsOpen) letters.unshift(space);
    if (!openEnd && !isSpacelessEnd) letters.push(space);
    return { letters, isOpenEnded: isSpacelessEnd && !openEnd, isForeign: words.every((word) => word.isForeign) };
  });
}

/** What terms that are found in the same texts have in common; empty when a term cannot be found in any. */
export function foldedTerm(term: string): string {
  return patternsOf(term)
    .map(({ letters }) => String.fromCodePoint(...letters))
    .join('|');
}

/** Side by side, letters that are alike are one run. */
export function runsOf(letters: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const letter of letters) {
    const run = runs.at(-1);
    if (run?.[0] !== undefined && likenessOf(run[0]) === likenessOf(letter)) run.push(letter);
    else runs.push([letter]);
  }
  return runs;
}

interface Word {
  letters: number[];
  isSpaceless: boolean;
  isForeign: boolean;
}

function spellingsOf(term: string): Word[][] {
  const writtenOut = term.replace(/[äöü]/g, (umlaut) => umlauts[umlaut] ?? umlaut);
  const spellings = [...new Set([term, writtenOut])].map(wordsOf).filter((words) => words.length > 0);
  return spellings.flatMap((words) => (mayBeJoined(words) ? [words, [joined(words)]] : [words]));
}

function wordsOf(term: string): Word[] {
  const folded = foldText(term);
  const [asWords] = readingsOf(folded);
  const words: Word[] = [];
  for (const [index, { letter, family, isForeign }] of folded.entries()) {
    if (index === 0 || asWords?.partsAt(index)) words.push({ letters: [], isSpaceless: family === 'spaceless', isForeign });
    const word = words.at(-1);
    word?.letters.push(letter);
    if (word && !isForeign) word.isForeign = false;
  }
  return words;
}

function mayBeJoined(words: readonly Word[]): boolean {
  return words.length > 1 && joined(words).letters.length >= leastJoinedLetters && !words.some(({ isSpaceless }) => isSpaceless);
}

function joined(words: readonly Word[]): Word {
  return { letters: words.flatMap(({ letters }) => letters), isSpaceless: false, isForeign: words.every((word) => word.isForeign) };
}
