import type { ListOutcome, ScreeningRule } from '../../contract/screening';
import type { Draft } from './draft';
import type { Finding } from './finding';
import { isOnDomain, linksOf } from './links-of';
import type { ListedWord, ScreeningPolicy } from './screening-policy';
import type { Standing } from './standing';
import type { Match } from './words/word-matcher';

export interface ScreeningContext {
  policy: ScreeningPolicy;
  standing: Standing;
}

/** With the listed words of the draft, which two checks ask for and which are looked for once. */
interface Looked extends ScreeningContext {
  matches: Match<ListedWord>[];
}

type Check = (draft: Draft, looked: Looked) => Finding | null;

/**
 * What a draft is screened for, after its length, its thread's mode, its author's sanctions and rate, which have answers of their own. All run; all that they
 * find is kept; the strictest outcome counts.
 */
const checks: readonly Check[] = [
  // Words that the site does not publish, and words that a moderator wants to read first.
  (draft, { matches }) => listedWords('blocked_words', 'refuse', { draft, matches }),
  (draft, { matches }) => listedWords('watched_words', 'hold', { draft, matches }),
  links,
  // What a wave of spam looks like, from one account or from many.
  sameText,
  // Who writes.
  newReader,
  recentRejections,
  heldReader,
];

export function screen(draft: Draft, context: ScreeningContext): Finding[] {
  const looked = { ...context, matches: context.policy.words.find(draft.text) };
  return checks.map((check) => check(draft, looked)).filter((finding) => finding !== null);
}

function listedWords(
  rule: ScreeningRule,
  outcome: ListOutcome,
  { draft, matches }: { draft: Draft; matches: Match<ListedWord>[] },
): Finding | null {
  const ofOutcome = matches.filter(({ term }) => term.payload.outcome === outcome);
  if (ofOutcome.length === 0) return null;
  const excerpts = [...new Set(ofOutcome.map(({ from, to }) => draft.text.slice(from, to)))];
  return { rule, outcome, excerpts, evidence: { words: ofOutcome.map(({ term }) => ({ word: term.word, list: term.payload.list })) } };
}

function links({ body }: Draft, { policy: { settings } }: ScreeningContext): Finding | null {
  const { maxLinks, trustedDomains, blockedDomains } = settings;
  const all = [...new Set(linksOf(body))];
  const blocked = all.filter((url) => isOnDomain(url, blockedDomains));
  if (blocked.length > 0) return { rule: 'links', outcome: 'refuse', excerpts: blocked, evidence: { blockedDomains } };
  const counted = all.filter((url) => !isOnDomain(url, trustedDomains));
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

function heldReader(_: Draft, { standing: { sanction } }: ScreeningContext): Finding | null {
  return sanction?.kind === 'hold'
    ? { rule: 'held_reader', outcome: 'hold', excerpts: [], evidence: { sanction: sanction.id, endsAt: sanction.endsAt } }
    : null;
}
