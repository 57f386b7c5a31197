import type { MouseEvent, ReactNode } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Selected } from '../queue/selection';
import { optionId } from './item-list';

interface ItemOptionProps {
  id: string;
  isFocused: boolean;
  selected: StoreApi<Selected>;
  /** There is nothing to decide on it together with others. */
  isFixed?: boolean;
  onFocus(id: string): void;
  children: ReactNode;
}

/** One of a list: in focus or not, and selected or not where some can be. */
export function ItemOption({ id, isFocused, selected, isFixed, onFocus, children }: ItemOptionProps): ReactNode {
  const isSelected = useStore(selected, ({ comments }) => (isFixed ? undefined : comments?.has(id)));
  const select = (event: MouseEvent): void => {
    event.stopPropagation();
    selected.getState().select?.(id, event.shiftKey);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys, an option is only pointed at
    <div
      id={optionId(id)}
      className="held-row"
      role="option"
      tabIndex={-1}
      aria-selected={isFocused}
      aria-checked={isSelected}
      onClick={() => onFocus(id)}
    >
      {isSelected !== undefined && <span className="row-check" aria-hidden="true" onClick={select} />}
      {children}
    </div>
  );
}
