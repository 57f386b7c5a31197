import type { StandardReason } from '../../contract/reasons';
import type { GivenReason } from '../../contract/sanctions';
import { texts as ofAppeals } from '../pages/appeals/texts';
import { texts as ofReaders } from '../readers/view/texts';
import { de } from './de';
import { en } from './en';
import { filled, Wording } from './wording';

type Texts = { [name: string]: string | Texts };

/** Every text by its whole name. */
function flat(texts: Texts, path: string[] = []): [name: string, text: string][] {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [[[...path, name].join('.'), text] as [string, string]] : flat(text, [...path, name]),
  );
}

describe('the catalogues', () => {
  it.each([
    ['from the first', { en, de }],
    ['of readers', ofReaders],
    ['of objections', ofAppeals],
  ])('have the same places for values: %s', (_, texts) => {
    const places = (of: Texts) => flat(of).map(([name, text]) => [name, ...(text.match(/\{\w+\}/g) ?? []).sort()]);
    expect(places(texts.de)).toEqual(places(texts.en));
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
