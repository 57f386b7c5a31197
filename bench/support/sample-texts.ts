import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CommentText, readCommentText } from '../../src/comments/comment-text';

/** The real comments of bench/data, as the application would store them. Commands run in the project's folder. */
export function readSampleTexts(): CommentText[] {
  const lines = readFileSync(resolve('bench/data/civil-comments-sample.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => readCommentText((JSON.parse(line) as { text: string }).text));
}
