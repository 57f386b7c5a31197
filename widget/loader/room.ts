/** Kept free, so that whatever follows is out of sight while the conversation grows or has not told its height yet. */
const reservedHeight = '100vh';

/** The room of a conversation in the article page. */
export interface Room {
  /** Lets the frame in. What the publisher has put there is read until the frame has told its height. */
  admit(frame: HTMLIFrameElement): void;
  fit(height: number): void;
  clear(): void;
}

export function roomAt(element: HTMLElement): Room {
  const usedHeight = (): string => getComputedStyle(element).height;
  let admitted: HTMLIFrameElement | undefined;
  let hasTold = false;
  if (!Number.parseFloat(getComputedStyle(element).minHeight)) element.style.minHeight = reservedHeight;

  const standAlone = (): void => {
    hasTold = true;
    element.style.minHeight = usedHeight();
    for (const other of element.children) if (other !== admitted) (other as HTMLElement).style.display = 'none';
    addEventListener('scroll', release, true);
  };

  /** The room becomes as small as the conversation once what follows is out of sight, before and after. */
  const release = (): void => {
    if (!admitted || admitted.getBoundingClientRect().bottom < innerHeight) return;
    element.style.minHeight = '0';
    removeEventListener('scroll', release, true);
  };

  return {
    admit: (frame) => {
      // A page that was kept for later may have come back with a copy of its frame.
      element.querySelector(':scope > iframe')?.remove();
      frame.style.height = element.innerText.trim() ? '0' : usedHeight();
      element.append(frame);
      admitted = frame;
    },
    fit: (height) => {
      if (!admitted) return;
      if (!hasTold) standAlone();
      admitted.style.height = `${Math.ceil(height)}px`;
      release();
    },
    clear: () => {
      removeEventListener('scroll', release, true);
      admitted?.remove();
      admitted = undefined;
    },
  };
}
