import type { Workplace } from '../workplace';
import type { Action } from './action';
import { actionsAt } from './all-actions';
import { numberAction } from './number';
import { reasonAction } from './reject-for';

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'isComposing' | 'defaultPrevented'>;

/** What a key does here and now; `isWriting`: it was meant for a text field. */
export function actionOf(pressed: Pressed, workplace: Workplace, isWriting: boolean): Action | undefined {
  const withModifier = pressed.ctrlKey || pressed.metaKey;
  const isTaken = pressed.altKey || pressed.isComposing || pressed.defaultPrevented;
  if (isTaken || (isWriting && !withModifier)) return undefined;
  const action = actionMeantBy(`${withModifier ? 'mod+' : ''}${pressed.key.toLowerCase()}`, workplace);
  if (action === undefined || (pressed.repeat && !action.repeats)) return undefined;
  return action.isPossible(workplace) ? action : undefined;
}

function actionMeantBy(key: string, workplace: Workplace): Action | undefined {
  const { overlays, session, preferences, keySequence } = workplace;
  const { open } = overlays.getState();
  if (open === 'reasons') return reasonAction(key, workplace);
  if (open !== null) return numberAction(key, workplace);
  if (session.store.getState().phase !== 'signedIn') return undefined;
  if (key.length === 1 && !preferences.store.getState().singleKeys) return undefined;
  const pressed = keySequence.completedBy(key);
  const actions = actionsAt(workplace);
  if (actions.some((action) => action.key?.startsWith(`${pressed} `))) keySequence.begin(pressed);
  return actions.find((action) => action.key === pressed);
}
