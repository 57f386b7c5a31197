/** One part of the console: all that shows a reader, or asks why something is done. */
import './readers.css';

export { AuthorCard } from './author-card';
export { ReaderSheet } from './reader-sheet';
export { Reasons } from './reasons';
