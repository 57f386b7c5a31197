import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CommentText, readCommentText } from '../../src/comments/comment-text';
import { seededRandom } from './seeded-random';

/** The real comments of bench/data, as the application would store them. Commands run in the project's folder. */
export function readSampleTexts(): CommentText[] {
  const lines = readFileSync(resolve('bench/data/civil-comments-sample.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => readCommentText((JSON.parse(line) as { text: string }).text));
}

/** As long as the real ones and of their words, but no two of them alike: the same text again and again would be held. */
export function differentTexts(count: number): CommentText[] {
  const samples = readSampleTexts().map(({ text }) => text.split(/\s+/));
  const words = samples.flat();
  const random = seededRandom(1);
  const word = (): string => words[Math.floor(random() * words.length)] ?? '';
  return Array.from({ length: count }, (_, turn) => readCommentText((samples[turn % samples.length] ?? []).map(word).join(' ')));
}
