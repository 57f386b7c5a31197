import type { SanctionView } from '../../contract/sanctions';
import type { Workplace } from '../workplace';
import type { FrameAction } from './action';
import { pagesWithReader } from './open-reader';

/** Asks for which; the sheet of sanctions does the rest. */
export const liftSanction: FrameAction = {
  id: 'liftSanction',
  key: 'l',
  decides: true,
  onlyWhilePossible: true,
  page: pagesWithReader,
  isPossible: (workplace) => liftable(workplace, workplace.author?.id).length > 0,
  perform: (workplace) => workplace.show('lift'),
};

/** The sanctions of a reader that are in force, and that whoever is signed in may lift. */
export function liftable({ readers, session }: Pick<Workplace, 'readers' | 'session'>, readerId = ''): SanctionView[] {
  const { sanctions = [] } = readers.store.getState().known[readerId] ?? {};
  return sanctions.filter(({ isInForce, isEverywhere }) => isInForce && (!isEverywhere || session.isAdministrator));
}
