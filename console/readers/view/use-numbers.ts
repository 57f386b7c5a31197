import { useEffect } from 'react';
import type { Workplace } from '../../workplace';

/** What a number means as long as a sheet is open. */
export function useNumbers(workplace: Workplace, choose: (digit: string) => void): void {
  useEffect(() => workplace.takeNumbers(choose), [workplace, choose]);
}
