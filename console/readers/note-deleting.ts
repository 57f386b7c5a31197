import type { NoteView } from '../../contract/sanctions';
import type { ConsoleApi } from '../api/console-api';
import { sitePath } from '../api/site-path';
import type { Act, Acts } from '../queue/acts';
import { troubleOf } from '../queue/trouble';
import type { Session } from '../session/session';
import type { Whose } from './lift';
import type { ReaderCards } from './reader-cards';
import { readerNews } from './reader-news';

interface Desk {
  api: Pick<ConsoleApi, 'writeNote' | 'ask'>;
  session: Pick<Session, 'keepGoing'>;
  acts: Pick<Acts, 'tell' | 'add' | 'forget' | 'follow'>;
  readers: Pick<ReaderCards, 'store' | 'noteNotes'>;
}

/** A note of one's own goes at once; taken back, it is written again. */
export async function deleteNote(desk: Desk, whose: Whose, note: NoteView): Promise<void> {
  const { api, session, acts, readers } = desk;
  const { siteKey, reader } = whose;
  const notes = readers.store.getState().known[reader.id]?.notes ?? [];
  readers.noteNotes(
    reader.id,
    notes.filter(({ id }) => id !== note.id),
  );
  const deleting = acts.follow(session.keepGoing(() => api.ask('DELETE', `${sitePath(siteKey)}/notes/${note.id}`)));
  const isDone = deleting.then(
    () => true,
    () => false,
  );
  const act: Act = { takeBack: async () => void ((await isDone) && (await writeAgain(desk, whose, note))) };
  acts.tell(readerNews('deleted', reader.name));
  acts.add(act);
  try {
    await deleting;
  } catch (error) {
    acts.forget(act);
    readers.noteNotes(reader.id, notes);
    acts.tell(readerNews('notDeleted', reader.name, troubleOf(error)));
  }
}

async function writeAgain({ api, session, acts, readers }: Desk, { siteKey, reader }: Whose, { text }: NoteView): Promise<void> {
  try {
    readers.noteNotes(reader.id, await acts.follow(session.keepGoing(() => api.writeNote(siteKey, reader.id, text))));
    acts.tell(readerNews('noted', reader.name));
  } catch (error) {
    acts.tell(readerNews('notWritten', reader.name, troubleOf(error)));
  }
}
