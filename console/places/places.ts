import { createStore } from 'zustand/vanilla';
import type { PageName } from './pages';
import { type Place, pathOf, placeOf } from './place';

type BrowserHistory = Pick<History, 'pushState' | 'replaceState' | 'state' | 'back'>;

/** Where in the console this tab is, as its address says. */
export class Places {
  readonly store;

  constructor(
    path: string,
    private readonly history: BrowserHistory,
  ) {
    this.store = createStore<{ place: Place | undefined }>(() => ({ place: placeOf(path) }));
  }

  isAt(page: PageName): boolean {
    return this.store.getState().place?.page === page;
  }

  go(place: Place): void {
    this.history.pushState({ isFromHere: true }, '', pathOf(place));
    this.store.setState({ place });
  }

  /** Where somebody came from; elsewhere for who came from outside. */
  goBack(elsewhere: Place): void {
    if (this.history.state === null) this.go(elsewhere);
    else this.history.back();
  }

  /** The place that was meant, where the address said none or another. */
  settle(place: Place): void {
    const { place: now } = this.store.getState();
    if (now !== undefined && pathOf(now) === pathOf(place)) return;
    this.history.replaceState(null, '', pathOf(place));
    this.store.setState({ place });
  }

  /** The browser went back or forward. */
  follow(path: string): void {
    this.store.setState({ place: placeOf(path) });
  }
}
