import type { StandardReason } from '../../contract/reasons';
import type { GivenReason } from '../../contract/sanctions';
import { texts as ofMany } from '../bulk/texts';
import { texts as ofComfort } from '../comfort/texts';
import { texts as ofAppeals } from '../pages/appeals/texts';
import { texts as ofJobs } from '../pages/bulk/texts';
import { texts as ofDecisions } from '../pages/decisions/texts';
import { texts as ofOverview } from '../pages/overview/texts';
import { texts as ofReaderPage } from '../pages/readers/texts';
import { texts as ofReported } from '../pages/reported/texts';
import { texts as ofRules } from '../pages/rules/texts';
import { texts as ofSearch } from '../pages/search/texts';
import { texts as ofSettings } from '../pages/settings/texts';
import { texts as ofTeam } from '../pages/team/texts';
import { texts as ofThreads } from '../pages/threads/texts';
import { texts as ofReaders } from '../readers/view/texts';
import { de } from './de';
import { en } from './en';
import { ruleNames } from './rule-names';
import { filled, isolated, Wording } from './wording';

/** Every text by its whole name. */
function flat(texts: object, path: string[] = []): [name: string, text: string][] {
  return Object.entries(texts).flatMap(([name, text]: [string, string | object]) =>
    typeof text === 'string' ? [[[...path, name].join('.'), text] as [string, string]] : flat(text, [...path, name]),
  );
}

describe('the catalogues', () => {
  const all: Record<string, { en: object; de: object }> = {
    'from the first': { en, de },
    'of rules, by name': ruleNames,
    'of comfort': ofComfort,
    'of many at once': ofMany,
    'of readers': ofReaders,
    'of the page of a reader': ofReaderPage,
    'of objections': ofAppeals,
    'of jobs': ofJobs,
    'of decisions': ofDecisions,
    'of the overview': ofOverview,
    'of reports': ofReported,
    'of rules': ofRules,
    'of the search': ofSearch,
    'of settings': ofSettings,
    'of the team': ofTeam,
    'of threads': ofThreads,
  };

  it.each(Object.entries(all))('have the same places for values: %s', (_, texts) => {
    const places = (of: object) => flat(of).map(([name, text]) => [name, ...(text.match(/\{\w+\}/g) ?? []).sort()]);
    expect(places(texts.de)).toEqual(places(texts.en));
  });

  it.each(Object.entries(all))('end no sentence twice, whatever is told in it: %s', (_, texts) => {
    const now = Date.parse('2026-11-02T12:00:00Z');
    for (const language of ['en', 'de'] as const) {
      const ago = new Wording(language, en).ago(new Date(now - 60_000).toISOString(), now);
      for (const value of [ago, 'vor 1 Min.', 'vor 2 Std.', isolated('Martin Luther King Jr.')])
        for (const [, text] of flat(texts[language])) {
          const values = Object.fromEntries([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, value]));
          expect(filled(text, values)).not.toMatch(/\.\u2069?\./);
        }
    }
  });

  it.each(Object.entries(all))('call one thing by one word: %s', (of, texts) => {
    const told = flat(texts.de);
    // Several are selected, what editors pick is in the selection of the newsroom, and what is in focus is shown.
    const selecting = told.filter(([, text]) => /\b(aus|ab)(ge)?w[aä]hl/i.test(text)).map(([name]) => name);
    if (of !== 'of many at once') expect(selecting).toEqual([]);
    expect(told.filter(([, text]) => /Leser\b|Lesern\b/.test(text.replace('Leserinnen und Leser', '')))).toEqual([]);
  });
});

const given = (key: StandardReason | null): GivenReason => ({ key, title: null, ground: 'rules', rule: null });

describe('what is told', () => {
  const wording = new Wording('en', en);
  const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '');

  it('of a decision by somebody else names them, what they decided and why', () => {
    const trouble = { kind: 'decided', status: 'rejected', by: 'Grace', reason: given('advertising') } as const;
    const news = { kind: 'cameBack', commentId: '1', author: 'Anna', trouble } as const;
    expect(plain(wording.news(news))).toBe('The comment by Anna came back. Grace has decided already: rejected. Reason: Advertises');
    const own = { ...trouble, reason: { ...given(null), title: 'Spoils the film' } };
    expect(plain(wording.trouble(own))).toBe('Grace has decided already: rejected. Reason: Spoils the film');
    expect(plain(wording.trouble({ ...trouble, by: null, reason: null }))).toBe('Somebody has decided already: rejected.');
  });

  it('of what somebody else looks at names them', () => {
    expect(plain(wording.news({ kind: 'kept', author: 'Anna', by: 'Grace' }))).toBe(
      'Nothing was decided on the comment by Anna: Grace is looking at it.',
    );
    const trouble = { kind: 'kept', lease: { by: { id: '1', name: 'Grace' }, until: '' } } as const;
    expect(plain(wording.trouble(trouble))).toBe('Grace is looking at it.');
  });

  it('of what was done about a reader are in the words that came with it, with why it was not', () => {
    const news = { kind: 'inWords', author: 'Anna', words: { en: 'Not lifted: {author}. {trouble}', de: '' } } as const;
    expect(plain(wording.news({ ...news, trouble: { kind: 'noRight' } }))).toBe('Not lifted: Anna. You may not decide on it any more.');
    expect(plain(wording.news(news))).toBe('Not lifted: Anna. ');
  });

  it('counts in the forms of the language', () => {
    expect(wording.trouble({ kind: 'tooMany', seconds: 1 })).toContain('in 1 second.');
    expect(new Wording('de', de).signInProblem({ kind: 'tooManyTries', minutes: 15 })).toContain('In 15 Minuten');
  });

  it.each([
    [30_000, 'just now'],
    [5 * 60_000, '5 min. ago'],
    [26 * 3_600_000, '1 day ago'],
  ])('of %d milliseconds ago is %s', (milliseconds, told) => {
    const now = Date.parse('2026-11-02T12:00:00Z');
    expect(wording.ago(new Date(now - milliseconds).toISOString(), now)).toBe(told);
  });

  it('leaves a place without a value as it is', () => {
    expect(filled('{a} and {b}', { a: 'one' })).toBe('one and {b}');
  });
});
