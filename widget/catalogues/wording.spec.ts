import { catalogue as ar } from './ar';
import { catalogue as en } from './en';
import { filled, Wording } from './wording';

const now = Date.parse('2030-01-10T12:00:00.000Z');

describe('wording', () => {
  const english = new Wording('en', en);

  it.each([
    ['2030-01-10T11:59:30.000Z', 'just now'],
    ['2030-01-10T12:00:30.000Z', 'just now'],
    ['2030-01-10T11:55:00.000Z', '5 minutes ago'],
    ['2030-01-10T10:30:00.000Z', '1 hour ago'],
    ['2030-01-08T10:30:00.000Z', '2 days ago'],
    ['2029-12-24T12:00:00.000Z', 'Dec 24, 2029'],
  ])('says of %s that it was %s', (time, ago) => {
    expect(english.ago(time, now)).toBe(ago);
  });

  it('names the time zone with an hour of the day', () => {
    expect(english.moment('2030-01-10T12:00:00.000Z')).toMatch(
      /^Thursday, January 10, 2030 at \d+:\d\d\s[AP]M (UTC|GMT[+-]\d+|[A-Z]{3,4})$/,
    );
  });

  it('counts as the language does', () => {
    const arabic = new Wording('ar', ar);
    expect([1, 1_234].map((count) => english.plural(en.comments, count))).toEqual(['1 comment', '1,234 comments']);
    expect(new Set([0, 1, 2, 3, 11, 100].map((count) => arabic.plural(ar.comments, count))).size).toBe(6);
  });

  it('leaves a place alone for which there is nothing', () => {
    expect(filled('{name} and {other}', { name: '$& Anna' })).toBe('$& Anna and {other}');
  });
});
