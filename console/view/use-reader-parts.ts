import { lazyParts } from './lazy-parts';

/** The part of the console that shows readers, which is loaded with the first comment that is looked at. */
export const useReaderParts = lazyParts(() => import('../readers/view/parts'));
