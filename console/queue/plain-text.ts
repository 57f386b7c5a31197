import type { Block, CommentBody, Inline, ListItem } from '../../contract/text';

/** The words of a comment on one line. */
export function plainText(body: CommentBody): string {
  return body.map(wordsOf).join(' ').replace(/\s+/g, ' ').trim();
}

/** All that is written in a part of it. */
export function wordsOf(node: Block | ListItem | Inline): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return ' ';
    case 'paragraph':
    case 'strong':
    case 'emphasis':
    case 'spoiler':
    case 'link':
      return node.children.map(wordsOf).join('');
    case 'blockquote':
    case 'list':
    case 'listItem':
      return node.children.map(wordsOf).join(' ');
  }
}
