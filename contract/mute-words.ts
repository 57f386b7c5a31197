import type { CommentBody } from './text';

/**
 * Whether one of a reader's mute words stands in a comment as a word of its own; a phrase as its words in a row. Case is no difference, nor is how a
 * letter is encoded, nor whether a spoiler hides it.
 */
export function hasMuteWord(body: CommentBody, words: readonly string[]): boolean {
  if (words.length === 0) return false;
  const shown = spaced(wordsOf(body));
  return words.some((word) => {
    const wanted = spaced(word);
    return wanted.trim() !== '' && shown.includes(wanted);
  });
}

type Node = { type: string; value?: string; children?: Node[] };

/** What stands inside a line goes on in it; between lines and blocks there is a space. */
function wordsOf(nodes: readonly object[]): string {
  return (nodes as Node[])
    .map(({ type, value, children = [] }) => value ?? (inLine.has(type) ? wordsOf(children) : ` ${wordsOf(children)} `))
    .join('');
}

const inLine = new Set(['strong', 'emphasis', 'spoiler', 'link']);

/** Words between single spaces. Scripts that write without spaces are found by their letters, wherever they stand. */
function spaced(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  const apart = plain.replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu, ' $& ');
  return ` ${apart.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()} `;
}
