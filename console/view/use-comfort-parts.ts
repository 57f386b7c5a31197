import { lazyParts } from './lazy-parts';

/** The part of the console that is loaded when the first page is there: the settings, and what makes a long shift bearable. */
export const useComfortParts = lazyParts(() => import('../comfort/parts'));
