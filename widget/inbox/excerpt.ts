import type { CommentBody } from '../../contract/text';

type Node = { type: string; value?: string; children?: readonly object[] };

/** In characters: two lines of a wide page. */
const longest = 160;
/** Within a line; blocks stand apart. */
const inLine = new Set(['strong', 'emphasis', 'link']);

/** How a comment begins, in one line. What its author hides stays hidden. */
export function beginningOf(body: CommentBody): string {
  const text = textOf(body).replace(/\s+/g, ' ').trim();
  const characters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)];
  if (characters.length <= longest) return text;
  return `${characters
    .slice(0, longest)
    .map(({ segment }) => segment)
    .join('')
    .trimEnd()}…`;
}

function textOf(nodes: readonly object[]): string {
  return (nodes as readonly Node[])
    .map(({ type, value, children = [] }) => {
      if (type === 'spoiler') return '▒▒▒';
      if (type === 'break') return ' ';
      return value ?? (inLine.has(type) ? textOf(children) : ` ${textOf(children)} `);
    })
    .join('');
}
