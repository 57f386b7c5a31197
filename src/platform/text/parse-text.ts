import type { Token } from 'markdown-it';
import {
  type Block,
  type CommentBody,
  type Emphasis,
  type Inline,
  type Link,
  type List,
  type ListItem,
  maxInlineNesting,
  type Spoiler,
  type Strong,
} from '../../../contract/text';
import { commentMarkdown } from './comment-markdown';

type InlineParent = Strong | Emphasis | Spoiler | Link;

/** Where the next inline goes: into `children`, below the nodes named in `path`. `atEnd` is what the closing mark does. */
interface Frame {
  children: Inline[];
  path: InlineParent['type'][];
  atEnd(): void;
}

const controlCharacters = /[^\P{Cc}\n\r\t]/gu;
const loneSurrogates = /\p{Surrogate}/gu;
const visible = /[^\s\p{Default_Ignorable_Code_Point}]/u;
const markdown = commentMarkdown();

/** What is stored of a text: NFC, line feeds only, well-formed, without control characters and without blank space around the whole. */
export function normalizeText(source: string): string {
  return source.replace(controlCharacters, '').replace(loneSurrogates, '\ufffd').replace(/\r\n?/g, '\n').normalize('NFC').trim();
}

/** The tree of a comment. Never throws: what is not a construct of ours stays literal text. Blank input gives []. */
export function parseText(source: string): CommentBody {
  const text = normalizeText(source);
  if (!visible.test(text)) return [];
  return blocksUntilClose(markdown.parse(text, {}).values());
}

function blocksUntilClose(tokens: IterableIterator<Token>): Block[] {
  const blocks: Block[] = [];
  for (const token of tokens) {
    if (token.nesting === -1) return blocks;
    blocks.push(blockFrom(token, tokens));
  }
  return blocks;
}

function blockFrom(token: Token, tokens: IterableIterator<Token>): Block {
  switch (token.type) {
    case 'blockquote_open':
      return { type: 'blockquote', children: blocksUntilClose(tokens) };
    case 'bullet_list_open':
      return { type: 'list', ordered: false, children: itemsUntilClose(tokens) };
    case 'ordered_list_open':
      return orderedListFrom(token.attrGet('start'), itemsUntilClose(tokens));
    default:
      return { type: 'paragraph', children: inlinesUntilClose(tokens) };
  }
}

function orderedListFrom(start: string | number | null, children: ListItem[]): List {
  if (start === null) return { type: 'list', ordered: true, children };
  return { type: 'list', ordered: true, start: Number(start), children };
}

function itemsUntilClose(tokens: IterableIterator<Token>): ListItem[] {
  const items: ListItem[] = [];
  for (const token of tokens) {
    if (token.nesting === -1) return items;
    items.push({ type: 'listItem', children: blocksUntilClose(tokens) });
  }
  return items;
}

function inlinesUntilClose(tokens: IterableIterator<Token>): Inline[] {
  const paragraph: Token[] = [];
  for (const token of tokens) {
    if (token.nesting === -1) break;
    for (const child of token.children ?? []) paragraph.push(child);
  }
  return inlinesFrom(paragraph);
}

/** A stack instead of recursion: emphasis can be opened thousands of times. */
function inlinesFrom(tokens: Token[]): Inline[] {
  const root: Frame = { children: [], path: [], atEnd: () => undefined };
  const frames: Frame[] = [];
  for (const token of tokens) {
    const frame = frames.at(-1) ?? root;
    if (token.nesting === 1) frames.push(enter(frame, token));
    else if (token.nesting === -1) frames.pop()?.atEnd();
    else append(frame.children, leafFrom(token));
  }
  return root.children;
}

function enter(parent: Frame, token: Token): Frame {
  const node = inlineParentFrom(token);
  if (!mayHold(parent, node)) return enterLiteral(parent, token);
  parent.children.push(node);
  return { children: node.children, path: [...parent.path, node.type], atEnd: () => nameLink(node) };
}

function mayHold(parent: Frame, node: InlineParent): boolean {
  if (parent.path.length >= maxInlineNesting) return false;
  if (node.type === 'link') return node.url !== '' && !parent.path.includes('link');
  return node.type !== 'spoiler' || !parent.path.includes('spoiler');
}

/** The marks become text again and what they hold goes into the parent. */
function enterLiteral(parent: Frame, token: Token): Frame {
  const [opening, closing] = writtenMarks(token);
  append(parent.children, { type: 'text', value: opening });
  return { ...parent, atEnd: () => append(parent.children, { type: 'text', value: closing }) };
}

function writtenMarks(token: Token): [opening: string, closing: string] {
  if (token.type !== 'link_open') return [token.markup, token.markup];
  if (token.markup === 'autolink') return ['<', '>'];
  if (token.markup === 'linkify') return ['', ''];
  return ['[', `](${token.attrGet('href')})`];
}

/** A link nobody could see or hear shows its address. */
function nameLink(node: InlineParent): void {
  if (node.type !== 'link') return;
  if (node.children.some((child) => child.type !== 'text' || visible.test(child.value))) return;
  node.children = [{ type: 'text', value: node.url }];
}

function inlineParentFrom(token: Token): InlineParent {
  switch (token.type) {
    case 'strong_open':
      return { type: 'strong', children: [] };
    case 'em_open':
      return { type: 'emphasis', children: [] };
    case 'spoiler_open':
      return { type: 'spoiler', children: [] };
    default:
      return { type: 'link', url: String(token.attrGet('href') ?? ''), children: [] };
  }
}

function leafFrom(token: Token): Inline {
  switch (token.type) {
    case 'softbreak':
    case 'hardbreak':
      return { type: 'break' };
    case 'code_inline':
      return { type: 'inlineCode', value: token.content };
    default:
      return { type: 'text', value: token.content };
  }
}

function append(siblings: Inline[], inline: Inline): void {
  const last = siblings.at(-1);
  if (inline.type !== 'text') siblings.push(inline);
  else if (last?.type === 'text') last.value += inline.value;
  else if (inline.value !== '') siblings.push(inline);
}
