import { Fragment, type ReactNode } from 'react';
import type { Block, CommentBody, Inline } from '../../contract/text';
import { aroundWords } from '../queue/marked-words';
import { wordsOf } from '../queue/plain-text';

interface Marks {
  hiddenLabel: string;
  /** Words that are marked where they stand. */
  words: readonly string[];
}

/** Reader text from its syntax tree, as a moderator needs it: what is hidden from readers is shown and marked, and links say where they lead. */
export function CommentText({ body, ...marks }: Marks & { body: CommentBody }): ReactNode {
  return (
    <div className="text covered" dir="auto">
      {all(body, (block) => blockNode(block, marks))}
    </div>
  );
}

/** With the words marked where they stand. */
export function markedText(text: string, words: readonly string[]): ReactNode {
  return all(aroundWords(text, words), (part, index) => (index % 2 === 1 ? <mark>{part}</mark> : part));
}

function all<Node>(nodes: readonly Node[], render: (node: Node, index: number) => ReactNode): ReactNode {
  // A text never changes in place: its parts are known by their order.
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  return nodes.map((node, index) => <Fragment key={index}>{render(node, index)}</Fragment>);
}

function blockNode(block: Block, marks: Marks): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p dir="auto">{inlineNodes(block.children, marks)}</p>;
    case 'blockquote':
      return <blockquote>{all(block.children, (child) => blockNode(child, marks))}</blockquote>;
    case 'list': {
      const items = all(block.children, (item) => <li>{all(item.children, (child) => blockNode(child, marks))}</li>);
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

function inlineNodes(children: readonly Inline[], marks: Marks): ReactNode {
  return all(children, (child) => inlineNode(child, marks));
}

function inlineNode(inline: Inline, marks: Marks): ReactNode {
  switch (inline.type) {
    case 'text':
      return markedText(inline.value, marks.words);
    case 'break':
      return <br />;
    case 'inlineCode':
      return <code>{inline.value}</code>;
    case 'strong':
      return <strong>{inlineNodes(inline.children, marks)}</strong>;
    case 'emphasis':
      return <em>{inlineNodes(inline.children, marks)}</em>;
    case 'spoiler':
      return (
        <span className="spoiler" title={marks.hiddenLabel}>
          {inlineNodes(inline.children, marks)}
        </span>
      );
    case 'link':
      return (
        <>
          <a href={inline.url} rel="nofollow noreferrer" target="_blank">
            {inlineNodes(inline.children, marks)}
          </a>
          {wordsOf(inline) !== inline.url && <span className="link-place"> {inline.url}</span>}
        </>
      );
  }
}
