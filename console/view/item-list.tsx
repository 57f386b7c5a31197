import { type KeyboardEvent, type ReactNode, type UIEvent, useEffect, useRef } from 'react';

interface ItemListProps {
  label: string;
  focusedId: string | null;
  onMove(by: 1 | -1): void;
  onNearEnd(): void;
  /** Options, each with the id that `optionId` gives. */
  children: ReactNode;
}

const nearEndPixels = 800;

export const optionId = (id: string): string => `item-${id}`;

/** A list of which one item is in focus, by the arrows too. */
export function ItemList({ label, focusedId, onMove, onNearEnd, children }: ItemListProps): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  const lastFocused = useRef<string | null>(null);
  // Who has scrolled elsewhere stays there when the list changes; who was at the item in focus stays at it.
  useEffect(() => {
    const row = focusedId === null ? null : document.getElementById(optionId(focusedId));
    if (row !== null && (focusedId !== lastFocused.current || isInSight(row, list.current))) row.scrollIntoView({ block: 'nearest' });
    lastFocused.current = focusedId;
  });
  const pressed = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
    if (by === undefined) return;
    event.preventDefault();
    onMove(by);
  };
  const scrolled = ({ currentTarget: { scrollHeight, scrollTop, clientHeight } }: UIEvent): void => {
    if (scrollHeight - scrollTop - clientHeight < nearEndPixels) onNearEnd();
  };
  return (
    <div
      className="held-list"
      role="listbox"
      tabIndex={0}
      ref={list}
      aria-label={label}
      aria-activedescendant={focusedId === null ? undefined : optionId(focusedId)}
      onKeyDown={pressed}
      onScroll={scrolled}
    >
      {children}
    </div>
  );
}

function isInSight(row: HTMLElement, list: HTMLElement | null): boolean {
  const [inside, around] = [row.getBoundingClientRect(), list?.getBoundingClientRect()];
  return around !== undefined && inside.bottom > around.top && inside.top < around.bottom;
}
