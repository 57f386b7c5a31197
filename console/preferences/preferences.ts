import { createStore, type StoreApi } from 'zustand/vanilla';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

export const colourSchemes = ['auto', 'light', 'dark'] as const;
export type ColourScheme = (typeof colourSchemes)[number];

export interface Preferences {
  colours: ColourScheme;
  language: Language;
  /** Whether a letter alone does something: dictation and some screen readers send letters by accident. */
  singleKeys: boolean;
  /** Whether comments are blurred until one asks for them. */
  blur: boolean;
  /** Whether a good comment is shown after a run of bad ones. */
  civil: boolean;
  /** Whether a break is proposed after a while. */
  breaks: boolean;
}

const switches = ['singleKeys', 'blur', 'civil', 'breaks'] as const;

const storageKey = 'parley-console';

/** What somebody likes, kept in this browser; at first what the browser says of them. */
export class PreferencesStore {
  readonly store: StoreApi<Preferences>;

  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem'>,
    browserLanguages: readonly string[],
  ) {
    const [spoken] = browserLanguages.flatMap((tag) => languages.filter((language) => tag.split('-')[0] === language));
    this.store = createStore(() => ({
      colours: 'auto',
      language: spoken ?? 'en',
      singleKeys: true,
      blur: false,
      civil: false,
      breaks: true,
      ...this.kept(),
    }));
  }

  choose(chosen: Partial<Preferences>): void {
    this.store.setState(chosen);
    try {
      this.storage.setItem(storageKey, JSON.stringify(this.store.getState()));
    } catch {
      // A browser that keeps nothing: it counts until the page is closed.
    }
  }

  private kept(): Partial<Preferences> {
    const kept = parsed(this.readStorage());
    return {
      ...(colourSchemes.some((scheme) => scheme === kept.colours) && { colours: kept.colours }),
      ...(languages.some((language) => language === kept.language) && { language: kept.language }),
      ...Object.fromEntries(switches.flatMap((name) => (typeof kept[name] === 'boolean' ? [[name, kept[name]]] : []))),
    };
  }

  private readStorage(): string {
    try {
      return this.storage.getItem(storageKey) ?? '{}';
    } catch {
      return '{}';
    }
  }
}

function parsed(text: string): Partial<Preferences> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
