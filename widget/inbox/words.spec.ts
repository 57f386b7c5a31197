import { languages } from '../../contract/embed';
import type { InboxItem } from '../../contract/inbox';
import { catalogue as ar } from '../catalogues/ar';
import { pluralCategories } from '../catalogues/catalogue';
import { catalogue as de } from '../catalogues/de';
import { catalogue as en } from '../catalogues/en';
import { catalogue as es } from '../catalogues/es';
import { catalogue as fr } from '../catalogues/fr';
import { inboxTexts as inboxAr } from '../catalogues/inbox-ar';
import { inboxTexts as inboxDe } from '../catalogues/inbox-de';
import { inboxTexts as inboxEn } from '../catalogues/inbox-en';
import { inboxTexts as inboxEs } from '../catalogues/inbox-es';
import { inboxTexts as inboxFr } from '../catalogues/inbox-fr';
import { Wording } from '../catalogues/wording';
import { aReply } from './inbox.builder';
import { InboxWords } from './words';

const texts = { ar: inboxAr, de: inboxDe, en: inboxEn, es: inboxEs, fr: inboxFr };
const catalogues = { ar, de, en, es, fr };
const wordsIn = (language: keyof typeof texts) => new InboxWords(new Wording(language, catalogues[language]), texts[language]);
const words = wordsIn('en');

/** Every text by its place; the forms of a plural are one. */
function placesOf(part: object, path = ''): [string, Record<string, string>][] {
  return Object.entries(part).flatMap(([name, value]): [string, Record<string, string>][] => {
    if (typeof value === 'string') return [[`${path}.${name}`, { other: value }]];
    return 'other' in value ? [[`${path}.${name}`, value]] : placesOf(value, `${path}.${name}`);
  });
}

describe('the bell', () => {
  it.each([
    [null, 'Inbox'],
    [{ unread: 0, following: 0 }, 'Inbox'],
    [{ unread: 3, following: 0 }, 'Inbox, 3 unread'],
    [{ unread: 0, following: 1 }, 'Inbox, 1 new comment in Following'],
    [{ unread: 100, following: 100 }, 'Inbox, 99+ unread, 99+ new comments in Following'],
  ])('says of %j: %s', (count, said) => {
    expect(words.bell(count)).toBe(said);
  });

  it('speaks Arabic with an Arabic comma', () => {
    expect(wordsIn('ar').bell({ unread: 2, following: 0 })).toBe('الوارد، 2 غير مقروء');
  });
});

describe('an item of the inbox', () => {
  it('says who did what, names apart from the words around them', () => {
    const authors = [
      { id: 'a', name: 'Ada' },
      { id: 's', name: 'سلمى' },
    ];
    const item = aReply('r', 9, { count: 5, authors, authorCount: 2 });
    expect([words.who(item), words.what(item)]).toEqual(['\u2068Ada\u2069 and \u2068سلمى\u2069', '5 replies to your comment']);
  });

  it.each([
    ['en', 1, 'Ada and 1 other'],
    ['en', 2, 'Ada and 2 others'],
    ['de', 2, 'Ada und 2 weitere'],
    ['fr', 2, 'Ada et 2 autres'],
    ['ar', 1, 'Ada وشخص آخر'],
  ] as const)('says in %s how many are not named: %i', (language, others, said) => {
    const who = wordsIn(language).who(aReply('r', 9, { authorCount: others + 1 }));
    expect(who?.replace(/[\u2068\u2069]/g, '')).toBe(said);
  });

  it('of the newsroom has no name', () => {
    const item: InboxItem = { id: 'n', at: '', isRead: false, kind: 'sanction', sanction: 'warn' };
    expect([words.who(item), words.what(item)]).toEqual([null, 'You were warned']);
  });
});

describe.each(languages)('the texts in %s', (language) => {
  const english = placesOf(inboxEn);
  const own = placesOf(texts[language]);

  it('are all there, with the plural forms of the language', () => {
    expect(own.map(([place]) => place)).toEqual(english.map(([place]) => place));
    for (const [, forms] of own) {
      const categories = Object.keys(forms).sort();
      if (categories.length > 1) expect(categories).toEqual([...pluralCategories[language]].sort());
      expect(Object.values(forms).every((form) => form.trim() !== '')).toBe(true);
    }
  });

  it('are translations, not copies', () => {
    const same = own.filter(([, { other = '' }], index) => other.length > 12 && other === english[index]?.[1].other);
    expect(language === 'en' ? [] : same).toEqual([]);
  });
});
