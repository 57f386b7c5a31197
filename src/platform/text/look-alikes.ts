import { rectifyConfusion } from 'unicode-confusables';

/** Scripts in which a mark is a vowel, not an ornament. */
export const vowelMarkScripts = [
  'Bengali',
  'Devanagari',
  'Gujarati',
  'Gurmukhi',
  'Kannada',
  'Khmer',
  'Lao',
  'Malayalam',
  'Myanmar',
  'Oriya',
  'Sinhala',
  'Tamil',
  'Telugu',
  'Thaana',
  'Thai',
  'Tibetan',
];

/** Small capitals and their like: Unicode's list of look-alikes does not lead all of them to a plain letter. */
const smallCapitals = new Map(zip('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋĸʟᴍʍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijkklmmnopqrstuvwyz'));
const isLatin = /\p{Script=Latin}/u;
const ornaments = new RegExp(`(?![${classOf(vowelMarkScripts)}])\\p{M}`, 'gu');

/** What stands between the brackets of a regular expression for any character of these scripts. */
export function classOf(scripts: readonly string[]): string {
  return scripts.map((script) => `\\p{Script=${script}}`).join('');
}

/** The text in normal form D without the marks that only adorn letters: accents, harakat, niqqud. */
export function withoutOrnaments(text: string): string {
  return text.normalize('NFD').replace(ornaments, '');
}

/** What Unicode lists as looking like these characters: one or several, not always plain ones. */
export function listedLookAlike(text: string): string {
  return rectifyConfusion(text);
}

/** The plain letter or digit that a character is taken for as it is written. In Latin, bars and hooks only adorn; elsewhere they make another letter. */
export function latinLookAlike(letter: string): string | undefined {
  const listed = listedLookAlike(letter);
  const shape = isLatin.test(letter) ? withoutOrnaments(listed).replace(/\p{P}/gu, '') : listed;
  return smallCapitals.get(letter) ?? (/^[A-Za-z\d]$/.test(shape) ? shape : smallCapitals.get(shape));
}

function zip(keys: string, values: string): [string, string][] {
  return [...keys].map((key, index) => [key, values.charAt(index)]);
}
