import { createStore } from 'zustand/vanilla';
import type { Person } from '../../contract/sanctions';
import type { ConsoleApi } from '../api/console-api';
import type { Acts } from '../queue/acts';
import { type Trouble, troubleOf } from '../queue/trouble';
import type { Session } from '../session/session';
import { type Drafts, noteOn } from '../writing/drafts';
import type { ReaderCards } from './reader-cards';

export interface NoteState {
  siteKey: string;
  reader: Person | null;
  isUnderWay: boolean;
  trouble: Trouble | null;
}

interface Desk {
  acts: Pick<Acts, 'tell' | 'follow'>;
  readers: Pick<ReaderCards, 'noteNotes'>;
  drafts: Pick<Drafts, 'of' | 'drop'>;
}

/** A note on a reader while it is written. What could not be sent stays a draft. */
export class Notes {
  readonly store = createStore<NoteState>(() => ({ siteKey: '', reader: null, isUnderWay: false, trouble: null }));

  constructor(
    private readonly api: Pick<ConsoleApi, 'writeNote'>,
    private readonly session: Pick<Session, 'keepGoing'>,
    private readonly desk: Desk,
  ) {}

  begin(siteKey: string, reader: Person): void {
    this.store.setState({ siteKey, reader, isUnderWay: false, trouble: null });
  }

  /** True when it is written. */
  async write(): Promise<boolean> {
    const { siteKey, reader, isUnderWay } = this.store.getState();
    const { acts, readers, drafts } = this.desk;
    if (reader === null || isUnderWay) return false;
    const text = drafts.of(noteOn(reader.id)).trim();
    if (text === '') return false;
    this.store.setState({ isUnderWay: true, trouble: null });
    try {
      const notes = await acts.follow(this.session.keepGoing(() => this.api.writeNote(siteKey, reader.id, text)));
      drafts.drop(noteOn(reader.id));
      readers.noteNotes(reader.id, notes);
      acts.tell({ kind: 'noted', author: reader.name });
      this.store.setState({ isUnderWay: false });
      return true;
    } catch (error) {
      this.store.setState({ isUnderWay: false, trouble: troubleOf(error) });
      return false;
    }
  }
}
