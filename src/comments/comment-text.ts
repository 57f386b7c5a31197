import { limits } from '../../contract/limits';
import type { CommentBody } from '../../contract/text';
import { lengthOf, normalizeText, parseText, plainText } from '../platform/text';
import { CommentEmpty, CommentTooLong, inCharacters, inCodePoints, TooManyMarks } from './comments.errors';

export interface CommentText {
  text: string;
  body: CommentBody;
}

const { maxLength, maxCodePoints, maxMarks } = limits.comment;
/** Marks pile up also where something without a shape of its own, or that is taken out later, stands between them. */
const pileOfMarks = new RegExp(`(?:\\p{M}(?:(?!\\p{M})[\\p{Default_Ignorable_Code_Point}\\p{Cc}])*){${maxMarks + 1}}`, 'u');

/**
 * The text as it is stored, with its syntax tree.
 * @throws CommentEmpty, CommentTooLong, TooManyMarks
 */
export function readCommentText(source: string): CommentText {
  assertReadable(source);
  const text = normalizeText(source);
  // There are never more grapheme clusters than code units, and counting them costs more than all the rest.
  if (text.length > maxLength) assertLength(lengthOf(text));
  const body = parseText(text);
  if (plainText(body).trim() === '') throw new CommentEmpty();
  return { text, body };
}

/** Before it is normalised: the time that takes grows with the square of a run of marks. */
function assertReadable(source: string): void {
  if (source.length > maxCodePoints) {
    const codePoints = [...source].length;
    if (codePoints > maxCodePoints) throw new CommentTooLong(codePoints, inCodePoints);
  }
  if (pileOfMarks.test(source)) throw new TooManyMarks();
}

function assertLength(length: number): void {
  if (length > maxLength) throw new CommentTooLong(length, inCharacters);
}
