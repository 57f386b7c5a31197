import { useLayoutEffect, useState } from 'preact/hooks';

/** The heading of all; where the focus goes when its place is gone. */
export const titleId = 'parley-title';

export function commentElementId(id: string): string {
  return `comment-${id}`;
}

/** Once what changed is on screen. */
export function afterRendering(run: () => void): void {
  setTimeout(run);
}

/** The focus is in a field that somebody has begun to fill. */
export function isWriting(): boolean {
  const { activeElement } = document;
  const isField = activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement;
  return isField && !activeElement.readOnly && activeElement.value !== '';
}

/** Gives the focus to something new, but not out of the hands of who is writing. */
export function takeFocus(element: HTMLElement | null | undefined, options?: FocusOptions): void {
  if (!isWriting()) element?.focus(options);
}

/** Gives the focus to what became of a text that was posted, if it is where posting left it. */
export function followPosted(element: HTMLElement | null): void {
  const { activeElement } = document;
  if (isLost() || activeElement?.matches('.is-own, textarea')) takeFocus(element);
}

/** Moves the focus to a comment, for those who read on from there; the page stays where it is. */
export function focusComment(id: string): void {
  afterRendering(() => takeFocus(document.getElementById(commentElementId(id)), { preventScroll: true }));
}

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** Gives the focus back to where it was before the component opened, unless it went somewhere by itself. */
export function useFocusReturn(): void {
  // Asked for while rendering: what is inside takes the focus as soon as it is there.
  const [opener] = useState(() => document.activeElement);
  useLayoutEffect(() => {
    return () =>
      afterRendering(() => {
        if (!isLost()) return;
        const place = opener instanceof HTMLElement && opener.isConnected ? opener : document.getElementById(titleId);
        place?.focus({ preventScroll: true });
      });
  }, []);
}
