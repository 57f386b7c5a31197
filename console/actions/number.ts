import type { Workplace } from '../workplace';
import { always, type FrameAction } from './action';

/** What a number means in the sheet that lies over the page, whatever in it has the focus. */
export function numberAction(key: string, { numbers }: Pick<Workplace, 'numbers'>): FrameAction | undefined {
  if (numbers === null || !/^[1-9]$/.test(key)) return undefined;
  return { id: 'sanction', isPossible: always, perform: () => numbers(key) };
}
