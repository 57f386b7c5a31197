import { createStore } from 'zustand/vanilla';
import { ConsoleApi } from './api/console-api';
import { Places } from './places/places';
import { PreferencesStore } from './preferences/preferences';
import { Decisions } from './queue/decisions';
import { HeldQueue } from './queue/held-queue';
import { Leases } from './queue/leases';
import { Session } from './session/session';
import { SignIn } from './session/sign-in';

/** What lies over the page; one at a time. */
export type Overlay = 'help' | 'palette' | 'reasons' | 'settings';

type Surroundings = Pick<Window, 'location' | 'history' | 'localStorage' | 'navigator'>;

/** All that the console knows and can do, without what it looks like. */
export class Workplace {
  readonly session: Session;
  readonly signIn: SignIn;
  readonly queue: HeldQueue;
  readonly decisions: Decisions;
  readonly leases: Leases;
  readonly preferences: PreferencesStore;
  readonly places: Places;
  readonly overlays = createStore<{ open: Overlay | null }>(() => ({ open: null }));

  constructor({ location, history, localStorage, navigator }: Surroundings, api = new ConsoleApi()) {
    this.session = new Session(api);
    this.signIn = new SignIn(this.session);
    this.queue = new HeldQueue(api, this.session);
    this.decisions = new Decisions(api, this.session, this.queue);
    this.leases = new Leases(api, this.queue);
    this.preferences = new PreferencesStore(localStorage, navigator.languages);
    this.places = new Places(location.pathname, history);
    this.session.store.subscribe(() => this.settle());
    this.places.store.subscribe(() => this.settle());
  }

  show(overlay: Overlay | null): void {
    this.overlays.setState({ open: overlay });
  }

  /** Whoever is signed in is at one of their sites: the one the address names, or the first. */
  private settle(): void {
    const { phase, me } = this.session.store.getState();
    if (phase === 'signedOut') this.show(null);
    if (phase !== 'signedIn' || me === null) return;
    const { place } = this.places.store.getState();
    const { sites } = this.session;
    const site = sites.find(({ key }) => key === place?.siteKey) ?? sites[0];
    if (site === undefined) return;
    this.places.settle({ siteKey: site.key, page: 'held' });
    void this.queue.open(me.reader.id, site.key);
  }
}
