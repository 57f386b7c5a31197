import type { Language } from '../preferences/preferences';

/** How something to do is called by the keyboard. */
export interface Keyed {
  /** As `KeyboardEvent.key` says it, in lower case; `mod+` for Ctrl or Command, `shift+` before a letter; two with a space between are pressed one after the other. */
  key?: string;
  /** Holding the key down does it again and again. */
  repeats?: true;
  /** It decides on what is in focus, or takes that back: the first to be told in the help sheet. */
  decides?: true;
  /** It opens a sheet that asks for a reason, with a message. */
  asksForReason?: true;
  /** What is there for a moment, or for some people: the help sheet does not tell of it otherwise. */
  onlyWhilePossible?: true;
}

/** Offered by a page while it is shown (`Workplace.offer`); it brings its name, and knows the page's store. */
export interface PageAction extends Keyed {
  id: string;
  names: Record<Language, string>;
  isPossible(): boolean;
  perform(): void;
}
