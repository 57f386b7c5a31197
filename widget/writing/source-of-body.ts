import type { Block, CommentBody, Inline, ListItem } from '../../contract/text';

/** Signs that would mean something where they stand. */
const signs = /[\\`*[\]]|<(?=[a-z])|\|(?=\|)|(?<=\|)\||(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:(?=\/\/)/giu;
const signsAtLineStart = /^(\s*)([-+>#]|\d{1,9}[.)])(?=\s|$)/gm;

/** The Markdown of a comment, to edit it. */
export function sourceOfBody(body: CommentBody): string {
  return body.map(blockSource).join('\n\n');
}

function blockSource(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return inlineSource(block.children).replace(signsAtLineStart, (_, blank: string, sign: string) => {
        return blank + (/\d/.test(sign) ? `${sign.slice(0, -1)}\\${sign.slice(-1)}` : `\\${sign.replace(/^\\/, '')}`);
      });
    case 'blockquote':
      return prefixed(sourceOfBody(block.children), '> ', '> ');
    case 'list': {
      const start = block.start ?? 1;
      return block.children.map((item, index) => itemSource(item, block.ordered ? `${start + index}. ` : '- ')).join('\n');
    }
  }
}

function itemSource(item: ListItem, sign: string): string {
  return prefixed(sourceOfBody(item.children), sign, ' '.repeat(sign.length));
}

function prefixed(source: string, first: string, others: string): string {
  return source
    .split('\n')
    .map((line, index) => ((index === 0 ? first : others) + line).trimEnd())
    .join('\n');
}

function inlineSource(children: readonly Inline[]): string {
  return children.map(oneInlineSource).join('');
}

function oneInlineSource(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.value.replace(signs, (sign) => `\\${sign}`);
    case 'break':
      return '\n';
    case 'inlineCode':
      return codeSource(inline.value);
    case 'strong':
      return `**${inlineSource(inline.children)}**`;
    case 'emphasis':
      return `*${inlineSource(inline.children)}*`;
    case 'spoiler':
      return `||${inlineSource(inline.children)}||`;
    case 'link':
      return linkSource(inline.url, inline.children);
  }
}

function linkSource(url: string, children: readonly Inline[]): string {
  const [only] = children;
  if (children.length === 1 && only?.type === 'text' && only.value === url) return `<${url}>`;
  return `[${inlineSource(children)}](<${url.replace(/[<>\\]/g, (sign) => `\\${sign}`)}>)`;
}

/** Fenced by more ticks than are in it. */
function codeSource(value: string): string {
  const longest = Math.max(0, ...[...value.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad =
    value.startsWith('`') || value.endsWith('`') || (value.startsWith(' ') && value.endsWith(' ') && value.trim() !== '') ? ' ' : '';
  return fence + pad + value + pad + fence;
}
