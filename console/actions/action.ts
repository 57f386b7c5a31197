import type { Catalogue } from '../catalogues/en';
import type { PageName } from '../places/pages';
import type { Language } from '../preferences/preferences';
import type { Workplace } from '../workplace';

interface Doing {
  /** As `KeyboardEvent.key` says it, in lower case; `mod+` for Ctrl or Command; two with a space between are pressed one after the other. */
  key?: string;
  /** Holding the key down does it again and again. */
  repeats?: true;
  /** The one page on which there is such a thing to do; everywhere without it. */
  page?: PageName;
  isPossible(workplace: Workplace): boolean;
  perform(workplace: Workplace): void;
}

/** Known from the first, and named in the catalogues. */
export interface FrameAction extends Doing {
  id: keyof Catalogue['actions'];
}

/** Offered by a page while it is shown (`Workplace.offer`); it brings its name. */
export interface PageAction extends Doing {
  id: string;
  names: Record<Language, string>;
}

/** Something a moderator can do, by a button, a key, or the palette. */
export type Action = FrameAction | PageAction;

export const always = (): boolean => true;
