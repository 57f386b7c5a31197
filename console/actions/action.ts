import type { Catalogue } from '../catalogues/en';
import type { Workplace } from '../workplace';

/** Something a moderator can do, by a button, a key, or the palette. */
export interface Action {
  id: keyof Catalogue['actions'];
  /** As `KeyboardEvent.key` says it, in lower case; `mod+` for Ctrl or Command. */
  key?: string;
  /** Holding the key down does it again and again. */
  repeats?: true;
  isPossible(workplace: Workplace): boolean;
  perform(workplace: Workplace): void;
}

export const always = (): boolean => true;
