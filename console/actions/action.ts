import type { Catalogue } from '../catalogues/en';
import type { PageName } from '../places/pages';
import type { Workplace } from '../workplace';
import type { Keyed, PageAction } from './page-action';

/** Known from the first, and named in the catalogues. */
export interface FrameAction extends Keyed {
  id: keyof Catalogue['actions'];
  /** The page, or the pages, on which there is such a thing to do; everywhere without it. */
  page?: PageName | readonly PageName[];
  isPossible(workplace: Workplace): boolean;
  perform(workplace: Workplace): void;
}

/** Something a moderator can do, by a button, a key, or the palette. */
export type Action = FrameAction | PageAction;

export const always = (): boolean => true;
