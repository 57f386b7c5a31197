import { useLayoutEffect, useState } from 'preact/hooks';
import type { Place } from '../drafts/drafts';

/** The heading of all; where the focus goes when its place is gone. */
export const titleId = 'parley-title';

/** What the newsroom asks. */
export const questionId = 'parley-question';

export function commentElementId(id: string): string {
  return `comment-${id}`;
}

/** Of what only its author sees: by the id it was posted under, or will be. */
export function ownElementId(id: string): string {
  return `own-${id}`;
}

/** Of the field with a text, wherever that stands: in its place, or kept. */
export function textElementId(place: Place): string {
  return `text-${place}`;
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

export function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** When the component goes with the focus in it: gives it to where its text is now, or where it was before, or what is near. */
export function useFocusReturn(place?: Place): void {
  // Asked for while rendering: what is inside takes the focus as soon as it is there.
  const [opener] = useState(() => globalThis.document?.activeElement);
  useLayoutEffect(() => {
    return () => {
      if (isLost()) return;
      const near = commentsNear(document.activeElement);
      afterRendering(() => {
        const text = place && document.getElementById(textElementId(place));
        for (const heir of [text, opener, ...near, document.getElementById(titleId)]) {
          // What is gone or hidden does not take it.
          if (isLost()) (heir as HTMLElement | null)?.focus({ preventScroll: true });
        }
      });
    };
  }, []);
}

/** The comment that an element is in, the next, the one before, and the one it answers. */
function commentsNear(element: Element | null): (Element | null | undefined)[] {
  const branch = element?.closest('.branch');
  const near = [branch, branch?.nextElementSibling, branch?.previousElementSibling, branch?.parentElement?.closest('.branch')];
  return near.map((other) => other?.querySelector('article'));
}
