import type { Workplace } from '../workplace';
import type { Action } from './action';
import { actionsAt } from './all-actions';

/** What has a key on the page that is shown: decisions first, then the ways from one to the next, then the rest. */
export function toldInHelp(workplace: Workplace): Action[] {
  const rank = ({ decides, repeats }: Action): number => (decides ? 0 : repeats ? 1 : 2);
  return actionsAt(workplace)
    .filter((action) => action.key !== undefined && (!action.onlyWhilePossible || action.isPossible(workplace)))
    .sort((one, other) => rank(one) - rank(other));
}
