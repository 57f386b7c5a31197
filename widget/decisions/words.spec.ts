import { languages } from '../../contract/embed';
import { standardReasons } from '../../contract/reasons';
import type { OwnSanction, StatementView } from '../../contract/sanctions';
import type { FindingView } from '../../contract/screening';
import { catalogue as ar } from '../catalogues/ar';
import { catalogue as de } from '../catalogues/de';
import { decisions as decisionsAr } from '../catalogues/decisions-ar';
import { decisions as decisionsDe } from '../catalogues/decisions-de';
import { decisions as decisionsEn } from '../catalogues/decisions-en';
import { decisions as decisionsEs } from '../catalogues/decisions-es';
import { decisions as decisionsFr } from '../catalogues/decisions-fr';
import { catalogue as en } from '../catalogues/en';
import { catalogue as es } from '../catalogues/es';
import { catalogue as fr } from '../catalogues/fr';
import { Wording } from '../catalogues/wording';
import { DecisionWords } from './words';

const texts = { ar: decisionsAr, de: decisionsDe, en: decisionsEn, es: decisionsEs, fr: decisionsFr };
const catalogues = { ar, de, en, es, fr };
const wordsIn = (language: keyof typeof texts) => new DecisionWords(new Wording(language, catalogues[language]), texts[language]);
const words = wordsIn('en');

function aStatement(given: Partial<StatementView> = {}): StatementView {
  return {
    id: 's',
    restriction: 'removed',
    reason: { key: 'insult', title: null, ground: 'rules', rule: null },
    message: null,
    foundBy: 'moderator',
    findings: [],
    madeAt: '2030-01-01T00:00:00.000Z',
    ...given,
  };
}

describe('a statement of reasons', () => {
  it('says the reason, the ground, what drew attention to it, and that a person decided', () => {
    expect(words.lines(aStatement(), 'The Courier')).toEqual([
      ['Reason', ['Insults somebody']],
      ['Ground', ['The house rules of \u2068The Courier\u2069']],
      ['What drew attention to it', ['A moderator saw it']],
      ['Who decided', ['A person; no machine decides here']],
    ]);
  });

  it('says a reason of the site’s own by its title, the passage, and the law', () => {
    const reason = { key: null, title: 'Spoils the ending', ground: 'law', rule: '§ 4' } as const;
    expect(words.lines(aStatement({ reason }), 'The Courier').slice(0, 3)).toEqual([
      ['Reason', ['Spoils the ending']],
      ['Passage', ['§ 4']],
      ['Ground', ['The law']],
    ]);
  });

  it('names what screening found, where that drew attention to it', () => {
    const findings: FindingView[] = [{ rule: 'watched_words', outcome: 'hold', excerpts: ['fool', 'ass'] }];
    const [, , [, attention] = []] = words.lines(aStatement({ foundBy: 'screening', findings }), 'The Courier');
    expect(attention).toEqual(['An automatic check', 'Words that are watched: “\u2068fool\u2069”, “\u2068ass\u2069”']);
    const [, , [, reported] = []] = words.lines(aStatement({ foundBy: 'report', findings }), 'The Courier');
    expect(reported).toEqual(['A report by a reader']);
  });

  it.each(languages)('has every text in %s, with what is put there, and no copy of the English', (language) => {
    const flat = (part: object): [string, string][] =>
      Object.entries(part).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : flat(value)));
    const placeholders = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(([word]) => word).sort();
    const english = flat(decisionsEn);
    expect(flat(texts[language]).map(([name, text]) => [name, placeholders(text)])).toEqual(
      english.map(([name, text]) => [name, placeholders(text)]),
    );
    const same = flat(texts[language]).filter(([, text], index) => text.length > 18 && text === english[index]?.[1]);
    expect(language === 'en' ? [] : same).toEqual([]);
    for (const key of standardReasons) expect(wordsIn(language).reason({ key, title: null })).not.toBe('');
  });
});

describe('how long something lasts', () => {
  it.each<[StatementView['restriction'], string | null, RegExp | null]>([
    ['removed', null, null],
    ['warn', null, /^You have read it$/],
    ['ban', null, /^A moderator lifts it$/],
    ['suspend', '2030-01-31T12:00:00.000Z', /January 31, 2030/],
  ])('of %s that ends %s is said as %s', (restriction, endsAt, said) => {
    const until = words.until(aStatement({ restriction }), endsAt);
    if (said === null) expect(until).toBeNull();
    else expect(until).toMatch(said);
  });

  it.each<[OwnSanction['kind'], string | null, RegExp]>([
    ['warn', null, /has warned you/],
    ['ban', null, /^You cannot write here any more\.$/],
    ['ban', '2030-01-31T12:00:00.000Z', /^You cannot write here until Jan 31, 2030/],
    ['suspend', '2030-01-31T12:00:00.000Z', /^You cannot write here until Jan 31, 2030/],
  ])('stands where a reader with %s until %s would write', (kind, endsAt, said) => {
    expect(words.limit({ kind, endsAt, statement: aStatement() })).toMatch(said);
  });
});

describe('an objection', () => {
  it.each([
    [null, 'It waits for a person who did not decide the first time.'],
    ['upheld', 'Another person has read it: the decision stands.'],
    ['overturned', 'Another person has read it: the decision is taken back.'],
  ] as const)('that is %s is told so', (outcome, said) => {
    expect(words.outcome({ text: '', madeAt: '', outcome, answer: null, decidedAt: null })).toBe(said);
  });
});
