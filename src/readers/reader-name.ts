import { limits } from '../../contract/limits';
import { nameSkeleton } from './name-skeleton';
import { mixesScripts } from './scripts';

export type ReaderNameProblem = 'too_short' | 'too_long' | 'forbidden_characters' | 'mixed_scripts' | 'reserved';

const kept = ['admin', 'administrator', 'moderator', 'mod', 'staff', 'editor', 'parley', 'system', 'support'];
const reserved = new Set(kept.flatMap((word) => [word, `${word}s`]).map(nameSkeleton));
/** What a name may be made of; so no control, bidi, zero-width, private, unassigned or symbol character. */
const allowed = /^[\p{L}\p{M}\p{Nd} .,'’\-_·]+$/u;
/** Among them are letters that show nothing, such as the Hangul fillers. */
const unseen = /\p{Default_Ignorable_Code_Point}/u;
const marksInARow = /\p{M}{4,}/u;

/** NFC, with single spaces and none at the ends. */
export function normalizeReaderName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ');
}

export function readerNameProblem(name: string): ReaderNameProblem | undefined {
  const normalized = normalizeReaderName(name);
  const length = [...new Intl.Segmenter().segment(normalized)].length;
  if (length > limits.reader.nameMaxLength) return 'too_long';
  if (length < limits.reader.nameMinLength) return 'too_short';
  if (!isLegible(normalized)) return 'forbidden_characters';
  if (mixesScripts(normalized)) return 'mixed_scripts';
  return isReserved(normalized) ? 'reserved' : undefined;
}

function isLegible(name: string): boolean {
  if (!allowed.test(name) || unseen.test(name) || marksInARow.test(name)) return false;
  return /\p{L}/u.test(name) && nameSkeleton(name) !== '';
}

/** As a whole, or with a word of it. */
function isReserved(name: string): boolean {
  return [name, ...name.split(/[\s\p{P}]+/u)].some((part) => reserved.has(nameSkeleton(part)));
}
