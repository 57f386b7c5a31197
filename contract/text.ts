/** The syntax tree of reader text, in the names of mdast. Every sink builds its own nodes from it; nobody sends HTML of reader text. */

/** Levels of blockquote, list and list item inside each other (a list counts two: itself and its item); deeper marks stay literal text. */
export const maxBlockNesting = 12;

/** Levels of strong, emphasis, spoiler and link inside each other; deeper marks stay literal text. */
export const maxInlineNesting = 8;

/** The only schemes a link of a tree can have. */
export const linkSchemes = ['http:', 'https:', 'mailto:'] as const;

export interface Text {
  type: 'text';
  value: string;
}

export interface Break {
  type: 'break';
}

export interface InlineCode {
  type: 'inlineCode';
  value: string;
}

export interface Strong {
  type: 'strong';
  children: Inline[];
}

export interface Emphasis {
  type: 'emphasis';
  children: Inline[];
}

/** Hidden until the reader asks for it. Never inside another spoiler. */
export interface Spoiler {
  type: 'spoiler';
  children: Inline[];
}

/** An absolute, normalised URL of one of `linkSchemes`. Never inside another link, never without children. */
export interface Link {
  type: 'link';
  url: string;
  children: Inline[];
}

export type Inline = Text | Break | InlineCode | Strong | Emphasis | Spoiler | Link;

export interface Paragraph {
  type: 'paragraph';
  children: Inline[];
}

export interface Blockquote {
  type: 'blockquote';
  children: Block[];
}

export interface ListItem {
  type: 'listItem';
  children: Block[];
}

/** `start` is the number of the first item of an ordered list, left out when it is 1. */
export interface List {
  type: 'list';
  ordered: boolean;
  start?: number;
  children: ListItem[];
}

export type Block = Paragraph | Blockquote | List;

export type CommentBody = Block[];
