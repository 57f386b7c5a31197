import { useState } from 'react';

interface OpenRow {
  /** Null when none is. */
  id: string | null;
  /** Opens it, or closes it when it is open. */
  turn(id: string): void;
  /** The keyboard goes from what closes to what opens it again. */
  close(id: string): void;
}

/** The row of a list that shows more of itself, under the row's id. */
export function useOpenRow(): OpenRow {
  const [open, setOpen] = useState<string | null>(null);
  return {
    id: open,
    turn: (id) => setOpen(open === id ? null : id),
    close: (id) => {
      const hasKeyboard = document.getElementById(id)?.contains(document.activeElement) === true;
      if (hasKeyboard) document.querySelector<HTMLElement>(`[aria-controls="${id}"]`)?.focus();
      setOpen((now) => (now === id ? null : now));
    },
  };
}
