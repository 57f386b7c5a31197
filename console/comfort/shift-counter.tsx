import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { filled } from '../catalogues/wording';
import { useWording } from '../view/wording-context';
import type { Workplace } from '../workplace';
import { deskOf } from './desk';
import { texts as textsByLanguage } from './texts';

/** How much was decided in this shift, and how long ago the last break was. */
export function ShiftCounter({ workplace }: { workplace: Workplace }): ReactNode {
  const wording = useWording();
  const texts = textsByLanguage[wording.language];
  const { decided, minutes } = useStore(deskOf(workplace).clock.store);
  const values = { decided: wording.number(decided), minutes: wording.number(minutes) };
  return (
    <span className="shift quiet wide-only">
      <span aria-hidden="true">{filled(texts.shift, values)}</span>
      <VisuallyHidden>{filled(texts.shiftTold, values)}</VisuallyHidden>
    </span>
  );
}
