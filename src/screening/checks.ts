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

/** With the listed words of the draft, which two checks ask for and which are looked for once. */
interface Looked extends ScreeningContext {
  found: FoundWords;
}

/** With how each stands in the text. */
type FoundWords = ReadonlyMap<Term<ListedWord>, string>;

type Check = (draft: Draft, looked: Looked) => Finding | null;

/**
 * What a draft is screened for, after its length, its thread's mode, its author's sanctions and rate, which have answers of their own. All run; all that they
 * find is kept; the strictest outcome counts.
 */
const checks: readonly Check[] = [
  // Words that the site does not publish, and words that a moderator wants to read first.
  (_, { found }) => listedWords('blocked_words', 'refuse', found),
  (_, { found }) => listedWords('watched_words', 'hold', found),
  links,
  // What a wave of spam looks like, from one account or from many.
  sameText,
  // Who writes.
  newReader,
  recentRejections,
  heldReader,
];

export function screen(draft: Draft, context: ScreeningContext): Finding[] {
  const looked = { ...context, found: wordsIn(draft, context.policy) };
  return checks.map((check) => check(draft, looked)).filter((finding) => finding !== null);
}

function listedWords(rule: ScreeningRule, outcome: ListOutcome, found: FoundWords): Finding | null {
  const ofOutcome = [...found].filter(([{ payload }]) => payload.outcome === outcome);
  if (ofOutcome.length === 0) return null;
  const words = ofOutcome.map(
    ([
      {
        word,
        payload: { list },
      },
    ]) => ({ word, list }),
  );
  return { rule, outcome, excerpts: [...new Set(ofOutcome.map(([, excerpt]) => excerpt))], evidence: { words } };
}

/** The words of lists that are in a draft, each as it first stands there. */
function wordsIn(draft: Draft, { words }: ScreeningPolicy): FoundWords {
  const found = new Map<Term<ListedWord>, string>();
  for (const text of textsOf(draft))
    for (const { term, from, to } of words.find(text)) if (!found.has(term)) found.set(term, text.slice(from, to));
  return found;
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

function heldReader(_: Draft, { standing: { sanction } }: ScreeningContext): Finding | null {
  return sanction?.kind === 'hold'
    ? { rule: 'held_reader', outcome: 'hold', excerpts: [], evidence: { sanction: sanction.id, endsAt: sanction.endsAt } }
    : null;
}
