import { useLayoutEffect } from 'preact/hooks';

export function commentElementId(id: string): string {
  return `comment-${id}`;
}

/** Once what changed is on screen. */
export function afterRendering(run: () => void): void {
  setTimeout(run);
}

/** Moves the focus to a comment, for those who read on from there; the page stays where it is. */
export function focusComment(id: string): void {
  afterRendering(() => document.getElementById(commentElementId(id))?.focus({ preventScroll: true }));
}

/** Gives the focus back to where it was before the component opened, unless it went somewhere by itself. */
export function useFocusReturn(): void {
  useLayoutEffect(() => {
    const opener = document.activeElement;
    return () =>
      afterRendering(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
      });
  }, []);
}
