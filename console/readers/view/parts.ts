/** One part of the console: all that shows a reader, or is written to one. */
import './readers.css';

export { AuthorCard } from './author-card';
export { isInText } from './is-in-text';
export { MessageField } from './message-field';
export { Numbered } from './numbered';
export { ReaderSheet } from './reader-sheet';
export { Reasons, ReasonsFor } from './reasons';
export { useNumbers } from './use-numbers';
