import { limits } from '../../contract/limits';
import type { Block, CommentBody, Inline, ListItem } from '../../contract/text';
import { normalizeReaderName } from '../readers';

const { nameMaxLength } = limits.reader;
/** Looked at in one comment: some of them name nobody. */
const maxPlaces = 2 * limits.inbox.maxMentions;
/** What stands for code: nothing that a name can be made of, and a word that goes on. */
const code = '\u0000';
const inName = /^[\p{L}\p{M}\p{Nd} .,'’\-_·]+/u;
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const inWord = /[\p{L}\p{M}\p{N}_]/u;
/** Code, or an address of mail or of the web, goes on. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it stands for code
const goesOn = /[\u0000\p{L}\p{M}\p{N}_.%+\-@/]/u;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * For each `@` at the beginning of a word the names that may stand there, the longest first: a name can have spaces, so that where it ends is known only
 * to who knows the names. Neither in code, right after it, nor in what is quoted.
 */
export function possibleMentions(body: CommentBody): string[][] {
  return linesOf(body)
    .flatMap(placesIn)
    .map(namesAt)
    .filter((names) => names.length > 0)
    .slice(0, maxPlaces);
}

/**
 * The same for a name however it is written in a text: by case and apostrophe, as keyboards differ. Not what looks alike, by which names are unique: that
 * has no separators, so that *@Ann, a word* would be for Anna; and who writes another name tells nobody.
 */
export function foldedName(name: string): string {
  return normalizeReaderName(name).normalize('NFKC').toLowerCase().replaceAll('’', "'");
}

/** Of readers by their folded names those that are mentioned, in the order of the text. */
export function mentionedIn<Known>(places: readonly string[][], known: ReadonlyMap<string, Known>): Known[] {
  const named = places.flatMap((names) => names.map((name) => known.get(foldedName(name))).find((found) => found !== undefined) ?? []);
  return [...new Set(named)].slice(0, limits.inbox.maxMentions);
}

function linesOf(blocks: readonly (Block | ListItem)[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'blockquote') return [];
    return block.type === 'paragraph' ? [wordsOf(block.children)] : linesOf(block.children);
  });
}

function wordsOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.value;
      if (inline.type === 'inlineCode') return code;
      return inline.type === 'break' ? '\n' : wordsOf(inline.children);
    })
    .join('');
}

/** What follows each `@` that begins a word. */
function placesIn(line: string): string[] {
  return [...line.matchAll(/@/g)]
    .filter(({ index }) => {
      const before = [...line.slice(Math.max(0, index - 2), index)].at(-1) ?? ' ';
      return !goesOn.test(before) || withoutSpaces.test(before);
    })
    .map(({ index }) => line.slice(index + 1, index + 1 + maxCodeUnits));
}

/** Enough for the longest name, whatever its letters are made of. */
const maxCodeUnits = nameMaxLength * 8;

function namesAt(text: string): string[] {
  const [run = ''] = inName.exec(text) ?? [];
  const letters = [...graphemes.segment(run)].map(({ segment }) => segment);
  const names: string[] = [];
  for (let length = Math.min(letters.length, nameMaxLength); length > 0; length -= 1) {
    const [last = '', next = text.slice(run.length)] = [letters[length - 1], letters[length]];
    if (last.trim() !== '' && letters[0]?.trim() !== '' && endsWord(last, next))
      names.push(normalizeReaderName(letters.slice(0, length).join('')));
  }
  return names.filter((name) => /\p{L}/u.test(name));
}

function endsWord(last: string, next: string): boolean {
  const following = [...next][0] ?? ' ';
  return !(inWord.test(last) && inWord.test(following)) || withoutSpaces.test(last) || withoutSpaces.test(following);
}
