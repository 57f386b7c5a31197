import type { VNode } from 'preact';
import { Icon, type Shape } from './icons';

export interface ActionButtonProps {
  text: string;
  /** Stands for the text where there is little room. */
  shape: Shape;
  /** A short text gives way only where there is less room still. */
  isShort?: boolean;
  isExpanded: boolean;
  onClick(): void;
}

/** Opens something below a comment, and closes it. */
export function ActionButton({ text, shape, isShort, isExpanded, onClick }: ActionButtonProps): VNode {
  return (
    <button
      type="button"
      class={isShort ? 'quiet is-short' : 'quiet'}
      aria-label={text}
      title={text}
      aria-expanded={isExpanded}
      onClick={onClick}
    >
      <span class="wide">{text}</span>
      <Icon shape={shape} class="narrow" />
    </button>
  );
}
