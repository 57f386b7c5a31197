import { limits } from '../../contract/limits';
import type { CommentBody } from '../../contract/text';
import { lengthOf, normalizeText, parseText, plainText } from '../platform/text';
import { CommentEmpty, CommentTooLong } from './comments.errors';

export interface CommentText {
  text: string;
  body: CommentBody;
}

/**
 * The text as it is stored, with its syntax tree.
 * @throws CommentEmpty, CommentTooLong
 */
export function readCommentText(source: string): CommentText {
  const text = normalizeText(source);
  // There are never more grapheme clusters than code units, and counting them costs more than all the rest.
  if (text.length > limits.comment.maxLength) assertLength(lengthOf(text));
  const body = parseText(text);
  if (plainText(body).trim() === '') throw new CommentEmpty();
  return { text, body };
}

function assertLength(length: number): void {
  if (length > limits.comment.maxLength) throw new CommentTooLong(length);
}
