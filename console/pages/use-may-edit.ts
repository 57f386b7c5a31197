import { useStore } from 'zustand';
import type { Workplace } from '../workplace';

/** `mayEdit`, as it is while the session changes. */
export function useMayEdit(workplace: Workplace): boolean {
  useStore(workplace.session.store);
  return workplace.mayEdit;
}
