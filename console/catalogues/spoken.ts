import { createStore } from 'zustand/vanilla';
import type { Language } from '../preferences/preferences';
import { type Catalogue, en } from './en';
import { Wording } from './wording';

export type LoadCatalogue = Record<Exclude<Language, 'en'>, () => Promise<Catalogue>>;

/** The words in which everything is said now. */
export class Spoken {
  readonly store = createStore<{ wording: Wording }>(() => ({ wording: new Wording('en', en) }));
  private wanted: Language = 'en';

  constructor(private readonly load?: LoadCatalogue) {}

  /** From when its words are there; until then, and where they do not come, it stays as it is. */
  async speak(language: Language): Promise<void> {
    this.wanted = language;
    const texts = language === 'en' ? en : await this.load?.[language]().catch(() => undefined);
    if (texts !== undefined && language === this.wanted) this.store.setState({ wording: new Wording(language, texts) });
  }
}
