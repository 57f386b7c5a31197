import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { type Mark, marks, withMark } from './marks';
import { typeText } from './type-text';

export interface ToolbarProps {
  names: Record<Mark, string>;
  field: { current: HTMLTextAreaElement | null };
}

const shapes: Record<Mark, string> = {
  bold: 'M4.5 3h4.25a2.5 2.5 0 0 1 0 5H4.5zM4.5 8h5a2.5 2.5 0 0 1 0 5h-5z',
  italic: 'M7 3h4.5M4.5 13H9M9.25 3 6.75 13',
  quote: 'M2.5 3v10M6 4.5h8M6 8h8M6 11.5h5',
  list: 'M2.5 4.5h.01M2.5 8h.01M2.5 11.5h.01M6 4.5h8M6 8h8M6 11.5h8',
  code: 'm5.5 4.5-3.5 3.5 3.5 3.5M10.5 4.5 14 8l-3.5 3.5',
  spoiler: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM3 13.5 13 2.5',
  link: 'M6.75 9.25a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.25 6.75a2.6 2.6 0 0 0-3.7 0l-2.3 2.3a2.6 2.6 0 0 0 3.7 3.7l.8-.8',
};

/** Marks what is selected. One of its buttons is in the order of the tab key; the arrow keys lead to the others. */
export function Toolbar({ names, field }: ToolbarProps): VNode {
  const [current, setCurrent] = useState(0);
  const apply = (mark: Mark): void => {
    const textarea = field.current;
    if (!textarea) return;
    const { value: text, selectionStart: start, selectionEnd: end } = textarea;
    const marked = withMark({ text, start, end }, mark);
    textarea.focus();
    typeText(textarea, marked.text);
    textarea.setSelectionRange(marked.start, marked.end);
  };
  const move = (event: KeyboardEvent & { currentTarget: HTMLElement }): void => {
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const step = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (current + step + marks.length) % marks.length;
    setCurrent(next);
    event.currentTarget.parentElement?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <>
      {marks.map((mark, index) => (
        <button
          key={mark}
          type="button"
          class="mark"
          aria-label={names[mark]}
          title={names[mark]}
          tabIndex={index === current ? 0 : -1}
          // The field keeps its focus and selection.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => apply(mark)}
          onFocus={() => setCurrent(index)}
          onKeyDown={move}
        >
          <svg class={`icon icon-${mark}`} aria-hidden="true" viewBox="0 0 16 16">
            <path d={shapes[mark]} />
          </svg>
        </button>
      ))}
    </>
  );
}
