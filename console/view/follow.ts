import type { MouseEvent } from 'react';

/** A link to a place of the console is followed in place; another tab or window is the browser's to open. */
export function follow(event: MouseEvent, go: () => void): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go();
}
