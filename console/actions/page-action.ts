import type { Language } from '../preferences/preferences';

/** How something to do is called by the keyboard. */
export interface Keyed {
  /** As `KeyboardEvent.key` says it, in lower case; `mod+` for Ctrl or Command, `shift+` before a letter; two with a space between are pressed one after the other. */
  key?: string;
  /** Holding the key down does it again and again. */
  repeats?: true;
}

/** Offered by a page while it is shown (`Workplace.offer`); it brings its name, and knows the page's store. */
export interface PageAction extends Keyed {
  id: string;
  names: Record<Language, string>;
  isPossible(): boolean;
  perform(): void;
}
