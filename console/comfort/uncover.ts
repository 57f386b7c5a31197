/** What readers wrote, and what is written of them, wherever it stands; the style of the frame blurs it. */
const covered = '.covered';
const pane = '.pane-scroll';
/** What one key uncovers: the comment in focus, and what is beside it. */
const together = `${pane}, .civil, .reader-person`;
const shown = 'data-shown';

/** Whether something that the key uncovers is there and covered. */
export function isCovered(): boolean {
  return uncoverable().some((place) => !place.hasAttribute(shown) && (place.matches(covered) || place.querySelector(covered) !== null));
}

/** What is in focus, until another is, or another text of it: its pane is made anew, and is covered again. */
export function uncover(): void {
  for (const place of uncoverable()) place.setAttribute(shown, '');
}

export function coverAgain(): void {
  for (const place of uncoverable()) place.removeAttribute(shown);
}

/** Where nothing is in focus, each text that is there by now. */
function uncoverable(): Element[] {
  const blurred = '[data-blurred] main';
  const inFocus = [...document.querySelectorAll(`${blurred} :is(${together})`)];
  return inFocus.length > 0 ? inFocus : [...document.querySelectorAll(`${blurred} ${covered}`)];
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
