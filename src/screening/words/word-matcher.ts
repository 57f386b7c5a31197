import { isMark, isSign } from './fold-letter';
import { type FoldedLetter, foldText, withoutSigns } from './fold-text';
import { type Reading, readingsOf } from './readings';
import { isPlausible, likenessOf, readsAs } from './stand-ins';
import { type Pattern, patternsOf, space } from './term-patterns';
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

/** Letters that are alike and stand side by side. */
interface Run {
  likeness: number;
  from: number;
  to: number;
  word: Word;
}

interface Word {
  from: number;
  to: number;
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
    this.automaton = new WordAutomaton(this.patterns.map(({ pattern }) => pattern.runs.map(([letter]) => likenessOf(letter ?? space))));
  }

  /** Each term once, at one of its places, in the order of the text. Terms may lie on one another. */
  find(text: string): Match<Payload>[] {
    return this.look(text).matches;
  }

  /** The same, and how many steps it took: letters that were read or compared. */
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
    const read = this.automaton.read(
      runs.map(({ likeness }) => likeness),
      (index, last) => {
        const candidate = this.patterns[index];
        if (candidate === undefined || found.has(candidate.term)) return;
        const { pattern, term } = candidate;
        const there = runs.slice(last + 1 - pattern.runs.length, last + 1).filter(({ likeness }) => likeness !== space);
        compared += there.reduce((sum, { from, to }) => sum + to - from, 0);
        if (isWritten(pattern, letters, there)) found.set(term, { term, ...placeOf(there, letters) });
      },
    );
    return read + compared;
  }
}

function runsIn(letters: readonly FoldedLetter[], { from, to, partsAt }: Reading): Run[] {
  const runs: Run[] = [];
  let word: Word = { from, to: from };
  for (let index = from; index < to; index += 1) {
    if (index === from || partsAt(index)) {
      word = { from: index, to: index };
      runs.push({ likeness: space, from: index, to: index, word });
    }
    word.to = index + 1;
    const likeness = likenessOf(letters[index]?.letter ?? space);
    const last = runs.at(-1);
    if (last?.likeness === likeness) last.to = index + 1;
    else runs.push({ likeness, from: index, to: index + 1, word });
  }
  runs.push({ likeness: space, from: to, to, word });
  return runs;
}

/** Whole words, also where only the beginning or the end of one is listed; in a script without spaces, the letters that are. */
function placeOf(runs: readonly Run[], letters: readonly FoldedLetter[]): { from: number; to: number } {
  const wholeWords = runs.map((run) => (letters[run.from]?.family === 'spaceless' ? run : run.word));
  const last = (wholeWords.at(-1)?.to ?? 0) - 1;
  return { from: letters[wholeWords[0]?.from ?? 0]?.from ?? 0, to: letters[last]?.to ?? 0 };
}

function isWritten({ runs, meant, isOpenEnded }: Pattern, letters: readonly FoldedLetter[], there: readonly Run[]): boolean {
  const written = there.map(({ from, to }) => letters.slice(from, to).map(({ letter }) => letter));
  const wanted = runs.filter(([letter]) => letter !== space);
  if (!wanted.every((run, index) => readsAs(written[index] ?? [], run))) return false;
  if (!isPlausible(written.flat(), meant)) return false;
  const next = letters[there.at(-1)?.to ?? 0];
  return !(isOpenEnded && next !== undefined && next.gap === 'none' && isMark(next.letter));
}
