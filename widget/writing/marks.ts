export const marks = ['bold', 'italic', 'quote', 'list', 'code', 'spoiler', 'link'] as const;
export type Mark = (typeof marks)[number];

/** A text and what is selected in it. */
export interface Selected {
  text: string;
  start: number;
  end: number;
}

const around: Partial<Record<Mark, string>> = { bold: '**', italic: '*', code: '`', spoiler: '||' };
const beforeLines: Partial<Record<Mark, string>> = { quote: '> ', list: '- ' };
const linkAddress = 'https://';

/** The text with the mark at what is selected, or without it where it was already. */
export function withMark(selected: Selected, mark: Mark): Selected {
  const sign = around[mark];
  if (sign !== undefined) return withSigns(selected, sign);
  const prefix = beforeLines[mark];
  if (prefix !== undefined) return withPrefixes(selected, prefix);
  return withLink(selected);
}

function withSigns({ text, start, end }: Selected, sign: string): Selected {
  const before = text.slice(0, start);
  const inside = text.slice(start, end);
  const after = text.slice(end);
  const isMarked = before.endsWith(sign) && after.startsWith(sign) && !(sign === '*' && before.endsWith('**') && !before.endsWith('***'));
  if (isMarked) {
    return { text: before.slice(0, -sign.length) + inside + after.slice(sign.length), start: start - sign.length, end: end - sign.length };
  }
  return { text: before + sign + inside + sign + after, start: start + sign.length, end: end + sign.length };
}

function withPrefixes({ text, start, end }: Selected, prefix: string): Selected {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end) === -1 ? text.length : text.indexOf('\n', end);
  const lines = text.slice(lineStart, lineEnd).split('\n');
  const isMarked = lines.every((line) => line.startsWith(prefix));
  const changed = lines.map((line) => (isMarked ? line.slice(prefix.length) : prefix + line)).join('\n');
  // A mark of a block is one only after an empty line.
  const previous = text.slice(0, lineStart);
  const gap = isMarked || previous === '' || previous.endsWith('\n\n') ? '' : '\n';
  const place = lineStart + gap.length + changed.length;
  return { text: previous + gap + changed + text.slice(lineEnd), start: place, end: place };
}

/** Leaves the address selected, to be written over. */
function withLink({ text, start, end }: Selected): Selected {
  const label = text.slice(start, end);
  const isAddress = /^https?:\/\/\S+$/.test(label);
  const written = isAddress ? `[](${label})` : `[${label}](${linkAddress})`;
  const place = isAddress ? start + 1 : start + label.length + 3;
  return { text: text.slice(0, start) + written + text.slice(end), start: place, end: isAddress ? place : place + linkAddress.length };
}
