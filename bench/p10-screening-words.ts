import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { limits } from '../contract/limits';
import { type Term, WordMatcher } from '../src/screening/words/word-matcher';
import { printResult } from './support/compare';
import { readSampleTexts } from './support/sample-texts';
import { seededRandom } from './support/seeded-random';

/**
 * P10: how long one comment takes against 10,000 listed words, 95th percentile over real comments, the longest that may be posted, and texts made to
 * be slow. Its limit: 2 ms. The list is made of the comments' own words with other ends, so that reading them goes far before it goes wrong, of pairs of words,
 * and of a few words that are there. Each text is looked at many times in a shuffled order; its median counts.
 */
const termsCount = 10_000;
const limitMilliseconds = 2;
const rounds = 40;
const warmUpRounds = 5;

export async function run(): Promise<void> {
  const comments = readSampleTexts().map(({ text }) => text);
  const terms = makeTerms(comments);
  const matcher = compile(terms);
  const groups = { comments, longest: longestOf(comments), hostile: hostileTexts() };
  const all = Object.values(groups).flat();
  const cold = millisecondsOf(matcher, distinctCharacters());
  const medians = measure(matcher, all);
  for (const [name, texts] of Object.entries(groups)) {
    const times = texts.map((text) => medians.get(text) ?? Number.POSITIVE_INFINITY);
    console.log(
      `${name}: ${texts.length} texts, p50 ${show(quantile(times, 0.5))}, p95 ${show(quantile(times, 0.95))}, worst ${show(quantile(times, 1))} ms`,
    );
  }
  const slowest = groups.hostile.toSorted((one, other) => (medians.get(other) ?? 0) - (medians.get(one) ?? 0)).slice(0, 3);
  console.log(`slowest hostile texts repeat ${slowest.map((text) => JSON.stringify(text.slice(0, 8))).join(', ')}`);
  console.log(`5,000 characters never seen before, once: ${show(cold)} ms`);
  printResult({ id: 'P10', unit: 'ms', better: 'less' }, { value: quantile([...medians.values()], 0.95), limit: limitMilliseconds });
}

function compile(terms: Term<number>[]): WordMatcher<number> {
  for (let time = 0; time < 2; time += 1) new WordMatcher(terms);
  const before = settledBytes();
  const start = performance.now();
  const matcher = new WordMatcher(terms);
  const took = performance.now() - start;
  console.log(`${terms.length} terms compiled in ${took.toFixed(0)} ms, which take ${((settledBytes() - before) / 1e6).toFixed(1)} MB`);
  return matcher;
}

function settledBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function makeTerms(comments: readonly string[]): Term<number>[] {
  const random = seededRandom(10);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const words = [
    ...new Set(
      comments
        .join(' ')
        .toLowerCase()
        .match(/\p{L}{3,}/gu),
    ),
  ];
  const made = new Set(words.filter((word) => word.length > 4 && random() < 0.05));
  while (made.size < termsCount) {
    const kind = random();
    const word = pick(words);
    if (kind < 0.6) made.add(word.slice(0, -1) + pick([...'abdefghiklmnoprstuz']) + pick([...'abcdeiost']));
    else if (kind < 0.8) made.add(`${word} ${pick(words)}`);
    else if (kind < 0.9) made.add(word.slice(0, 3) + pick(words));
    else if (kind < 0.95) made.add(`${word}${pick(words)}*`);
    else
      made.add(
        [pick([...'сукабляхуйпизда']), pick([...'傻逼死草泥马']), pick([...'كسزبعرص'])].map((letter) => letter.repeat(2)).join(' ') + word,
      );
  }
  return [...made].map((word, index) => ({ word, payload: index }));
}

/** As many real words, and as many of other scripts, as one comment can carry. */
function longestOf(comments: readonly string[]): string[] {
  const { maxLength, maxCodePoints } = limits.comment;
  const joined = comments.join('\n\n');
  const starts = Array.from({ length: 10 }, (_, index) => index * 10_000);
  const families = '👨‍👩‍👧‍👦 '.repeat(maxCodePoints / 8).slice(0, limits.comment.maxCodeUnits);
  const devanagari = 'यह एक बहुत लंबी टिप्पणी है। '.repeat(maxLength).slice(0, maxLength * 2);
  const chinese = '这是一条很长的评论，没有空格也没有结束。'.repeat(maxLength).slice(0, maxLength);
  return [...starts.map((start) => joined.slice(start, start + maxLength)), families, devanagari, chinese];
}

function hostileTexts(): string[] {
  const units = [
    'a',
    'a ',
    'a.',
    'a-',
    'a!',
    '!',
    '1',
    '1l',
    'th',
    'the ',
    'the!',
    't h e ',
    't-h-e-',
    'thé',
    'ΑA',
    '𝐚',
    'a\u200b',
    'a\u0301\u0301\u0301',
    '傻',
    '傻 ',
  ];
  const addresses = ['http://a', 'http://a/(', '((a', '**a', '||a||', '🇦', 'Iа', 'ß'];
  return [...units, ...addresses].map((unit) => unit.repeat(limits.comment.maxLength).slice(0, longestLength(unit)));
}

function longestLength(unit: string): number {
  const isPlain = [...unit].length === unit.length && unit === unit.replace(/[\p{M}\u200b]/gu, '');
  return isPlain ? limits.comment.maxLength : Math.min(limits.comment.maxCodePoints, limits.comment.maxLength * unit.length);
}

function distinctCharacters(): string {
  return Array.from({ length: limits.comment.maxLength }, (_, index) => String.fromCodePoint(0x3400 + index)).join('');
}

function measure(matcher: WordMatcher<number>, texts: readonly string[]): Map<string, number> {
  const random = seededRandom(1);
  const times = new Map<string, number[]>(texts.map((text) => [text, []]));
  for (let round = 0; round < warmUpRounds + rounds; round += 1) {
    for (const text of shuffled(texts, random)) {
      const took = millisecondsOf(matcher, text);
      if (round >= warmUpRounds) times.get(text)?.push(took);
    }
  }
  return new Map([...times].map(([text, each]) => [text, quantile(each, 0.5)]));
}

function millisecondsOf(matcher: WordMatcher<number>, text: string): number {
  const start = performance.now();
  matcher.find(text);
  return performance.now() - start;
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

function show(milliseconds: number): string {
  return milliseconds.toFixed(3);
}
