import { type Language, languages } from '../../contract/embed';

/** The language of the widget that a language tag asks for: `de-AT` is German. English where there is none. */
export function readLanguage(tag: string | undefined): Language {
  const [primary] = (tag ?? '').toLowerCase().split('-', 1);
  return languages.find((language) => language === primary) ?? 'en';
}
