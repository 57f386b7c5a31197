import { isSign } from './fold-letter';
import { capitalI } from './fold-text';

/** What is written for letters, and for which. */
const standIns = new Map(
  Object.entries({
    '4': 'a',
    '@': 'a',
    '8': 'b',
    '3': 'e',
    '€': 'e',
    '6': 'g',
    '9': 'g',
    '1': 'il',
    '!': 'il',
    '|': 'il',
    '0': 'o',
    '5': 's',
    $: 's',
    '7': 't',
  })
    .concat([[String.fromCodePoint(capitalI), 'il']])
    .map(([written, meant]) => [written.codePointAt(0) ?? 0, [...meant].map((letter) => letter.codePointAt(0) ?? 0)]),
);
/** The same for all that can stand for one another: l for l, i, 1, ! and |. By letter, as far as the last that has one. */
const likeness = Uint16Array.from({ length: capitalI + 1 }, (_, letter) => standIns.get(letter)?.at(-1) ?? letter);
likeness['i'.charCodeAt(0)] = 'l'.charCodeAt(0);

export function likenessOf(letter: number): number {
  return likeness[letter] ?? letter;
}

/** Whether these letters can be read as those of the term, which are all alike: one for one, or drawn out to three and more where the term has fewer. */
export function readsAs(written: readonly number[], meant: readonly number[]): boolean {
  if (written.length === meant.length) return written.every((letter, index) => canBe(letter, meant[index] ?? 0));
  return written.length > meant.length && isDrawnOut(written, meant);
}

/** A number is no word: digits may stand for half of the letters, and something has to be written as it is meant. Two letters are too few to tell. */
export function isPlausible(written: readonly number[], meant: ReadonlySet<number>): boolean {
  const odd = written.filter((letter) => !meant.has(letter));
  const digits = odd.filter((letter) => letter !== capitalI && !isSign(letter)).length;
  if (written.length <= 2) return odd.length === 0;
  return odd.length < written.length && digits * 2 <= written.length;
}

function canBe(written: number, meant: number): boolean {
  return written === meant || (standIns.get(written)?.includes(meant) ?? false);
}

/** Two for one would make other words: bitte of bite. */
function isDrawnOut(written: readonly number[], meant: readonly number[]): boolean {
  let next = 0;
  for (let start = 0; start < meant.length; ) {
    const letter = meant[start] ?? 0;
    const wanted = lengthOfRun(meant, start, (other) => other === letter);
    const given = lengthOfRun(written, next, (other) => canBe(other, letter));
    if (given !== wanted && given < Math.max(3, wanted)) return false;
    next += given;
    start += wanted;
  }
  return next === written.length;
}

function lengthOfRun(letters: readonly number[], from: number, belongs: (letter: number) => boolean): number {
  let to = from;
  while (to < letters.length && belongs(letters[to] ?? 0)) to += 1;
  return to - from;
}
