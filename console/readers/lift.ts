import type { Person, SanctionView } from '../../contract/sanctions';
import type { ConsoleApi } from '../api/console-api';
import type { Acts } from '../queue/acts';
import { troubleOf } from '../queue/trouble';
import type { Session } from '../session/session';
import type { ReaderCards } from './reader-cards';

export interface LiftingDesk {
  api: Pick<ConsoleApi, 'liftSanction'>;
  session: Pick<Session, 'keepGoing'>;
  acts: Pick<Acts, 'tell' | 'follow'>;
  readers: Pick<ReaderCards, 'noteSanction'>;
}

/** Whose sanction, and on which site. */
export interface Whose {
  siteKey: string;
  reader: Person;
}

/** Takes a sanction off a reader, and tells what came of it. */
export async function liftSanction(desk: LiftingDesk, { siteKey, reader }: Whose, { id }: Pick<SanctionView, 'id'>): Promise<void> {
  const { api, session, acts, readers } = desk;
  const author = reader.name;
  try {
    const lifted = await acts.follow(session.keepGoing(() => api.liftSanction(siteKey, id)));
    readers.noteSanction(reader.id, lifted);
    acts.tell({ kind: 'lifted', author });
  } catch (error) {
    acts.tell({ kind: 'notLifted', author, trouble: troubleOf(error) });
  }
}
