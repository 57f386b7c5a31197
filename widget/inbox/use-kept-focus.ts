import { useLayoutEffect, useRef } from 'preact/hooks';
import { isLost } from '../view/focus';

/** When what has the focus goes from a list, the heading above takes it: who reads by keyboard stays here. @returns the place of the list */
export function useKeptFocus(shown: unknown): { current: HTMLDivElement | null } {
  const place = useRef<HTMLDivElement>(null);
  // Asked for while rendering: what goes is still there.
  const { activeElement } = document;
  const hadFocus = place.current?.contains(activeElement);
  useLayoutEffect(() => {
    if (hadFocus && !activeElement?.isConnected && isLost()) focusHeadingOf(place.current);
  }, [shown]);
  return place;
}

function focusHeadingOf(list: HTMLElement | null): void {
  list?.closest('section')?.querySelector('h2')?.focus({ preventScroll: true });
}
