import { readerNameMaxLength } from '../../contract/limits';
import { lengthOf } from '../writing/length-of';

/** The beginning of a name that somebody types. */
export interface TypedMention {
  /** Where its `@` stands in the text, in UTF-16 code units. */
  start: number;
  /** What is between that and the caret. */
  typed: string;
}

/** What a name can be made of, as names are when readers join. */
const beginning = /@([\p{L}\p{M}\p{Nd}][\p{L}\p{M}\p{Nd} .,'’\-_·]*)$/u;
/** Enough for the longest name and its `@`, whatever its letters are made of. */
const maxCodeUnits = 1 + readerNameMaxLength * 8;
/** Of a script that writes without spaces. */
const alone = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** An underscore that is not inside a word. */
const markOfEmphasis = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const quote = /^ {0,3}(?:(?:[-*+]|\d+[.)]) +)*>/m;

/**
 * The name that is being typed where the caret stands, as the service would find it in the text: after an `@` that begins a word, neither in code, right
 * after it, nor in what is quoted. None where a word goes on after the caret.
 */
export function typedMention(text: string, caret: number): TypedMention | null {
  const before = text.slice(0, caret);
  const typed = beginning.exec(before.slice(Math.max(before.lastIndexOf('\n') + 1, caret - maxCodeUnits)))?.[1] ?? '';
  if (typed === '' || lengthOf(typed) > readerNameMaxLength || goesOn(text.slice(caret))) return null;
  const start = caret - typed.length - 1;
  const [paragraph = ''] = before
    .slice(0, start)
    .split(/\n[^\S\n]*\n/)
    .slice(-1);
  return isInAddress(paragraph) || quote.test(paragraph) || isAtCode(paragraph) ? null : { start, typed };
}

function goesOn(after: string): boolean {
  const [next = ' '] = after;
  return /[\p{L}\p{M}\p{N}_]/u.test(next) && !alone.test(next);
}

/** An `@` there belongs to an address of mail or of the web. */
function isInAddress(before: string): boolean {
  const [last = ' '] = [...before.slice(-2)].slice(-1);
  return /[\p{L}\p{M}\p{N}_.%+\-@/]/u.test(last) && !alone.test(last);
}

/** The text ends in code or with it: a run of marks is open, which only a run of as many closes, or was closed last. */
function isAtCode(text: string): boolean {
  let open = '';
  let closed = -1;
  for (let place = 0; ; ) {
    // In code a backslash is one.
    const next = open === '' ? /\\.|`+/gsu : /`+/g;
    next.lastIndex = place;
    const [marks] = next.exec(text) ?? [];
    if (marks === undefined) return open !== '' || closed === text.length;
    place = next.lastIndex;
    if (open === '') open = marks.startsWith('`') ? marks : '';
    else if (open === marks) [open, closed] = ['', place];
  }
}

/** A text with a name in the place of its beginning and a space after it, and where the caret goes on. */
export function withMention(text: string, { start, typed }: TypedMention, name: string): { text: string; caret: number } {
  const mention = `@${name.replace(markOfEmphasis, '\\_')}`;
  const after = text.slice(start + 1 + typed.length);
  const gap = after === '' || alone.test(after.slice(0, 2)) ? ' ' : '';
  const caret = start + mention.length + (gap === '' && !after.startsWith(' ') ? 0 : 1);
  return { text: text.slice(0, start) + mention + gap + after, caret };
}
