import { languages } from '../../contract/embed';
import { catalogue as ar } from './ar';
import { type Catalogue, pluralCategories } from './catalogue';
import { catalogue as de } from './de';
import { catalogue as en } from './en';
import { catalogue as es } from './es';
import { catalogue as fr } from './fr';

const catalogues: Record<string, Catalogue> = { en, de, es, fr, ar };

/** Every text of a catalogue by its place in it; the forms of a plural are one. */
function texts(part: object, path = ''): Map<string, Record<string, string>> {
  const found = new Map<string, Record<string, string>>();
  for (const [name, value] of Object.entries(part)) {
    const place = `${path}.${name}`;
    if (typeof value === 'string') found.set(place, { other: value });
    else if ('other' in value) found.set(place, value);
    else for (const [inner, forms] of texts(value, place)) found.set(inner, forms);
  }
  return found;
}

/** The plural forms of a language that stand for one number alone, and may say it in words. */
function singular(language: string): Set<string> {
  const rules = new Intl.PluralRules(language);
  const categories = Array.from({ length: 1_000 }, (_, number) => rules.select(number));
  return new Set(categories.filter((category) => categories.indexOf(category) === categories.lastIndexOf(category)));
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
    const mayDoWithout = singular(language);
    for (const [place, forms] of own) {
      const wanted = placeholders(english.get(place)?.other ?? '');
      for (const [category, form] of Object.entries(forms)) {
        const isInWords = mayDoWithout.has(category) && !form.includes('{count}');
        expect({ place, category, placeholders: placeholders(form) }).toEqual({ place, category, placeholders: isInWords ? [] : wanted });
        expect(form.trim()).not.toBe('');
      }
    }
  });

  it.each(['de', 'es', 'fr', 'ar'])('%s is a translation, not a copy', (language) => {
    const english = texts(en);
    const same = [...texts(catalogues[language] ?? {})].filter(
      ([place, { other = '' }]) => other.length > 12 && english.get(place)?.other === other,
    );
    expect(same).toEqual([]);
  });
});
