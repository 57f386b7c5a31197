import type { ListOutcome, ScreeningRule } from '../../contract/screening';
import type { Draft } from './draft';
import type { Finding } from './finding';
import { leadsOnlyTo, leadsTo, linksOf } from './links-of';
import type { ListedWord, ScreeningPolicy } from './screening-policy';
import type { Standing } from './standing';
import type { Term } from './words/word-matcher';
import { wordsAsRead } from './words-as-read';

export interface ScreeningContext {
  policy: ScreeningPolicy;
  standing: Standing;
}

type Check = (draft: Draft, context: ScreeningContext) => Finding | null;

/**
 * What a draft is screened for, after its length, its thread's mode and its author's rate, which have answers of their own. All run; all that they
 * find is kept; the strictest outcome counts.
 */
const checks: readonly Check[] = [
  // Words that the site does not publish, and words that a moderator wants to read first.
  (draft, context) => listedWords('blocked_words', 'refuse', { draft, context }),
  (draft, context) => listedWords('watched_words', 'hold', { draft, context }),
  links,
  // What a wave of spam looks like, from one account or from many.
  sameText,
  // Who writes.
  newReader,
  recentRejections,
];

export function screen(draft: Draft, context: ScreeningContext): Finding[] {
  return checks.map((check) => check(draft, context)).filter((finding) => finding !== null);
}

function listedWords(
  rule: ScreeningRule,
  outcome: ListOutcome,
  { draft, context }: { draft: Draft; context: ScreeningContext },
): Finding | null {
  const found = new Map<Term<ListedWord>, string>();
  for (const text of textsOf(draft)) {
    for (const { term, from, to } of context.policy.words.find(text)) {
      if (term.payload.outcome === outcome && !found.has(term)) found.set(term, text.slice(from, to));
    }
  }
  if (found.size === 0) return null;
  const words = [...found.keys()].map(({ word, payload: { list } }) => ({ word, list }));
  return { rule, outcome, excerpts: [...new Set(found.values())], evidence: { words } };
}

/** As it was written and, where the address of a link may stand inside a word, as it is read. */
function textsOf({ text, body }: Draft): string[] {
  return linksOf(body).length === 0 ? [text] : [text, wordsAsRead(body)];
}

function links({ body }: Draft, { policy: { settings } }: ScreeningContext): Finding | null {
  const { maxLinks, trustedDomains, blockedDomains } = settings;
  const all = [...new Set(linksOf(body))];
  const blocked = all.filter((url) => leadsTo(url, blockedDomains));
  if (blocked.length > 0) return { rule: 'links', outcome: 'refuse', excerpts: blocked, evidence: { blockedDomains } };
  const counted = all.filter((url) => !leadsOnlyTo(url, trustedDomains));
  if (maxLinks === null || counted.length <= maxLinks) return null;
  return { rule: 'links', outcome: 'hold', excerpts: counted, evidence: { maxLinks } };
}

function sameText(_: Draft, { standing: { sameAs } }: ScreeningContext): Finding | null {
  return sameAs === null ? null : { rule: 'same_text', outcome: 'hold', excerpts: [], evidence: { group: sameAs } };
}

function newReader(_: Draft, { standing, policy: { settings } }: ScreeningContext): Finding | null {
  const { newReaderComments, newReaderHours } = settings;
  return standing.isNewReader
    ? { rule: 'new_reader', outcome: 'hold', excerpts: [], evidence: { newReaderComments, newReaderHours } }
    : null;
}

function recentRejections(_: Draft, { standing, policy: { settings } }: ScreeningContext): Finding | null {
  const { rejections, rejectionDays } = settings;
  return standing.isOftenRejected
    ? { rule: 'recent_rejections', outcome: 'hold', excerpts: [], evidence: { rejections, rejectionDays } }
    : null;
}
