import { createStore } from 'zustand/vanilla';
import type { ConsoleApi } from '../api/console-api';
import type { Acts } from '../queue/acts';
import { type Trouble, troubleOf } from '../queue/trouble';
import type { Session } from '../session/session';
import { type Drafts, noteOn } from '../writing/drafts';
import type { Whose } from './lift';
import type { ReaderCards } from './reader-cards';
import { readerNews } from './reader-news';

interface Desk {
  api: Pick<ConsoleApi, 'writeNote'>;
  session: Pick<Session, 'keepGoing'>;
  acts: Pick<Acts, 'tell' | 'follow' | 'forgetAll'>;
  readers: Pick<ReaderCards, 'noteNotes'>;
  drafts: Pick<Drafts, 'of' | 'drop'>;
}

/** A note on a reader while it is written: it is deleted where it stands, not by undo. What could not be sent stays a draft. */
export class NoteWriting {
  readonly store = createStore<{ isUnderWay: boolean; trouble: Trouble | null }>(() => ({ isUnderWay: false, trouble: null }));

  constructor(
    private readonly desk: Desk,
    readonly whose: Whose,
  ) {}

  /** True when it is written. */
  async write(): Promise<boolean> {
    const { api, session, acts, readers, drafts } = this.desk;
    const { siteKey, reader } = this.whose;
    const text = drafts.of(noteOn(reader.id)).trim();
    if (text === '' || this.store.getState().isUnderWay) return false;
    this.store.setState({ isUnderWay: true, trouble: null });
    try {
      const notes = await acts.follow(session.keepGoing(() => api.writeNote(siteKey, reader.id, text)));
      drafts.drop(noteOn(reader.id));
      readers.noteNotes(reader.id, notes);
      acts.tell(readerNews('noted', reader.name));
      acts.forgetAll();
      return true;
    } catch (error) {
      this.store.setState({ isUnderWay: false, trouble: troubleOf(error) });
      return false;
    }
  }
}
