/** What a folded text is found by. */
export interface SearchWords {
  /** Of scripts that put something between words. */
  words: string[];
  /** Runs of letters of scripts that do not: Chinese, Japanese, Thai, Lao, Khmer, Burmese. */
  runs: string[];
  /** Emoji, currencies and the like, one by one. */
  signs: string[];
}

const spaceless = '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}';
const wordOrRun = new RegExp(`((?:(?=[\\p{L}\\p{N}\\p{M}])[${spaceless}])+)|(?:(?![${spaceless}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');
/** Longer ones are told apart by so many letters. */
const maxWordLength = 60;
/** So much of a word finds it. */
export const gramLength = 3;

export function searchWords(folded: string): SearchWords {
  const words = new Set<string>();
  const runs = new Set<string>();
  for (const [found, run] of folded.matchAll(wordOrRun)) {
    if (run === undefined) words.add(cut(found));
    else runs.add(run);
  }
  return { words: [...words], runs: [...runs], signs: [...new Set(folded.match(/\p{S}/gu))] };
}

/** Every two letters of a run that follow each other, and its last one: what a run is found by, wherever its words begin. */
export function pairsOfRun(run: string): string[] {
  const letters = [...run];
  return letters.map((letter, place) => letter + (letters[place + 1] ?? ''));
}

/** Every `length` letters that follow each other. */
export function gramsOf(word: string, length: number): string[] {
  const letters = [...word];
  const grams = new Set<string>();
  for (let start = 0; start + length <= letters.length; start += 1) grams.add(letters.slice(start, start + length).join(''));
  return [...grams];
}

function cut(word: string): string {
  return word.length <= maxWordLength ? word : [...word].slice(0, maxWordLength).join('');
}
