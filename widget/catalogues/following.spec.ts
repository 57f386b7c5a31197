import { languages } from '../../contract/embed';
import { pluralCategories } from './catalogue';
import { following as ar } from './following-ar';
import { following as de } from './following-de';
import { following as en } from './following-en';
import { following as es } from './following-es';
import { following as fr } from './following-fr';
import type { FollowingTexts } from './following-texts';

const catalogues: Record<string, FollowingTexts> = { en, de, es, fr, ar };

/** Every text by its place; the forms of a plural are one. */
function texts(part: object, path = ''): [place: string, forms: Record<string, string>][] {
  return Object.entries(part).flatMap(([name, value]): [string, Record<string, string>][] => {
    if (typeof value === 'string') return [[`${path}.${name}`, { other: value }]];
    return 'other' in value ? [[`${path}.${name}`, value]] : texts(value, `${path}.${name}`);
  });
}

const placeholders = (text = ''): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();

describe('the texts of following', () => {
  it.each(languages)('%s says everything, in the plural forms of its language, with the same placeholders', (language) => {
    const own = texts(catalogues[language] ?? {});
    const english = new Map(texts(en));
    expect(own.map(([place]) => place)).toEqual([...english.keys()]);
    for (const [place, forms] of own) {
      const isPlural = Object.keys(english.get(place) ?? {}).length > 1;
      if (isPlural) expect(Object.keys(forms).sort()).toEqual([...pluralCategories[language]].sort());
      expect([place, placeholders(forms.other)]).toEqual([place, placeholders(english.get(place)?.other)]);
    }
  });
});
