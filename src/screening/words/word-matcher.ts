import { isMark, isSign } from './fold-letter';
import { type FoldedLetter, foldText, withoutSigns } from './fold-text';
import { type Reading, readingsOf } from './readings';
import { isPlausible, likenessOf, readsAs } from './stand-ins';
import { type Pattern, patternsOf, runsOf, space } from './term-patterns';
import { WordAutomaton } from './word-automaton';

/**
 * A word to be found, or several with spaces between them. `*` at an end stands for whatever more belongs to the word there. What the payload is (a list, an id) is the
 * caller's.
 */
export interface Term<Payload> {
  word: string;
  payload: Payload;
}

/** Where a term stands in the text, in UTF-16 code units: what is between is the word as written. */
export interface Match<Payload> {
  term: Term<Payload>;
  from: number;
  to: number;
}

/** A shorter word that is all in another script than the listed one is a word of that script. */
const leastLookAlikeLetters = 4;

/** A reading as the automaton takes it: runs of letters that are alike, and spaces, which have no letter. */
interface Runs {
  likeness: number[];
  /** The first letter of each; where the next one's is, it ends. */
  from: number[];
}

/**
 * Finds listed words in texts, whole and in any script, however they are disguised. Compiled once for a list; looking is linear in the text.
 *
 * It takes the source of a comment, in normal form C. Markdown's marks stay: they end words, and what they split is read as one word as well. The path of an address is
 * skipped. An automaton over letters that can stand for one another finds what may be meant, and a closer look decides.
 */
export class WordMatcher<Payload> {
  private readonly patterns: { pattern: Pattern; term: Term<Payload> }[];
  private readonly automaton: WordAutomaton;

  constructor(terms: readonly Term<Payload>[]) {
    this.patterns = terms.flatMap((term) => patternsOf(term.word).map((pattern) => ({ pattern, term })));
    this.automaton = new WordAutomaton(
      this.patterns.map(({ pattern }) => runsOf(pattern.letters).map(([letter = space]) => likenessOf(letter))),
    );
  }

  /** Each term once, at one of its places, in the order of the text. Terms may lie on one another. */
  find(text: string): Match<Payload>[] {
    return this.look(text).matches;
  }

  /** The same, and how many steps it took: letters that were read, followed or compared. */
  look(text: string): { matches: Match<Payload>[]; steps: number } {
    const letters = foldText(text);
    const hasSigns = letters.some(({ letter }) => isSign(letter));
    const found = new Map<Term<Payload>, Match<Payload>>();
    let steps = 0;
    for (const each of hasSigns ? [letters, withoutSigns(letters)] : [letters]) {
      for (const reading of readingsOf(each)) steps += this.read(each, reading, found);
    }
    return { matches: [...found.values()].sort((one, other) => one.from - other.from || one.to - other.to), steps };
  }

  private read(letters: readonly FoldedLetter[], reading: Reading, found: Map<Term<Payload>, Match<Payload>>): number {
    const runs = runsIn(letters, reading);
    let compared = 0;
    const read = this.automaton.read(runs.likeness, (index, last) => {
      const candidate = this.patterns[index];
      if (candidate === undefined || found.has(candidate.term)) return;
      const wanted = runsOf(candidate.pattern.letters);
      const first = last + 1 - wanted.length;
      const written = wanted.map((_run, place) => lettersOf(letters, runs, first + place));
      compared += (runs.from[last + 1] ?? 0) - (runs.from[first] ?? 0);
      if (!isWritten(written, wanted)) return;
      if (isChance(candidate.pattern, letters.slice(runs.from[first], runs.from[last + 1]))) return;
      if (candidate.pattern.isOpenEnded && isMarked(letters[runs.from[last + 1] ?? 0])) return;
      found.set(candidate.term, { term: candidate.term, ...placeOf(letters, runs, { first, last }) });
    });
    return reading.to - reading.from + read + compared;
  }
}

function runsIn(letters: readonly FoldedLetter[], { from, to, partsAt }: Reading): Runs {
  const runs: Runs = { likeness: [space], from: [from] };
  let last = space;
  for (let index = from; index < to; index += 1) {
    if (index !== from && partsAt(index)) {
      runs.likeness.push(space);
      runs.from.push(index);
      last = space;
    }
    const likeness = likenessOf(letters[index]?.letter ?? space);
    if (likeness === last) continue;
    runs.likeness.push(likeness);
    runs.from.push(index);
    last = likeness;
  }
  runs.likeness.push(space);
  runs.from.push(to, to);
  return runs;
}

function lettersOf(letters: readonly FoldedLetter[], runs: Runs, run: number): number[] {
  return letters.slice(runs.from[run], runs.from[run + 1]).map(({ letter }) => letter);
}

function isWritten(written: readonly number[][], wanted: readonly number[][]): boolean {
  const isSpace = (run: readonly number[]) => run[0] === space;
  return (
    wanted.every((run, index) => isSpace(run) || readsAs(written[index] ?? [], run)) && isPlausible(written.flat(), new Set(wanted.flat()))
  );
}

/** Short words of one script look like those of another: но is no ho. A mixture is no chance. */
function isChance({ isForeign }: Pattern, written: readonly FoldedLetter[]): boolean {
  return written.length < leastLookAlikeLetters && written.every((letter) => letter.isForeign !== isForeign);
}

/** Whether this is a vowel sign of the letter before. */
function isMarked(letter: FoldedLetter | undefined): boolean {
  return letter !== undefined && letter.gap === 'none' && isMark(letter.letter);
}

/** Whole words, also where only the beginning or the end of one is listed; in a script without spaces, the letters that are. */
function placeOf(letters: readonly FoldedLetter[], runs: Runs, place: { first: number; last: number }): { from: number; to: number } {
  let { first, last } = place;
  const isSpaceless = (run: number) => letters[runs.from[run] ?? 0]?.family === 'spaceless';
  while (runs.likeness[first] !== space && !isSpaceless(first)) first -= 1;
  while (runs.likeness[last] !== space && !isSpaceless(last)) last += 1;
  const to = runs.from[last + 1] ?? 0;
  return { from: letters[runs.from[first] ?? 0]?.from ?? 0, to: letters[to - 1]?.to ?? 0 };
}
