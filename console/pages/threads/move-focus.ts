/** Moves the keyboard among the elements of a list; from elsewhere to its first. */
export function moveFocus(selector: string, by: 1 | -1): void {
  const elements = [...document.querySelectorAll<HTMLElement>(selector)];
  const at = elements.indexOf(document.activeElement as HTMLElement);
  const next = at === -1 ? 0 : Math.min(elements.length - 1, Math.max(0, at + by));
  elements[next]?.focus();
}

export function isFocused(selector: string): boolean {
  return document.activeElement?.matches(selector) ?? false;
}
