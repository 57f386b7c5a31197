import { NoAnswer, Refusal } from '../../api/console-api';
import { filled } from '../../catalogues/wording';
import { SomebodyElse } from '../../session/session';
import type { ThreadTexts } from './texts';

/** Why something was not done, or is not shown. */
export type Problem = { kind: 'noAnswer' | 'somebodyElse' | 'gone' | 'changed' } | { kind: 'refused'; detail: string };

export function problemOf(error: unknown): Problem {
  if (error instanceof NoAnswer) return { kind: 'noAnswer' };
  if (error instanceof SomebodyElse) return { kind: 'somebodyElse' };
  if (!(error instanceof Refusal)) throw error;
  if (error.problem.code === 'comment_changed') return { kind: 'changed' };
  return error.status === 404 ? { kind: 'gone' } : { kind: 'refused', detail: error.problem.detail };
}

export function problemText(problem: Problem, texts: ThreadTexts): string {
  return problem.kind === 'refused' ? filled(texts.refused, { detail: problem.detail }) : texts[problem.kind];
}
