import { latinLookAlike, listedLookAlike, withoutOrnaments } from '../platform/text';

const isLatin = /\p{Script=Latin}/u;
const separators = /[\p{P}\s]/gu;

/**
 * The same for all names that look alike: the skeleton of UTS 39 over the folded name, without what separates words.
 * Unique in the database.
 */
export function nameSkeleton(name: string): string {
  const shown = plain(name.normalize('NFKC'));
  // Twice, since a capital may look like nothing else where its small letter does.
  return smallLookAlikes(smallLookAlikes(shown)).replace(/[1i]/g, 'l').replaceAll('0', 'o').replaceAll('rn', 'm').replaceAll('vv', 'w');
}

function plain(text: string): string {
  return withoutOrnaments(text).replace(separators, '');
}

function smallLookAlikes(text: string): string {
  return plain([...text].map(lookAlike).join('')).toLowerCase();
}

/**
 * The plain letter that this one is taken for, else what Unicode lists. Outside Latin the capital decides for both cases: ΑΝΝΑ is taken for ANNA,
 * and a name in capitals is the same name, so that ν has to be an n although it looks like a v.
 */
function lookAlike(letter: string): string {
  const capital = letter.toUpperCase();
  const shapes = isLatin.test(letter) ? [letter, capital] : [capital];
  const found = shapes.map(latinLookAlike).find((shape) => shape !== undefined);
  if (found !== undefined) return found;
  const listed = listedLookAlike(capital.toLowerCase());
  // A yod is listed as an apostrophe; it is a letter all the same.
  return /\p{Lo}/u.test(letter) && !/[\p{L}\p{N}]/u.test(listed) ? letter : listed;
}
