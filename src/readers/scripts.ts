import { classOf, vowelMarkScripts } from '../platform/text';

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

export function mixesScripts(name: string): boolean {
  const used = [...everyday, further].filter(({ shape }) => shape.test(name)).map(({ script }) => script);
  if (used.length <= 1) return false;
  const others = used.filter((script) => script !== 'Latin');
  return !mixtures.some((mixture) => others.every((script) => mixture.includes(script)));
}
