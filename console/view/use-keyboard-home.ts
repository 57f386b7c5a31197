import { type RefObject, useEffect } from 'react';

/** Whatever had the keyboard has left the page: it goes to the list, or to the page where there is none. */
export function useKeyboardHome(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement !== document.body && activeElement !== page.current) return;
    bringKeyboardHome(page.current);
  });
}

/** To the list of a page, or to the page where there is none. */
export function bringKeyboardHome(page: HTMLElement | null): void {
  (page?.querySelector<HTMLElement>('[role=listbox]') ?? page)?.focus();
}
