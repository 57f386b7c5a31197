import { useLayoutEffect, useState } from 'preact/hooks';
import type { Offered } from './completion';
import { type Edges, listPlace } from './list-place';
import { placeInText } from './place-in-text';

interface Elements {
  field: { current: HTMLTextAreaElement | null };
  list: { current: HTMLElement | null };
}

/** Keeps the list where the name is typed, inside the frame and where it is seen, before anything is painted. */
export function useListPlace({ field, list }: Elements, offered: Offered | null): void {
  const [isCutBelow, setCutBelow] = useState(false);
  const isOpen = offered !== null;
  useLayoutEffect(() => {
    if (!isOpen || list.current === null) return;
    setCutBelow(false);
    // How much of the frame is on the screen, only the browser knows.
    const observer = new IntersectionObserver((entries) => {
      const last = entries.at(-1);
      if (last && last.intersectionRect.bottom < last.boundingClientRect.bottom - 1) setCutBelow(true);
    });
    observer.observe(list.current);
    return () => observer.disconnect();
  }, [isOpen]);
  useLayoutEffect(() => {
    if (offered && field.current && list.current) place(field.current, list.current, { start: offered.mention.start, isCutBelow });
  }, [offered, isCutBelow]);
}

function place(field: HTMLTextAreaElement, list: HTMLElement, { start, isCutBelow }: { start: number; isCutBelow: boolean }): void {
  const slot = list.offsetParent?.getBoundingClientRect() ?? new DOMRect();
  list.style.maxHeight = '';
  const { left, top, maxHeight } = listPlace({
    letter: placeInText(field, start),
    list: { width: list.offsetWidth, height: list.offsetHeight },
    within: { ...frameEdges(), left: slot.left, right: slot.right },
    isRtl: getComputedStyle(field).direction === 'rtl',
    isCutBelow,
  });
  Object.assign(list.style, { left: `${left - slot.left}px`, top: `${top - slot.top}px`, maxHeight: `${maxHeight}px` });
  showActive(list);
}

function frameEdges(): Pick<Edges, 'top' | 'bottom'> {
  const { top, bottom } = document.documentElement.getBoundingClientRect();
  return { top, bottom: Math.max(bottom, window.innerHeight) };
}

/** Scrolls the list alone: nothing around it moves. */
function showActive(list: HTMLElement): void {
  const active = list.querySelector<HTMLElement>('[aria-selected=true]');
  if (active === null) return;
  const { offsetTop, offsetHeight } = active;
  list.scrollTop = Math.min(offsetTop, Math.max(list.scrollTop, offsetTop + offsetHeight - list.clientHeight));
}
