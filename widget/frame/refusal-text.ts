import { commentLimits } from '../../contract/limits';
import type { FindingView } from '../../contract/screening';
import { NoAnswer, Refusal } from '../api/parley-api';
import type { Catalogue, RefusalCode } from '../catalogues/catalogue';
import { filled, isolated, type Wording } from '../catalogues/wording';
import { CookieRefused } from '../session/session';
import { lengthOf } from '../writing/length-of';
import { slowModeText } from './slow-mode';

const secondsOfMinutes = 90;
const longestExcerpt = 40;
const mostExcerpts = 5;

/** By the code of what is taken later. */
const waitTexts = new Map([
  ['slow_mode', slowModeText],
  ['too_many_requests', waitText],
]);

/** Codes that say to a reader what another one says. */
const saidAs: Record<string, RefusalCode> = {
  cross_site_request: 'internal_error',
  malformed_request: 'invalid_request',
  not_your_comment: 'not_allowed',
  payload_too_large: 'comment_too_long',
  unsupported_media_type: 'invalid_request',
};

/** What to tell the reader about something that did not work. */
export function refusalText(error: unknown, wording: Wording): string {
  const { texts } = wording;
  if (error instanceof NoAnswer) return texts.noAnswer;
  if (error instanceof CookieRefused) return texts.cookieRefused;
  if (!(error instanceof Refusal)) return texts.errors.internal_error;
  return refusalOf(error, wording);
}

/** Why a text is not even sent; null when it may be. */
export function refusalOfText(text: string, { errors }: Catalogue): string | null {
  if (text.trim() === '') return errors.comment_empty;
  return lengthOf(text) > commentLimits.maxLength ? errors.comment_too_long : null;
}

function refusalOf(error: Refusal, wording: Wording): string {
  const { texts } = wording;
  const { code, detail, reason = '', name } = error.problem;
  const waiting = waitTexts.get(code)?.(error.retryAfterSeconds ?? 1, wording);
  if (waiting !== undefined) return waiting;
  if (code === 'comment_refused' || code === 'comment_may_be_held') {
    const findings = (error.problem.findings ?? []) as FindingView[];
    return [...new Set(findings.map((finding) => findingText(finding, wording))), texts.errors[code]].join('\n');
  }
  if (code === 'reader_banned' || code === 'reader_suspended') return barredText((error.problem.endsAt ?? null) as string | null, wording);
  // Nobody's name: they were only logged out.
  if (code === 'other_reader') return name ? filled(texts.errors[code], { name: isolated(String(name)) }) : texts.errors.not_logged_in;
  return (
    byName(reasonsOf(code, texts), reason) ??
    byName(texts.errors, byName(saidAs, code) ?? code) ??
    (detail === '' ? texts.errors.internal_error : detail)
  );
}

/** To who cannot take part, until it is lifted or until a time. */
export function barredText(endsAt: string | null, wording: Wording): string {
  const { reader_banned, reader_suspended } = wording.texts.errors;
  return endsAt === null ? reader_banned : filled(reader_suspended, { until: wording.moment(endsAt) });
}

/** What a check found, with the words it is about. */
function findingText({ rule, excerpts }: FindingView, wording: Wording): string {
  const { findings } = wording.texts;
  return filled(byName(findings, rule) ?? findings.unknown, { excerpts: quotedExcerpts(excerpts, wording) });
}

export function quotedExcerpts(excerpts: readonly string[], { texts, language }: Wording): string {
  const quoted = excerpts.slice(0, mostExcerpts).map((excerpt) => filled(texts.quoted, { text: isolated(shortened(excerpt)) }));
  return new Intl.ListFormat(language, { type: 'unit' }).format(quoted);
}

function shortened(excerpt: string): string {
  const characters = [...excerpt];
  return characters.length > longestExcerpt ? `${characters.slice(0, longestExcerpt).join('')}…` : excerpt;
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
