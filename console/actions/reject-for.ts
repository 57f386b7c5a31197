import { type BuiltInReason, builtInReasons } from '../catalogues/built-in-reasons';
import type { Workplace } from '../workplace';
import type { Action } from './action';

/** The reason whose number was pressed while the sheet of reasons is open, whatever in it has the focus. */
export function reasonAction(key: string): Action | undefined {
  const reason = builtInReasons[Number(key) - 1];
  if (reason === undefined) return undefined;
  return {
    id: 'reject',
    isPossible: ({ overlays }) => overlays.getState().open === 'reasons',
    perform: (workplace) => rejectForBuiltIn(workplace, reason),
  };
}

export function rejectForBuiltIn(workplace: Workplace, reason: BuiltInReason): void {
  const { wording } = workplace.spoken.store.getState();
  rejectFor(workplace, wording.texts.reasons[reason]);
}

export function rejectFor(workplace: Workplace, reason: string): void {
  workplace.show(null);
  workplace.decisions.decide('reject', reason);
}
