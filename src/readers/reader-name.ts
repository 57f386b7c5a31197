import { rectifyConfusion } from 'unicode-confusables';
import { limits } from '../../contract/limits';

export type ReaderNameProblem = 'too_short' | 'too_long' | 'forbidden_characters' | 'mixed_scripts' | 'reserved';

const reserved = ['admin', 'administrator', 'moderator', 'mod', 'staff', 'editor', 'parley', 'system', 'support'];
/** What a name may be made of; so no control, bidi, zero-width, private, unassigned or symbol character. */
const allowed = /^[\p{L}\p{M}\p{Nd} .,'’\-_·]+$/u;
const marksInARow = /\p{M}{4,}/u;
const scripts = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Devanagari',
  'Bengali',
  'Tamil',
  'Telugu',
  'Thai',
  'Georgian',
  'Armenian',
  'Ethiopic',
];
const scriptShapes = scripts.map((script) => ({ script, shape: new RegExp(`\\p{Script=${script}}`, 'u') }));
/** Highly restrictive, UTS 39: these may stand together, each also with Latin. */
const mixtures = [
  ['Han', 'Hiragana', 'Katakana'],
  ['Han', 'Hangul'],
];

/** NFC, with single spaces and none at the ends. */
export function normalizeReaderName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ');
}

/**
 * The same for all names that look alike: the skeleton of UTS 39 over the folded name, without what separates words.
 * Unique in the database.
 */
export function nameSkeleton(name: string): string {
  const folded = fold(normalizeReaderName(name).normalize('NFKC').toLowerCase());
  return fold(rectifyConfusion(folded).toLowerCase()).replaceAll('1', 'l').replaceAll('0', 'o').replaceAll('rn', 'm');
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/[\p{M}\p{P}\s]/gu, '');
}

export function readerNameProblem(name: string): ReaderNameProblem | undefined {
  const normalized = normalizeReaderName(name);
  const length = [...new Intl.Segmenter().segment(normalized)].length;
  if (length > limits.reader.nameMaxLength) return 'too_long';
  if (length < limits.reader.nameMinLength) return 'too_short';
  if (!allowed.test(normalized) || marksInARow.test(normalized) || !/\p{L}/u.test(normalized)) return 'forbidden_characters';
  if (mixesScripts(normalized)) return 'mixed_scripts';
  return reserved.map(nameSkeleton).includes(nameSkeleton(normalized)) ? 'reserved' : undefined;
}

function mixesScripts(name: string): boolean {
  const used = scriptShapes.filter(({ shape }) => shape.test(name)).map(({ script }) => script);
  if (used.length <= 1) return false;
  const others = used.filter((script) => script !== 'Latin');
  return !mixtures.some((mixture) => others.every((script) => mixture.includes(script)));
}
