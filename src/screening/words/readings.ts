import type { FoldedLetter } from './fold-text';

/** A stretch of a text's letters, read in one way: where `partsAt` holds, one word ends before that letter. */
export interface Reading {
  from: number;
  to: number;
  partsAt: (index: number) => boolean;
}

/** A stretch of letters without anything between them. */
interface Piece {
  from: number;
  to: number;
}

/** Fewer single letters in a row are words, initials, a list; without spaces in the script, two make a word. */
const leastSpelled = 3;
const leastSpelledWithoutSpaces = 2;

/**
 * The ways to read a text: as its words; what marks join without a space (bad*word) as one word; and what is spelled out (b a d, b.a.d).
 * Together they are no longer than a few times the text.
 */
export function readingsOf(letters: readonly FoldedLetter[]): Reading[] {
  const text = new Letters(letters);
  const pieces = text.pieces();
  return [text.asWords(), ...text.joinedByMarks(), ...text.spelledOut(pieces)];
}

class Letters {
  constructor(private readonly letters: readonly FoldedLetter[]) {}

  asWords(): Reading {
    return { from: 0, to: this.letters.length, partsAt: (index) => this.gapBefore(index) !== 'none' || this.changesFamily(index) };
  }

  pieces(): Piece[] {
    const words = this.asWords();
    const pieces: Piece[] = [];
    for (let from = 0, to = 1; from < words.to; from = to, to += 1) {
      while (to < words.to && !words.partsAt(to)) to += 1;
      pieces.push({ from, to });
    }
    return pieces;
  }

  joinedByMarks(): Reading[] {
    if (!this.letters.some(({ gap }) => gap === 'tight')) return [];
    return [{ ...this.asWords(), partsAt: (index) => this.gapBefore(index) === 'apart' || this.changesFamily(index) }];
  }

  spelledOut(pieces: readonly Piece[]): Reading[] {
    const isSingle = pieces.map((piece) => this.isSingle(piece));
    const readings: Reading[] = [];
    for (let start = 0, end = 0; start < pieces.length; start = end + 1) {
      for (end = start; isSingle[end]; ) end += 1;
      if (end > start) readings.push(...this.waysToSpell(pieces.slice(start, end), pieces[end]));
    }
    return readings;
  }

  /** A wider gap may part words; "a" and "I" may be words of their own; what follows may be an ending (f u c k ing). */
  private waysToSpell(chain: readonly Piece[], next: Piece | undefined): Reading[] {
    const [first, ...rest] = chain;
    const isSpaced = first === undefined || this.letters[first.from]?.family === 'spaced';
    if (chain.length < (isSpaced ? leastSpelled : leastSpelledWithoutSpaces)) return [];
    const narrowest = rest.reduce((width, piece) => Math.min(width, this.widthBefore(piece.from)), Number.POSITIVE_INFINITY);
    const whole = this.whole(chain);
    const ways = [whole, { ...whole, partsAt: (index: number) => this.widthBefore(index) > narrowest }];
    if (rest.length >= leastSpelled && this.isWordOfOneLetter(whole.from)) ways.push(this.whole(rest));
    if (next !== undefined) ways.push(this.whole([...chain, next]));
    return ways;
  }

  private whole(chain: readonly Piece[]): Reading {
    return { from: chain[0]?.from ?? 0, to: chain.at(-1)?.to ?? 0, partsAt: (index) => this.changesFamily(index) };
  }

  private isSingle({ from, to }: Piece): boolean {
    const first = this.letters[from]?.letter;
    for (let index = from + 1; index < to; index += 1) if (this.letters[index]?.letter !== first) return false;
    return true;
  }

  private isWordOfOneLetter(index: number): boolean {
    return 'ai'.includes(String.fromCodePoint(this.letters[index]?.letter ?? 0));
  }

  private gapBefore(index: number): string {
    return this.letters[index]?.gap ?? 'apart';
  }

  private widthBefore(index: number): number {
    return (this.letters[index]?.from ?? 0) - (this.letters[index - 1]?.to ?? 0);
  }

  private changesFamily(index: number): boolean {
    return this.letters[index]?.family !== this.letters[index - 1]?.family;
  }
}
