import { NoAnswer, Refusal } from '../api/parley-api';
import { catalogue } from '../catalogues/de';
import { Wording } from '../catalogues/wording';
import { refusalText } from './refusal-text';

const wording = new Wording('de', catalogue);

function refused(code: string, more: Record<string, unknown> = {}, retryAfterSeconds: number | null = null): string {
  return refusalText(new Refusal(422, { code, detail: '', ...more }, retryAfterSeconds), wording);
}

describe('the text of a refusal', () => {
  it('is in the language of the reader, by its code and its reason', () => {
    expect(refused('parent_gone')).toBe(catalogue.errors.parent_gone);
    expect(refused('name_refused', { reason: 'reserved' })).toBe(catalogue.nameErrors.reserved);
    expect(refused('password_refused', { reason: 'too_common' })).toBe(catalogue.passwordErrors.too_common);
    expect(refusalText(new NoAnswer(''), wording)).toBe(catalogue.noAnswer);
  });

  it('says how long to wait', () => {
    expect(refused('too_many_requests', {}, 30)).toBe(wording.plural(catalogue.tryAgainInSeconds, 30));
    expect(refused('too_many_requests', {}, 900)).toBe(wording.plural(catalogue.tryAgainInMinutes, 15));
    expect(refused('slow_mode', {}, 30)).toBe(wording.plural(catalogue.mayPostInSeconds, 30));
  });

  it('says until when somebody cannot take part, or that there is no end to it', () => {
    const endsAt = '2030-01-31T12:00:00.000Z';
    for (const code of ['reader_suspended', 'reader_banned']) {
      expect(refused(code, { endsAt })).toMatch(/bis Donnerstag, 31\. Januar 2030/);
      expect(refused(code, { endsAt: null })).toBe(catalogue.errors.reader_banned);
    }
    expect(refused('warning_unread')).toBe(catalogue.errors.warning_unread);
  });

  it('is what the service says where the catalogue has nothing', () => {
    expect(refused('something_new', { detail: 'Something new happened.' })).toBe('Something new happened.');
    expect(refused('toString')).toBe(catalogue.errors.internal_error);
  });

  it('says of what was screened what each check found, once, and what can be done', () => {
    const findings = [
      { rule: 'blocked_words', outcome: 'refuse', excerpts: ['mist', 'x'.repeat(60)] },
      { rule: 'new_reader', outcome: 'hold', excerpts: [] },
      { rule: 'of_next_year', outcome: 'hold', excerpts: [] },
    ];
    const lines = refused('comment_refused', { findings }).split('\n');
    expect(lines).toEqual([
      `Hier nicht erlaubt: „\u2068mist\u2069“, „\u2068${'x'.repeat(40)}…\u2069“.`,
      catalogue.findings.unknown,
      catalogue.errors.comment_refused,
    ]);
    expect(refused('comment_may_be_held')).toBe(catalogue.errors.comment_may_be_held);
  });
});
