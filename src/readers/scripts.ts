/** Scripts in which a mark is a vowel, not an ornament. */
export const vowelMarkScripts = [
  'Bengali',
  'Devanagari',
  'Gujarati',
  'Gurmukhi',
  'Kannada',
  'Khmer',
  'Lao',
  'Malayalam',
  'Myanmar',
  'Oriya',
  'Sinhala',
  'Tamil',
  'Telugu',
  'Thaana',
  'Thai',
  'Tibetan',
];
/** The scripts that are in everyday use, as UAX 31 recommends them. */
const scripts = [
  ...vowelMarkScripts,
  'Arabic',
  'Armenian',
  'Bopomofo',
  'Cyrillic',
  'Ethiopic',
  'Georgian',
  'Greek',
  'Han',
  'Hangul',
  'Hebrew',
  'Hiragana',
  'Katakana',
  'Latin',
];
const everyday = scripts.map((script) => ({ script, shape: new RegExp(`\\p{Script=${script}}`, 'u') }));
/** Letters of all other scripts, which together count as one more. */
const further = { script: 'another', shape: new RegExp(`[^${classOf([...scripts, 'Common', 'Inherited'])}]`, 'u') };
/** Highly restrictive, UTS 39: these may stand together, each also with Latin. */
const mixtures = [
  ['Han', 'Hiragana', 'Katakana'],
  ['Han', 'Hangul'],
  ['Han', 'Bopomofo'],
];

/** What stands between the brackets of a regular expression for any character of these scripts. */
export function classOf(names: readonly string[]): string {
  return names.map((name) => `\\p{Script=${name}}`).join('');
}

export function mixesScripts(name: string): boolean {
  const used = [...everyday, further].filter(({ shape }) => shape.test(name)).map(({ script }) => script);
  if (used.length <= 1) return false;
  const others = used.filter((script) => script !== 'Latin');
  return !mixtures.some((mixture) => others.every((script) => mixture.includes(script)));
}
