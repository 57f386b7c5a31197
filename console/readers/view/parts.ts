/** One part of the console: all that shows a reader, or does something about one. */
import './readers.css';

export { LiftSheet } from './lift-sheet';
export { NoteSheet } from './note-sheet';
export { ReaderCard } from './reader-card';
export { SanctionSheet } from './sanction-sheet';
