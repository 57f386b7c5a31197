import { LazyPart } from './lazy-part';

/** All that comes after the first view. */
export const later = new LazyPart(() => import('../later'));
