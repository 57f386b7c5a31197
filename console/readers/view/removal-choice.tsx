import { Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useWording } from '../../view/wording-context';
import { removalHours, type Sanctioning } from '../sanctioning';
import { texts as textsByLanguage } from './texts';

/** How much of what the reader posted lately goes with the sanction: by its number, by the arrows, or by pointing. */
export function RemovalChoice({ sanctioning }: { sanctioning: Sanctioning }): ReactNode {
  const { sanction: texts } = textsByLanguage[useWording().language];
  const { removalHours: chosen } = useStore(sanctioning.store);
  return (
    <fieldset className="removal">
      <legend>{texts.removal}</legend>
      {removalHours.map((hours, index) => (
        <label key={hours}>
          <input type="radio" name="removal" checked={hours === chosen} onChange={() => sanctioning.removeOf(hours)} />
          <Kbd size="xs" aria-hidden="true">
            {index + 1}
          </Kbd>
          {texts.lastHours[hours]}
        </label>
      ))}
    </fieldset>
  );
}
