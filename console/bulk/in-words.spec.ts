import { de } from '../catalogues/de';
import { en } from '../catalogues/en';
import { Wording } from '../catalogues/wording';
import { aBulk } from './bulk.builder';
import { filterInWords } from './filter-in-words';
import { jobInWords, shareDone } from './job-in-words';

const english = new Wording('en', en);
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '');

describe('a filter in words', () => {
  it.each([
    [null, 'a selection'],
    [{}, 'all comments'],
    [{ status: ['held'] }, 'all that is held'],
    [{ status: ['held', 'published'], text: 'buy "this"' }, 'all that is held / published, with “buy "this"”'],
    [{ reader: 'r', section: 'Sport', rule: 'links', thread: 't' }, 'by Anna, in the section Sport, in one conversation, found by: Links'],
  ] as const)('%j is: %s', (filter, words) => {
    expect(plain(filterInWords(english, filter as Parameters<typeof filterInWords>[1], 'Anna'))).toBe(words);
  });

  it('names the last day that counts, and an author only who is known', () => {
    const [from, until] = [new Date(2026, 10, 1), new Date(2026, 10, 3)].map((day) => day.toISOString());
    expect(plain(filterInWords(english, { reader: 'r', from, until }))).toBe('by one author, from Nov 1, 2026 on, until Nov 2, 2026');
  });
});

describe('a job in words', () => {
  it.each([
    [{ phase: 'collecting', total: 1_200 }, 'Rejecting: collecting what matches, 1,200 so far', { max: 1 }],
    [{ decided: 1, passedOver: 1 }, 'Rejecting: 2 of 3', { value: 2, max: 3 }],
    [{ decided: 1, isPaused: true }, 'Paused: Rejecting: 1 of 3', { value: 1, max: 3 }],
    [{ phase: 'done', decided: 3 }, '3 rejected', { value: 1, max: 1 }],
    [{ phase: 'done', decided: 2, passedOver: 1 }, '2 rejected, 1 passed over', { value: 1, max: 1 }],
    [{ phase: 'undoing', decided: 3, undone: 1 }, 'Taking back: 1 of 3', { value: 1, max: 3 }],
    [{ phase: 'undone', decided: 3, undone: 3 }, 'Taken back: 3', { value: 1, max: 1 }],
    [{ phase: 'undone', decided: 3, undone: 2 }, 'Taken back: 2, 1 stays, it was decided on anew', { value: 1, max: 1 }],
    [{ total: 0 }, 'Rejecting: 0 of 0', { value: 0, max: 1 }],
  ] as const)('%j is: %s', (given, words, share) => {
    expect([jobInWords(english, aBulk(given)), shareDone(aBulk(given))]).toEqual([words, share]);
  });

  it('is told in German too', () => {
    expect(jobInWords(new Wording('de', de), aBulk({ phase: 'done', decided: 1_234 }))).toBe('1.234 abgelehnt');
  });
});
