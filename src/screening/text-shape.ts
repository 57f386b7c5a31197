import type { Block, CommentBody, Inline, ListItem } from '../../contract/text';

/** Letters in a row that are compared as one. */
const shingleLetters = 6;
/** Shorter texts are alike by chance. */
const minLetters = 40;
const bins = 16;
const binsPerBand = 4;
/** What a bin begins with. */
const empty = 0xffffffff;
const notLetters = /[^\p{L}]+/gu;

/**
 * Numbers by which texts that are almost the same are found: two texts share one with the more certainty, the more runs of letters they share
 * (98 % where nine tenths of the runs are the same, 23 % at one half, 3 % at a third). None for a short text. What is quoted does not count, nor do
 * case, marks, digits, spaces and addresses.
 * By one permutation hashing, and bands of it: Li, Owen, Zhang, "One Permutation Hashing", NIPS 2012.
 */
export function textShape(body: CommentBody): number[] {
  const letters = [...ownWords(body).normalize('NFKD').toLowerCase().replace(notLetters, '')];
  if (letters.length < minLetters) return [];
  const smallest = smallestInBins(letters);
  const bands: number[] = [];
  for (let bin = 0; bin < bins; bin += binsPerBand) {
    const hashes = smallest.slice(bin, bin + binsPerBand);
    // Texts that repeat little are not alike for what they lack.
    if (hashes.some((hash) => hash !== empty)) bands.push(bandOf(bin, hashes));
  }
  return bands;
}

function smallestInBins(letters: readonly string[]): number[] {
  const smallest = new Array<number>(bins).fill(empty);
  for (let at = 0; at + shingleLetters <= letters.length; at += 1) {
    const hash = hashOf(letters.slice(at, at + shingleLetters).join(''));
    const bin = hash % bins;
    smallest[bin] = Math.min(smallest[bin] as number, hash);
  }
  return smallest;
}

/** 53 bits: a number that both sides of the database's door take. */
function bandOf(place: number, hashes: readonly number[]): number {
  const words = hashes.join(',');
  return hashOf(`${place}:${words}`) * 2 ** 21 + (hashOf(`${words}:${place}`) % 2 ** 21);
}

/** FNV-1a of 32 bits, with its bits mixed at the end so that the lowest tell the bin. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function ownWords(blocks: readonly (Block | ListItem)[]): string {
  return blocks.map(wordsOf).join('\n');
}

function wordsOf(node: Block | ListItem | Inline): string {
  if (node.type === 'text' || node.type === 'inlineCode') return isAddress(node.value) ? '' : node.value;
  if (node.type === 'blockquote') return '';
  return 'children' in node ? node.children.map(wordsOf).join('') : '\n';
}

function isAddress(text: string): boolean {
  return /^(?:https?:\/\/|mailto:)\S+$/iu.test(text);
}
