import { type Family, type Folded, foldLetter, type Gap, isSign } from './fold-letter';

export interface FoldedLetter {
  /** A code point; the same for all that reads the same. */
  letter: number;
  family: Family;
  /** Of another script whose letters pass for Latin ones, such as Cyrillic. */
  isForeign: boolean;
  gap: Gap;
  /** Where it stands in the source, in UTF-16 code units, with its accents. */
  from: number;
  to: number;
}

/** Stands for a capital I inside a word of small letters, which looks like an l. */
export const capitalI = 0xe000;

/** Grows with the characters that comments use, to 150,000 at most. */
const known = new Map<number, Folded>();
/** An address is judged by its host; chance makes words of what follows. */
const addressPath = /(https?:\/\/[^\s/?#()<>]*)([/?#](?:[^\s()<>]|\([^\s()<>]*\))*)?/giu;
const spread = { none: 0, tight: 1, apart: 2 };

/** The letters of a text as a reader sees them, without case, accents and disguise. Linear in the text. */
export function foldText(text: string): FoldedLetter[] {
  const source = text.replace(addressPath, (_all, host: string, path = '') => host + ' '.repeat(path.length));
  const found: FoldedLetter[] = [];
  let gap: Gap = 'apart';
  for (let from = 0, to = 0; from < source.length; from = to) {
    const code = source.codePointAt(from) ?? 0;
    to = from + (code > 0xffff ? 2 : 1);
    const folded = lookUp(code);
    if (folded.kind === 'letters') {
      for (const letter of inContext(folded, source, { from, to })) {
        found.push({ letter, family: folded.family, isForeign: folded.isForeign, gap, from, to });
        gap = 'none';
      }
    } else if (folded.kind === 'ornament') adorn(found.at(-1), gap, to);
    else gap = wider(gap, folded.kind);
  }
  return found;
}

/** The same where signs such as ! and $ are no letters but marks between them. */
export function withoutSigns(letters: readonly FoldedLetter[]): FoldedLetter[] {
  const found: FoldedLetter[] = [];
  let gap: Gap = 'none';
  for (const each of letters) {
    gap = wider(gap, each.gap);
    if (isSign(each.letter)) gap = wider(gap, 'tight');
    else {
      found.push(gap === each.gap ? each : { ...each, gap });
      gap = 'none';
    }
  }
  return found;
}

function adorn(letter: FoldedLetter | undefined, gap: Gap, to: number): void {
  if (letter !== undefined && gap === 'none') letter.to = to;
}

function wider(one: Gap, other: Gap): Gap {
  return spread[one] > spread[other] ? one : other;
}

function lookUp(code: number): Folded {
  const before = known.get(code);
  if (before !== undefined) return before;
  const folded = foldLetter(String.fromCodePoint(code));
  known.set(code, folded);
  return folded;
}

function inContext(
  { letters, besideLatin }: Folded & { kind: 'letters' },
  source: string,
  { from, to }: { from: number; to: number },
): readonly number[] {
  if (source[from] === 'I' && /[a-z]/.test(source.charAt(from - 1))) return [capitalI];
  if (besideLatin !== undefined && (isLatin(source.charAt(from - 1)) || isLatin(source.charAt(to)))) return [besideLatin];
  return letters;
}

function isLatin(character: string): boolean {
  return /[A-Za-z]/.test(character);
}
