import { NoAnswer, Refusal } from '../api/console-api';
import { filled } from '../catalogues/wording';
import type { Language } from '../preferences/preferences';
import { SomebodyElse } from '../session/session';

/** Why something on a page was not done, or could not be shown. */
export type PageProblem = { kind: 'noAnswer' | 'gone' | 'tooMany' | 'somebodyElse' } | { kind: 'refused'; detail: string };

const en = {
  noAnswer: 'The service does not answer. Check your connection and try again.',
  gone: 'It is not there any more, or you have no right to it.',
  tooMany: 'Too much at once. Wait a moment and try again.',
  somebodyElse: 'Somebody else has signed in here by now; nothing was done.',
  refused: 'The service refused: {detail}',
};

const de: typeof en = {
  noAnswer: 'Der Dienst antwortet nicht. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  gone: 'Das gibt es nicht mehr, oder Sie haben kein Recht darauf.',
  tooMany: 'Zu viel auf einmal. Warten Sie einen Augenblick und versuchen Sie es noch einmal.',
  somebodyElse: 'Hier hat sich inzwischen jemand anderes angemeldet; es wurde nichts getan.',
  refused: 'Der Dienst hat abgelehnt: {detail}',
};

const problemTexts: Record<Language, typeof en> = { en, de };

export function problemInWords(language: Language, problem: PageProblem): string {
  return filled(problemTexts[language][problem.kind], { detail: problem.kind === 'refused' ? problem.detail : '' });
}

export function pageProblemOf(error: unknown): PageProblem {
  if (error instanceof NoAnswer) return { kind: 'noAnswer' };
  if (error instanceof SomebodyElse) return { kind: 'somebodyElse' };
  if (!(error instanceof Refusal)) throw error;
  if (error.status === 404) return { kind: 'gone' };
  if (error.status === 429) return { kind: 'tooMany' };
  return { kind: 'refused', detail: error.problem.detail };
}
