import type { Block, CommentBody, Inline, ListItem } from '../../contract/text';

/** The words as they stand side by side on the page, where no address of a link parts them. */
export function wordsAsRead(body: CommentBody): string {
  return body.map(wordsOf).join('\n');
}

function wordsOf(node: Block | ListItem | Inline): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (!('children' in node)) return '\n';
  const areBlocks = node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem';
  return node.children.map(wordsOf).join(areBlocks ? '\n' : '');
}
