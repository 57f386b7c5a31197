import { classOf, latinLookAlike, vowelMarkScripts, withoutOrnaments } from '../../platform/text';

/** What stands before a letter: nothing that can be seen, marks that can stand inside a word, or what ends one. */
export type Gap = 'none' | 'tight' | 'apart';

/** What a character is to the reader's eye: nothing, a mark on the letter before, what stands between letters, or letters. */
export type Folded =
  | { kind: 'ornament' | Gap }
  | { kind: 'letters'; letters: readonly number[]; family: Family; isForeign: boolean; besideLatin: number | undefined };

/**
 * Letters of one word are of one family. In a spaceless script nobody can say without a dictionary where a word ends, and every letter may begin one;
 * katakana words stand out between its letters.
 */
export type Family = 'spaced' | 'spaceless';

/** Signs that are read as letters inside a word, and are marks elsewhere. */
const signs = new Set([...'@$!|€'].map(codeOf));
export const isSign = (letter: number): boolean => signs.has(letter);
export const isMark = (letter: number): boolean => /\p{M}/u.test(String.fromCodePoint(letter));

const invisible = /^[\p{Default_Ignorable_Code_Point}\u0640]$/u;
const ornament = new RegExp(`^(?:(?![${classOf(vowelMarkScripts)}\u3099\u309a])\\p{M}|[\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc])$`, 'u');
const letterOrNumber = /^[\p{L}\p{N}\p{M}]$/u;
/** Neither words nor clauses end with these: Markdown's marks, hyphens, emoji and other signs. */
const tight = /^[\p{Pc}\p{S}*\\#•·‐‑-]$/u;
/** Whose letters pass for Latin ones. */
const foreignScripts = ['Greek', 'Cyrillic', 'Armenian', 'Cherokee', 'Coptic', 'Lisu'];
const foreign = new RegExp(`[${classOf(foreignScripts)}]`, 'u');
const european = new RegExp(`^[${classOf([...foreignScripts, 'Latin', 'Common'])}]$`, 'u');
/** Their voicing marks make other letters. */
const kana = /^[\p{Script=Hiragana}\p{Script=Katakana}\uff9e\uff9f]$/u;
const spaceless = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;

/** Coloured letters of emoji, which Unicode does not lead to plain ones: the first of 26 each. */
const emojiAlphabets = [0x1f150, 0x1f170, 0x1f1e6];
/** Forms of one letter, and letters that are written for one another. */
const oneLetter = new Map([...pairs('ٱىةکیے', 'ايهكيي'), ...pairs('ךםןףץ', 'כמנפצ'), ...pairs('ँঁઁ', 'ंংં'), ...pairs('æœ', ['ae', 'oe'])]);

export function foldLetter(character: string): Folded {
  if (character === '\u{20e3}' || ornament.test(character)) return { kind: 'ornament' };
  if (invisible.test(character)) return { kind: 'none' };
  const plain = plainShape(character);
  // ™ is a sign, although it decomposes into two letters.
  if (![...plain].every((part) => letterOrNumber.test(part)) || (/\p{So}/u.test(character) && plain.length > 1))
    return foldSign(character, plain);
  const letters = [...plain].flatMap((letter) => [...foldCase(letter)]);
  const family = familyOf(plain);
  const isForeign = foreign.test(plain);
  return { kind: 'letters', letters: letters.map(codeOf), family, isForeign, besideLatin: shapeBesideLatin(character, letters) };
}

function foldSign(character: string, plain: string): Folded {
  const [sign = ''] = plain;
  if (plain.length === 1 && isSign(codeOf(sign)))
    return { kind: 'letters', letters: [codeOf(sign)], family: 'spaced', isForeign: false, besideLatin: undefined };
  return { kind: tight.test(character) ? 'tight' : 'apart' };
}

function plainShape(character: string): string {
  const code = codeOf(character);
  const first = emojiAlphabets.find((start) => code >= start && code < start + 26);
  if (first !== undefined) return String.fromCodePoint(0x61 + code - first);
  if (kana.test(character)) return character.normalize('NFKD');
  return /\p{Script=Hangul}/u.test(character) ? character.normalize('NFKC') : withoutOrnaments(character.normalize('NFKD'));
}

/** Over the capital of the small letter, since forms of one letter share it: ς and σ, ı and i, ẞ, ß and ss. */
function foldCase(letter: string): string {
  const small = letter.toLowerCase().toUpperCase().toLowerCase();
  return [...small].map((each) => oneLetter.get(each) ?? latinShape(each) ?? each).join('');
}

function latinShape(small: string): string | undefined {
  if (small < '\u0080' || !european.test(small)) return undefined;
  return (latinLookAlike(small) ?? latinLookAlike(small.toUpperCase()))?.toLowerCase();
}

/** A capital can look like another letter than its small one does: Greek Ν like N, ν like v. Between Latin letters it is what it looks like. */
function shapeBesideLatin(character: string, letters: readonly string[]): number | undefined {
  if (character === character.toLowerCase() || character < '\u0080' || !european.test(character)) return undefined;
  const shape = latinLookAlike(character)?.toLowerCase();
  return shape === undefined || shape === letters.join('') ? undefined : codeOf(shape);
}

function familyOf(plain: string): Family {
  const [first = ''] = plain;
  return spaceless.test(first) ? 'spaceless' : 'spaced';
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function pairs(keys: string, values: string | string[]): [string, string][] {
  const targets = [...values];
  return [...keys].map((key, index) => [key, targets[index] ?? key]);
}
