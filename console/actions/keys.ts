import type { Workplace } from '../workplace';
import type { Action } from './action';
import { allActions } from './all-actions';

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'isComposing' | 'defaultPrevented'>;

/** What a key does here and now; `isWriting`: it was meant for a text field. */
export function actionOf(pressed: Pressed, workplace: Workplace, isWriting: boolean): Action | undefined {
  if (pressed.altKey || pressed.isComposing || pressed.defaultPrevented || isBusy(workplace)) return undefined;
  const withModifier = pressed.ctrlKey || pressed.metaKey;
  if (!withModifier && (isWriting || !workplace.preferences.store.getState().singleKeys)) return undefined;
  const key = `${withModifier ? 'mod+' : ''}${pressed.key.toLowerCase()}`;
  const action = allActions.find((one) => one.key === key);
  if (action === undefined || (pressed.repeat && !action.repeats)) return undefined;
  return action.isPossible(workplace) ? action : undefined;
}

/** Something lies over the page and has the keys, or nobody is signed in. */
function isBusy({ overlays, session }: Workplace): boolean {
  return overlays.getState().open !== null || session.store.getState().phase !== 'signedIn';
}
