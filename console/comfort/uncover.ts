/** What readers wrote, and what is written of them, wherever it stands; the style of the frame blurs it. */
const covered = '.covered';
const pane = '.pane-scroll';
const shown = 'data-shown';

/** Whether the comment in focus is there and covered. */
export function isCovered(): boolean {
  return document.querySelector(`[data-blurred] ${pane}:not([${shown}]) ${covered}`) !== null;
}

/** The comment in focus, until another is: its pane is made anew, and is covered again. */
export function uncover(): void {
  document.querySelector(pane)?.setAttribute(shown, '');
}

export function coverAgain(): void {
  document.querySelector(pane)?.removeAttribute(shown);
}

/**
 * What the pointer is moved onto is shown while it is there, and the whole comment when it is pressed. A pointer that rests shows nothing: what comes
 * under it by itself was not asked for. Call what it returns to end it.
 */
export function uncoverByPointer(): () => void {
  let under: Element | null = null;
  let at = '';
  const moved = ({ target, screenX, screenY, pointerType }: PointerEvent): void => {
    const isMoved = at !== `${screenX} ${screenY}`;
    at = `${screenX} ${screenY}`;
    const next = target instanceof Element ? target.closest(`[data-blurred] ${covered}`) : null;
    if (pointerType === 'touch' || next === under || (next !== null && !isMoved)) return;
    under?.removeAttribute(shown);
    next?.setAttribute(shown, '');
    under = next;
  };
  const pressed = ({ target }: MouseEvent): void => {
    if (target instanceof Element && target.closest(`[data-blurred] ${pane} ${covered}`) !== null) uncover();
  };
  document.addEventListener('pointermove', moved, { passive: true });
  document.addEventListener('click', pressed);
  return () => {
    under?.removeAttribute(shown);
    document.removeEventListener('pointermove', moved);
    document.removeEventListener('click', pressed);
  };
}
