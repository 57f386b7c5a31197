import type { SanctionView } from '../../contract/sanctions';
import type { Workplace } from '../workplace';
import type { FrameAction } from './action';

/** Asks for which; the sheet of sanctions does the rest. */
export const liftSanction: FrameAction = {
  id: 'liftSanction',
  key: 'l',
  page: 'held',
  isPossible: (workplace) => liftable(workplace).length > 0,
  perform: (workplace) => workplace.show('lift'),
};

/** The sanctions of the author in focus that are in force, and that whoever is signed in may lift. */
export function liftable({ author, readers, session }: Pick<Workplace, 'author' | 'readers' | 'session'>): SanctionView[] {
  const { sanctions = [] } = readers.store.getState().known[author?.id ?? ''] ?? {};
  return sanctions.filter(({ isInForce, isEverywhere }) => isInForce && (!isEverywhere || session.isAdministrator));
}
