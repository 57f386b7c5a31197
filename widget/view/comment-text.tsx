import type { ComponentChildren, ComponentType, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Block, CommentBody, Inline } from '../../contract/text';

export interface SpoilerProps {
  label: string;
  children: ComponentChildren;
}

interface TextForm {
  spoilerLabel: string;
  Spoiler: ComponentType<SpoilerProps>;
  /** `div` where a spoiler is more than HTML lets stand in a paragraph. */
  Paragraph: 'p' | 'div';
}

/** Reader text, from its syntax tree. */
export function CommentText({
  body,
  spoilerLabel,
  Spoiler = SpoilerButton,
  Paragraph = 'p',
}: { body: CommentBody } & Pick<TextForm, 'spoilerLabel'> & Partial<TextForm>): VNode {
  const form = { spoilerLabel, Spoiler, Paragraph };
  return (
    <div class="text" dir="auto">
      {body.map((block) => blockNode(block, form))}
    </div>
  );
}

function blockNode(block: Block, form: TextForm): VNode {
  const { Paragraph } = form;
  switch (block.type) {
    case 'paragraph':
      return <Paragraph dir="auto">{inlineNodes(block.children, form)}</Paragraph>;
    case 'blockquote':
      return <blockquote>{block.children.map((child) => blockNode(child, form))}</blockquote>;
    case 'list': {
      const items = block.children.map((item) => <li>{item.children.map((child) => blockNode(child, form))}</li>);
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

function inlineNodes(children: readonly Inline[], form: TextForm): ComponentChildren {
  return children.map((child) => inlineNode(child, form));
}

function inlineNode(inline: Inline, form: TextForm): ComponentChildren {
  switch (inline.type) {
    case 'text':
      return inline.value;
    case 'break':
      return <br />;
    case 'inlineCode':
      return <code>{inline.value}</code>;
    case 'strong':
      return <strong>{inlineNodes(inline.children, form)}</strong>;
    case 'emphasis':
      return <em>{inlineNodes(inline.children, form)}</em>;
    case 'spoiler':
      return <form.Spoiler label={form.spoilerLabel}>{inlineNodes(inline.children, form)}</form.Spoiler>;
    case 'link':
      return (
        <a href={inline.url} rel="nofollow ugc noopener" target="_blank">
          {inlineNodes(inline.children, form)}
        </a>
      );
  }
}

/** Out of sight, and out of the hearing of screen readers, until the reader asks for it. */
function SpoilerButton({ label, children }: SpoilerProps): VNode {
  const [isShown, setShown] = useState(false);
  if (isShown) return <span class="spoiler">{children}</span>;
  return (
    <button type="button" class="spoiler-button" onClick={() => setShown(true)}>
      {label}
    </button>
  );
}
