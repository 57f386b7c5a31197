import type { ReactNode } from 'react';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import { texts } from './texts';
import { useIsDrafted } from './use-drafted';

/** Says of a form that is closed that something is typed in it. */
export function Unsaved({ workplace, purpose }: { workplace: Workplace; purpose: string }): ReactNode {
  const words = texts[useWording().language];
  return useIsDrafted(workplace, purpose) && <span className="quiet">{words.unsaved}</span>;
}
