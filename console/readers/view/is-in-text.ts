import type { KeyboardEvent } from 'react';

/** Whether a key was meant for a text, or with a modifier for something else. */
export function isInText({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || (target instanceof HTMLElement && target.matches('input, textarea, select'));
}
