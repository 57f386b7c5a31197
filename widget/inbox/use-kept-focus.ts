import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { isLost } from '../view/focus';

/** When what has the focus goes from a list, the heading above takes it: who reads by keyboard stays here. @returns the place of the list */
export function useKeptFocus(shown: unknown): { current: HTMLDivElement | null } {
  const place = useRef<HTMLDivElement>(null);
  const focused = useRef<Element | null>(null);
  useEffect(() => {
    const note = (event: FocusEvent): void => {
      focused.current = event.target as Element;
    };
    place.current?.addEventListener('focusin', note);
    return () => place.current?.removeEventListener('focusin', note);
  }, []);
  useLayoutEffect(() => {
    const isGone = focused.current !== null && !focused.current.isConnected;
    if (!isGone) return;
    focused.current = null;
    if (isLost()) place.current?.closest('section')?.querySelector('h2')?.focus({ preventScroll: true });
  }, [shown]);
  return place;
}
