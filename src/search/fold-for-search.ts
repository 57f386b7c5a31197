/** A text as it is searched: in small letters, without accents, with single spaces. */
export interface FoldedText {
  folded: string;
  /** For each UTF-16 code unit of `folded`, and its end, where it comes from in the text. */
  origins: number[];
}

const accents = /[\u0300-\u036f]/g;
/** In Cyrillic й is a letter of its own, and endings are told by it. */
const cyrillic = /^\p{Script=Cyrillic}/u;
const cyrillicAccents = /[\u0300\u0301\u0308]/g;
/** Vowel points of Hebrew and Arabic, the line that makes Arabic words longer, and what cannot be seen at all. */
const unwritten = /[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640\p{Default_Ignorable_Code_Point}]/gu;
const otherwise = new Map(
  Object.entries({ æ: 'ae', œ: 'oe', ß: 'ss', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', ς: 'σ', þ: 'th' }).concat(
    [...'‘’‚'].map((quote) => [quote, "'"]),
    [...'“”„«»'].map((quote) => [quote, '"']),
    [...'–—'].map((dash) => [dash, '-']),
  ),
);

const known = new Map<string, string>();
/** Of the letters that come again and again. */
const maxKnown = 20_000;

export function foldForSearch(text: string): FoldedText {
  let folded = '';
  const origins: number[] = [];
  let place = 0;
  for (const character of text) {
    const letters = foldCharacter(character);
    if (letters !== ' ' || !folded.endsWith(' ')) {
      folded += letters;
      for (let unit = 0; unit < letters.length; unit += 1) origins.push(place);
    }
    place += character.length;
  }
  origins.push(place);
  return { folded, origins };
}

function foldCharacter(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const letters = foldUnknown(character);
  if (known.size < maxKnown) known.set(character, letters);
  return letters;
}

function foldUnknown(character: string): string {
  if (/\s/u.test(character)) return ' ';
  const apart = character.normalize('NFKD').toLowerCase().normalize('NFKD');
  const plain = apart.replace(cyrillic.test(apart) ? cyrillicAccents : accents, '').replace(unwritten, '');
  return [...plain.normalize('NFC')].map((letter) => otherwise.get(letter) ?? letter).join('');
}
