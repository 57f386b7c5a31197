import type { StartListLanguage } from '../../../contract/screening';
import { foldedTerm } from './term-patterns';

/** The List of Dirty, Naughty, Obscene, and Otherwise Bad Words (CC BY 4.0), loaded when somebody asks for it. */
const load: Record<StartListLanguage, () => string[]> = {
  ar: () => require('naughty-words/ar.json'),
  de: () => require('naughty-words/de.json'),
  en: () => require('naughty-words/en.json'),
  es: () => require('naughty-words/es.json'),
  fr: () => require('naughty-words/fr.json'),
};

/**
 * Words for an editor to look at before any of them is switched on: they are rude somewhere, not everywhere ("concha" is also a shell). Those that are
 * found in the same texts come once, and those without a letter not at all.
 */
export function startList(language: StartListLanguage): string[] {
  const byLetters = new Map(load[language]().map((word) => [foldedTerm(word), word]));
  byLetters.delete('');
  return [...byLetters.values()];
}
