import { languages } from '../../contract/embed';
import { catalogue as ar } from './ar';
import { type Catalogue, pluralCategories } from './catalogue';
import { catalogue as de } from './de';
import { catalogue as en } from './en';
import { catalogue as es } from './es';
import { catalogue as fr } from './fr';

const catalogues: Record<string, Catalogue> = { en, de, es, fr, ar };

/** Every text of a catalogue by its place in it; the forms of a plural are one. */
function texts(part: object, path = ''): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [name, value] of Object.entries(part)) {
    const place = `${path}.${name}`;
    if (typeof value === 'string') found.set(place, [value]);
    else if ('other' in value && Object.values(value).every((form) => typeof form === 'string' && form.includes('{count}')))
      found.set(place, Object.values(value));
    else for (const [inner, forms] of texts(value, place)) found.set(inner, forms);
  }
  return found;
}

const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([word]) => word).sort();

describe('the catalogues', () => {
  it.each(languages)('%s has the plural forms of its language', (language) => {
    expect([...pluralCategories[language]].sort()).toEqual([...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort());
  });

  it.each(languages)('%s says everything, with the same placeholders', (language) => {
    const own = texts(catalogues[language] ?? {});
    const english = texts(en);
    expect([...own.keys()]).toEqual([...english.keys()]);
    for (const [place, forms] of own) {
      const [wanted = ''] = english.get(place) ?? [];
      for (const form of forms) {
        expect({ place, placeholders: placeholders(form) }).toEqual({ place, placeholders: placeholders(wanted) });
        expect(form.trim()).not.toBe('');
      }
    }
  });

  it.each(['de', 'es', 'fr', 'ar'])('%s is a translation, not a copy', (language) => {
    const english = texts(en);
    const same = [...texts(catalogues[language] ?? {})].filter(
      ([place, [text = '']]) => text.length > 12 && english.get(place)?.includes(text),
    );
    expect(same).toEqual([]);
  });
});
