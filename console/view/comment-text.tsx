import { Fragment, type ReactNode } from 'react';
import type { Block, CommentBody, Inline } from '../../contract/text';
import { wordsOf } from '../queue/plain-text';

/** Reader text from its syntax tree, as a moderator needs it: what is hidden from readers is shown and marked, and links say where they lead. */
export function CommentText({ body, hiddenLabel }: { body: CommentBody; hiddenLabel: string }): ReactNode {
  return (
    <div className="text" dir="auto">
      {all(body, (block) => blockNode(block, hiddenLabel))}
    </div>
  );
}

function all<Node>(nodes: readonly Node[], render: (node: Node) => ReactNode): ReactNode {
  // A text never changes in place: its parts are known by their order.
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  return nodes.map((node, index) => <Fragment key={index}>{render(node)}</Fragment>);
}

function blockNode(block: Block, hiddenLabel: string): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p dir="auto">{inlineNodes(block.children, hiddenLabel)}</p>;
    case 'blockquote':
      return <blockquote>{all(block.children, (child) => blockNode(child, hiddenLabel))}</blockquote>;
    case 'list': {
      const items = all(block.children, (item) => <li>{all(item.children, (child) => blockNode(child, hiddenLabel))}</li>);
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

function inlineNodes(children: readonly Inline[], hiddenLabel: string): ReactNode {
  return all(children, (child) => inlineNode(child, hiddenLabel));
}

function inlineNode(inline: Inline, hiddenLabel: string): ReactNode {
  switch (inline.type) {
    case 'text':
      return inline.value;
    case 'break':
      return <br />;
    case 'inlineCode':
      return <code>{inline.value}</code>;
    case 'strong':
      return <strong>{inlineNodes(inline.children, hiddenLabel)}</strong>;
    case 'emphasis':
      return <em>{inlineNodes(inline.children, hiddenLabel)}</em>;
    case 'spoiler':
      return (
        <span className="spoiler" title={hiddenLabel}>
          {inlineNodes(inline.children, hiddenLabel)}
        </span>
      );
    case 'link':
      return (
        <>
          <a href={inline.url} rel="nofollow noreferrer" target="_blank">
            {inlineNodes(inline.children, hiddenLabel)}
          </a>
          {wordsOf(inline) !== inline.url && <span className="link-place"> {inline.url}</span>}
        </>
      );
  }
}
