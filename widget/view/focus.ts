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

/** Moves the focus to a comment, for those who read on from there; the page stays where it is. */
export function focusComment(id: string): void {
  afterRendering(() => document.getElementById(commentElementId(id))?.focus({ preventScroll: true }));
}

/** Gives the focus back to where it was before the component opened, unless it went somewhere by itself. */
export function useFocusReturn(): void {
  // Asked for while rendering: what is inside takes the focus as soon as it is there.
  const [opener] = useState(() => document.activeElement);
  useLayoutEffect(() => {
    return () =>
      afterRendering(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (!isLost) return;
        const place = opener instanceof HTMLElement && opener.isConnected ? opener : document.getElementById(titleId);
        place?.focus({ preventScroll: true });
      });
  }, []);
}
