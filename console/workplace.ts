import { createStore } from 'zustand/vanilla';
import type { Person } from '../contract/sanctions';
import { KeySequence } from './actions/key-sequence';
import type { PageAction } from './actions/page-action';
import { ConsoleApi } from './api/console-api';
import { Spoken } from './catalogues/spoken';
import { factsOf, type PageName } from './places/pages';
import { Places } from './places/places';
import { PreferencesStore } from './preferences/preferences';
import { Acts } from './queue/acts';
import { Decisions } from './queue/decisions';
import type { Order } from './queue/held-item';
import { HeldQueue } from './queue/held-queue';
import { Leases } from './queue/leases';
import type { Selected } from './queue/selection';
import { ReaderCards } from './readers/reader-cards';
import { SiteReasons } from './reasons/site-reasons';
import { hasRoleOn, Session } from './session/session';
import { SignIn } from './session/sign-in';
import { Drafts } from './writing/drafts';

/** What lies over the page; one at a time. */
export type Overlay =
  | 'help'
  | 'bulk'
  | 'palette'
  | 'reasons'
  | 'sanction'
  | 'lift'
  | 'note'
  | 'appeal'
  | 'verdict'
  | 'undoOfJob'
  | 'settings';

/** Who is in focus on a page, and where it tells what was done about them, and takes it back. */
interface Attention {
  author(): Person | undefined;
  acts: Pick<Acts, 'tell' | 'add' | 'forget' | 'forgetAll'>;
}

type Surroundings = Pick<Window, 'location' | 'history' | 'localStorage' | 'navigator'>;

/** All that the console knows and can do, without what it looks like. */
export class Workplace {
  readonly session: Session;
  readonly signIn: SignIn;
  readonly queue: HeldQueue;
  readonly acts = new Acts();
  readonly drafts = new Drafts();
  readonly reasons: SiteReasons;
  readonly readers: ReaderCards;
  readonly decisions: Decisions;
  readonly leases: Leases;
  readonly preferences: PreferencesStore;
  readonly places: Places;
  readonly keySequence = new KeySequence();
  /** In the list that is shown. */
  readonly selected = createStore<Selected>(() => ({ comments: null, select: null }));
  /** `about`: the id of the comment it was opened on. */
  readonly overlays = createStore<{ open: Overlay | null; about: string }>(() => ({ open: null, about: '' }));
  /** What the page that is shown, and what is loaded later, add to what can be done. */
  readonly offered = createStore<{ actions: readonly PageAction[] }>(() => ({ actions: [] }));

  /** Looks again at what the page shows, when something may have moved on the site. */
  look: (() => void) | null = null;
  /** Of a page that shows readers, but for Held, which is always there. */
  attention: Attention | null = null;
  /** Who was signed in last. */
  private readerId = '';
  /** What a number means in the sheet that is open. */
  numbers: ((digit: string) => void) | null = null;

  constructor(
    { location, history, localStorage, navigator }: Surroundings,
    readonly api = new ConsoleApi(),
    readonly spoken = new Spoken(),
  ) {
    this.session = new Session(api);
    this.signIn = new SignIn(this.session);
    this.queue = new HeldQueue(api, this.session);
    this.reasons = new SiteReasons(api, this.session);
    this.readers = new ReaderCards(api, this.session);
    this.decisions = new Decisions(api, this.session, this);
    this.leases = new Leases(api, this.queue);
    this.preferences = new PreferencesStore(localStorage, navigator.languages);
    this.places = new Places(location.pathname, history);
    this.preferences.store.subscribe(({ language }) => void this.spoken.speak(language));
    this.session.store.subscribe(() => this.settle());
    this.places.store.subscribe(({ place }, before) => {
      // What lay over a page was about it.
      if (place !== before.place) this.show(null);
      // What was done on a site is not taken back on another.
      if (place?.siteKey !== before.place?.siteKey) this.acts.forgetAll();
      this.settle();
    });
  }

  get siteKey(): string {
    return this.places.store.getState().place?.siteKey ?? '';
  }

  /** Of what is in focus. */
  get author(): Person | undefined {
    return this.places.isAt('held') ? this.queue.focused?.comment.author : this.attention?.author();
  }

  show(overlay: Overlay | null, about = ''): void {
    this.overlays.setState({ open: overlay, about });
  }

  /** Another list of comments than what is held, and who looks at which of it. */
  queueOf(list: ConstructorParameters<typeof HeldQueue>[0], order: Order): { queue: HeldQueue; leases: Leases } {
    const queue = new HeldQueue(list, this.session, order);
    return { queue, leases: new Leases(this.api, queue) };
  }

  /** For as long as a page is shown. Call what it returns when it is not any more. */
  offer(actions: readonly PageAction[]): () => void {
    this.offered.setState((now) => ({ actions: [...now.actions, ...actions] }));
    return () => this.offered.setState((now) => ({ actions: now.actions.filter((action) => !actions.includes(action)) }));
  }

  /** For as long as a page is shown, as `offer`. */
  lookBy(look: () => void): () => void {
    this.look = look;
    return () => {
      if (this.look === look) this.look = null;
    };
  }

  /** For as long as a page is shown, as `offer`. */
  attend(attention: Attention): () => void {
    this.attention = attention;
    return () => {
      if (this.attention === attention) this.attention = null;
    };
  }

  /** For as long as a sheet is open. Call what it returns when it is not any more. */
  takeNumbers(choose: (digit: string) => void): () => void {
    this.numbers = choose;
    return () => {
      if (this.numbers === choose) this.numbers = null;
    };
  }

  /** Whether whoever is signed in may use a page on the site where they are. */
  mayUse(page: PageName): boolean {
    return this.hasRole(factsOf(page).roles);
  }

  /** Whether they set up the site, and pick there. */
  get mayEdit(): boolean {
    return this.hasRole(['editor']);
  }

  private hasRole(roles: readonly string[]): boolean {
    const { me } = this.session.store.getState();
    const site = this.session.sites.find(({ key }) => key === this.siteKey);
    return me !== null && site !== undefined && hasRoleOn(me, site.id, roles);
  }

  /** Another page of the same site, or a part of one. */
  goTo(page: PageName, id?: string): void {
    const { place } = this.places.store.getState();
    const isThere = place?.page === page && place.id === id;
    if (place !== undefined && !isThere) this.places.go({ siteKey: place.siteKey, page, ...(id !== undefined && { id }) });
  }

  /** Whoever is signed in is at one of their sites, the one the address names or the first, and there at a page they may use. */
  private settle(): void {
    const { phase, me } = this.session.store.getState();
    const isSomebodyElse = me !== null && me.reader.id !== this.readerId;
    if (phase === 'signedOut' || isSomebodyElse) this.clear();
    if (phase !== 'signedIn' || me === null) return;
    this.readerId = me.reader.id;
    const { place } = this.places.store.getState();
    const { sites } = this.session;
    const site = sites.find(({ key }) => key === place?.siteKey) ?? sites[0];
    if (site === undefined) return;
    const mayStay = place?.siteKey === site.key && this.mayUse(place.page);
    this.places.settle(mayStay ? place : { siteKey: site.key, page: 'held' });
    void this.reasons.open(me.reader.id, site.key);
    if (this.places.isAt('held')) void this.queue.open(me.reader.id, site.key, this.places.store.getState().place?.id);
  }

  /** Nothing that somebody wrote or read is there for the next. */
  private clear(): void {
    this.show(null);
    this.drafts.clear();
    this.readers.clear();
    for (const acts of [this.acts, this.attention?.acts]) {
      acts?.forgetAll();
      acts?.tell(null);
    }
  }
}
