import type { FindingWithEvidence, ScreeningRule } from '../../contract/screening';
import { de } from './de';
import { en } from './en';
import { findingInWords } from './finding-wording';
import { Wording } from './wording';

const of = (rule: ScreeningRule, evidence: Record<string, unknown>, excerpts: string[] = []): FindingWithEvidence => ({
  rule,
  outcome: 'hold',
  excerpts,
  evidence,
});
const told = (finding: FindingWithEvidence, language: 'en' | 'de' = 'en') =>
  findingInWords(new Wording(language, { en, de }[language]), finding).replace(/[\u2068\u2069]/g, '');

describe('why a comment waits', () => {
  const words = { words: ['trains', 'ticket', 'trains'].map((word) => ({ word, list: word === 'ticket' ? 'Sales' : 'Railways' })) };

  it.each<[FindingWithEvidence, string]>([
    [of('blocked_words', words, ['Trains']), 'Words of the list Railways, Sales, which are not published: “Trains”'],
    [
      of('watched_words', words, ['Trains', 'ticket']),
      'Words of the list Railways, Sales, which a moderator wants to read first: “Trains”, “ticket”',
    ],
    [of('links', { maxLinks: 0 }, ['https://a.example/']), 'More than 0 links: “https://a.example/”'],
    [
      of('links', { maxLinks: 1 }, ['https://a.example/', 'https://b.example/']),
      'More than 1 link: “https://a.example/”, “https://b.example/”',
    ],
    [of('links', { blockedDomains: ['a.example'] }, ['https://a.example/']), 'Links to places that are blocked: “https://a.example/”'],
    [of('same_text', { group: '7' }), 'Almost the same text as others of the last day, the first of which is the comment 7'],
    [of('held_reader', { sanctionId: '7' }), 'A moderator wants to read everything by its author first'],
    [of('new_reader', { newReaderComments: 2, newReaderHours: 24 }), 'Its author is new here'],
    [of('scorer', { score: 0.91, holdFrom: 0.8 }), 'The scorer gave it 0.91; from 0.8 on a moderator reads it first'],
    [of('scorer', { isUnreachable: true }), 'The scorer could not be reached'],
    [
      of('recent_rejections', { rejections: 3, rejectionDays: 7 }),
      'At least 3 comments by its author were rejected or removed (looking back 7 days)',
    ],
  ])('is told by rule, with what it is about (%#)', (finding, sentence) => {
    expect(told(finding)).toBe(sentence);
  });

  it('is told in the language of the moderator', () => {
    expect(told(of('watched_words', words, ['Trains']), 'de')).toBe(
      'Wörter der Liste Railways, Sales, die erst jemand lesen soll: „Trains“',
    );
    expect(told(of('recent_rejections', { rejections: 1, rejectionDays: 1 }), 'de')).toContain('(Zeitraum: 1 Tag)');
  });
});
