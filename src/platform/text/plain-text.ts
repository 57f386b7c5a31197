import { limits } from '../../../contract/limits';
import type { Block, CommentBody, Inline, ListItem } from '../../../contract/text';

const hiddenWords = '…';
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The words alone, one line per block or line break. What a spoiler hides stays hidden. */
export function plainText(body: CommentBody): string {
  return linesOf(body);
}

/** Grapheme clusters: what a reader counts as characters. One cluster can be any number of code points, so bound those as well. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _grapheme of graphemes.segment(text)) length += 1;
  return length;
}

/** How a text begins, in one line of at most so many characters as readers count them. */
export function beginningOf(text: string, maxLength: number): string {
  let beginning = '';
  let length = 0;
  for (const { segment } of graphemes.segment(text.replace(/\s+/g, ' '))) {
    length += 1;
    if (length > maxLength) return `${beginning.trimEnd()}…`;
    beginning += segment;
  }
  return beginning;
}

/** How a comment begins, where it stands elsewhere. */
export function excerptOf(body: CommentBody): string {
  return beginningOf(plainText(body), limits.page.excerptLength);
}

function linesOf(blocks: (Block | ListItem)[]): string {
  return blocks
    .map(wordsOfBlock)
    .filter((words) => words !== '')
    .join('\n');
}

function wordsOfBlock(block: Block | ListItem): string {
  if (block.type === 'paragraph') return wordsOfInlines(block.children);
  return linesOf(block.children);
}

function wordsOfInlines(inlines: Inline[]): string {
  return inlines.map(wordsOfInline).join('');
}

function wordsOfInline(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'inlineCode':
      return inline.value;
    case 'break':
      return '\n';
    case 'spoiler':
      return hiddenWords;
    case 'strong':
    case 'emphasis':
    case 'link':
      return wordsOfInlines(inline.children);
  }
}
