import type { CommentBody } from './text';

/** Whether something that is said in a comment hides it from a reader. */
export type IsMuted = (body: CommentBody) => boolean;

/**
 * Whether one of a reader's mute words stands in a comment as a word of its own; a phrase as its words in a row, whatever stands between them. Case is no
 * difference, nor is how a letter is encoded, nor a vowel mark that Arabic and Hebrew may leave out, nor whether a spoiler hides it. An accent is one:
 * résumé is another word than resume. Of a link its words count, not its address. The words are prepared once, for as many comments as there are.
 */
export function muteWordsMatcher(words: readonly string[]): IsMuted {
  const known = words.filter(isMuteWord).map(spaced);
  if (known.length === 0) return () => false;
  return (body) => {
    const shown = spaced(wordsOf(body));
    return known.some((word) => shown.includes(word));
  };
}

/** Whether anything can be found by it: it has a letter, a digit or an emoji. */
export function isMuteWord(word: string): boolean {
  return spaced(word).trim() !== '';
}

type Node = { type: string; value?: string; children?: Node[] };

/** What stands inside a line goes on in it; between lines and blocks there is a space. */
function wordsOf(nodes: readonly object[]): string {
  return (nodes as Node[])
    .map(({ type, value, children = [] }) => value ?? (inLine.has(type) ? wordsOf(children) : ` ${wordsOf(children)} `))
    .join('');
}

const inLine = new Set(['strong', 'emphasis', 'spoiler', 'link']);

/** What is not seen, as a hyphen for the end of a line, and what is seen only sometimes: vowel marks, and the stroke that makes an Arabic word longer. */
const unseen = /[\p{DI}\u0591-\u05bd\u05bf-\u05c7\u0640\u064b-\u065f\u0670]/gu;

/** What stands for itself, since no space parts it from its neighbours. */
const alone =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{Extended_Pictographic}\p{RI}]/gu;

const noWord = /[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{RI}]+/gu;

/** Words between single spaces. Scripts that write without spaces are found by their letters, wherever they stand; so is an emoji. */
function spaced(text: string): string {
  const plain = text.normalize('NFKC').replace(unseen, '').toUpperCase().toLowerCase();
  return ` ${plain.replace(alone, ' $& ').replace(noWord, ' ').trim()} `;
}
