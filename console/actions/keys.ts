import type { Workplace } from '../workplace';
import { type Action, always, type FrameAction } from './action';
import { actionsAt } from './all-actions';
import { numberAction } from './number';
import { reasonAction } from './reject-for';

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'isComposing' | 'defaultPrevented'>;

/** Also with Shift: dictation writes capitals too. */
const isLetterAlone = /^(shift\+)?(.|space)$/u;

/** Where the focus has not come to the sheet yet; the sheet itself hears it otherwise. */
const closeReasons: FrameAction = { id: 'reject', isPossible: always, perform: (workplace) => workplace.show(null) };

/** What a key does here and now; `isWriting`: it was meant for a text field. */
export function actionOf(pressed: Pressed, workplace: Workplace, isWriting: boolean): Action | undefined {
  const withModifier = pressed.ctrlKey || pressed.metaKey;
  const isTaken = pressed.altKey || pressed.isComposing || pressed.defaultPrevented;
  if (isTaken || (isWriting && !withModifier)) return undefined;
  const action = actionMeantBy(nameOf(pressed), workplace);
  if (action === undefined || (pressed.repeat && !action.repeats)) return undefined;
  return action.isPossible(workplace) ? action : undefined;
}

/** With Shift only where it makes another letter: other signs are what they are by it. */
function nameOf({ key, shiftKey, ctrlKey, metaKey }: Pressed): string {
  const isShifted = shiftKey && /^\p{L}$/u.test(key);
  return `${ctrlKey || metaKey ? 'mod+' : isShifted ? 'shift+' : ''}${key === ' ' ? 'space' : key.toLowerCase()}`;
}

function actionMeantBy(key: string, workplace: Workplace): Action | undefined {
  const { overlays, session, preferences, keySequence } = workplace;
  const { open } = overlays.getState();
  if (open === 'reasons') return key === 'escape' ? closeReasons : reasonAction(key, workplace);
  if (open !== null) return numberAction(key, workplace);
  if (session.store.getState().phase !== 'signedIn') return undefined;
  if (isLetterAlone.test(key) && !preferences.store.getState().singleKeys) return undefined;
  const pressed = keySequence.completedBy(key);
  const actions = actionsAt(workplace);
  if (actions.some((action) => action.key?.startsWith(`${pressed} `))) keySequence.begin(pressed);
  return actions.find((action) => action.key === pressed);
}
