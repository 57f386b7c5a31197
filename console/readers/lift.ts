import type { Person, SanctionView } from '../../contract/sanctions';
import type { ConsoleApi } from '../api/console-api';
import { BulkApi } from '../bulk/bulk-api';
import type { Acts } from '../queue/acts';
import { troubleOf } from '../queue/trouble';
import type { Session } from '../session/session';
import type { ReaderCards } from './reader-cards';
import { readerNews } from './reader-news';

export interface LiftingDesk {
  api: Pick<ConsoleApi, 'liftSanction' | 'ask'>;
  session: Pick<Session, 'keepGoing'>;
  acts: Pick<Acts, 'tell' | 'follow' | 'forgetAll'>;
  readers: Pick<ReaderCards, 'noteSanction' | 'age'>;
}

/** Whose sanction, and on which site. */
export interface Whose {
  siteKey: string;
  reader: Person;
}

/** Takes a sanction off a reader, which cannot be taken back. */
export async function liftSanction(desk: LiftingDesk, whose: Whose, sanction: Pick<SanctionView, 'id'>): Promise<void> {
  desk.acts.forgetAll();
  await takeOff(desk, whose, sanction);
}

/** Brings back what went with a sanction, which stays as it is. It cannot be taken back. */
export async function restoreComments(desk: LiftingDesk, whose: Whose, sanction: Pick<SanctionView, 'removals'>): Promise<void> {
  desk.acts.forgetAll();
  await bringBack(desk, whose, sanction);
}

/** As if it had not been put: off, and what went with it comes back. */
export async function takeBackSanction(desk: LiftingDesk, whose: Whose, sanction: SanctionView): Promise<void> {
  if (!(await takeOff(desk, whose, sanction)) || sanction.removals.length === 0) return;
  await bringBack(desk, whose, sanction);
}

/** Told at once, since what is told stands beside what undo takes back. True when it is off. */
async function takeOff(desk: LiftingDesk, { siteKey, reader }: Whose, { id }: Pick<SanctionView, 'id'>): Promise<boolean> {
  const { api, session, acts, readers } = desk;
  acts.tell(readerNews('lifted', reader.name));
  try {
    const lifted = await acts.follow(session.keepGoing(() => api.liftSanction(siteKey, id)));
    readers.noteSanction(reader.id, lifted);
    return true;
  } catch (error) {
    acts.tell(readerNews('notLifted', reader.name, troubleOf(error)));
    return false;
  }
}

async function bringBack(desk: LiftingDesk, { siteKey, reader }: Whose, { removals }: Pick<SanctionView, 'removals'>): Promise<void> {
  const { api, session, acts, readers } = desk;
  const jobs = new BulkApi(api, siteKey);
  acts.tell(readerNews('restored', reader.name));
  try {
    await acts.follow(session.keepGoing(() => Promise.all(removals.map(({ id }) => jobs.change(id, 'undo')))));
  } catch (error) {
    acts.tell(readerNews('notRestored', reader.name, troubleOf(error)));
  }
  readers.age(reader.id);
}
