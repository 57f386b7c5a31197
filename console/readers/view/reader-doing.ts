import type { NoteView, SanctionView } from '../../../contract/sanctions';

/** What can be done with what is known of a reader. */
export interface ReaderDoing {
  mayLift(sanction: SanctionView): boolean;
  lift(sanction: SanctionView): void;
  /** Brings back what was removed with it. */
  restore(sanction: SanctionView): void;
  mayDelete(note: NoteView): boolean;
  deleteNote(note: NoteView): void;
}
