import { NoAnswer, Refusal } from '../api/parley-api';
import type { Catalogue } from '../catalogues/catalogue';
import type { Wording } from '../catalogues/wording';

const secondsOfMinutes = 90;

/** What to tell the reader about something that did not work. */
export function refusalText(error: unknown, wording: Wording): string {
  const { texts } = wording;
  if (error instanceof NoAnswer) return texts.noAnswer;
  if (!(error instanceof Refusal)) return texts.errors.internal_error;
  const { code, detail, reason = '' } = error.problem;
  if (code === 'too_many_requests') return waitText(error.retryAfterSeconds ?? 1, wording);
  return byName(reasonsOf(code, texts), reason) ?? byName(texts.errors, code) ?? (detail === '' ? texts.errors.internal_error : detail);
}

function waitText(seconds: number, wording: Wording): string {
  const { texts } = wording;
  if (seconds > secondsOfMinutes) return wording.plural(texts.tryAgainInMinutes, Math.ceil(seconds / 60));
  return wording.plural(texts.tryAgainInSeconds, seconds);
}

function reasonsOf(code: string, texts: Catalogue): Record<string, string> {
  if (code === 'name_refused') return texts.nameErrors;
  return code === 'password_refused' ? texts.passwordErrors : {};
}

function byName(texts: Record<string, string>, name: string): string | undefined {
  return Object.hasOwn(texts, name) ? texts[name] : undefined;
}
