import { type BuiltInReason, builtInReasons, catalogues } from '../catalogues/catalogue';
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
  const { language } = workplace.preferences.store.getState();
  rejectFor(workplace, catalogues[language].reasons[reason]);
}

export function rejectFor(workplace: Workplace, reason: string): void {
  workplace.show(null);
  workplace.decisions.decide('reject', reason);
}
