import type { FindingWithEvidence } from '../../contract/screening';
import { filled, isolated, type Wording } from './wording';

/** What the checks note beside a finding, as far as it is told. */
interface Evidence {
  words?: { list: string }[];
  blockedDomains?: string[];
  maxLinks?: number;
  group?: string;
  rejections?: number;
  rejectionDays?: number;
  score?: number;
  holdFrom?: number;
  isUnreachable?: boolean;
}

/** Why a comment waits, in one line. */
export function findingInWords(wording: Wording, { rule, excerpts, evidence }: FindingWithEvidence): string {
  const { findings: texts } = wording.texts;
  const {
    words = [],
    blockedDomains,
    maxLinks = 0,
    group = '',
    rejections = 0,
    rejectionDays = 0,
    score = 0,
    holdFrom = 0,
    isUnreachable,
  } = evidence as Evidence;
  const quoted = excerpts.map((excerpt) => filled(texts.quoted, { words: isolated(excerpt) })).join(', ');
  switch (rule) {
    case 'blocked_words':
    case 'watched_words': {
      const lists = [...new Set(words.map(({ list }) => list))].map(isolated).join(', ');
      return filled(texts[rule], { lists, excerpts: quoted });
    }
    case 'links': {
      const text = blockedDomains === undefined ? wording.plural(texts.links, maxLinks) : texts.blockedLinks;
      return filled(text, { excerpts: quoted });
    }
    case 'same_text':
      return filled(texts.same_text, { id: group });
    case 'new_reader':
    case 'held_reader':
      return texts[rule];
    case 'scorer':
      return isUnreachable
        ? texts.scorerUnreachable
        : filled(texts.scorer, { score: wording.number(score), holdFrom: wording.number(holdFrom) });
    case 'recent_rejections':
      return filled(wording.plural(texts.recent_rejections, rejections), { days: wording.days(rejectionDays) });
  }
}
