import type { NewsCount } from '../../contract/inbox';
import { inboxLimits } from '../../contract/limits';
import type { InboxApi } from '../api/inbox-api';
import type { Store } from '../store/store';

/** Null until it is known. */
export type NewsState = NewsCount | null;

/** Where something came, changed or went. */
export type NewsPlace = 'inbox' | 'following';

export interface NewsWiring {
  state: Store<NewsState>;
  api: Pick<InboxApi, 'news'>;
  siteId: string;
  isHidden(): boolean;
  /** Between 0 and 1. */
  random(): number;
  /** Milliseconds. */
  now(): number;
  /** What is shown of these places should be asked again. */
  onMoved(places: ReadonlySet<NewsPlace>): void;
  /** So many comments came to the feed. */
  onAdded(count: number): void;
}

/** Many pages get the same hint at the same moment: they do not ask at the same moment. */
const longestPauseMilliseconds = 500;
/** A hint may come so long after what it tells is there: who read or counted in between has it already. */
export const hintMilliseconds = 1_000;
const places: readonly NewsPlace[] = ['inbox', 'following'];

/** How much waits for the reader on this site. It is asked when there is a reason to, and never while nobody looks. */
export class News {
  private readerId: string | null = null;
  /** What may have moved since it was asked. */
  private moved = new Set<NewsPlace>();
  private asking = 0;
  private answeredAt = Number.NEGATIVE_INFINITY;
  /** An answer counts only if nothing was learned in another way since it was asked for. */
  private question = 0;

  constructor(private readonly wiring: NewsWiring) {}

  /** Somebody else, or nobody, is reading now. */
  belongTo(readerId: string | null): void {
    this.readerId = readerId;
    this.question += 1;
    this.moved.clear();
    this.wiring.state.set(null);
    // The connection, which is a reason to ask too, is there soon after.
    this.lookSoon(places, longestPauseMilliseconds);
  }

  noteInboxChanged(siteId: string): void {
    if (siteId === this.wiring.siteId) this.lookSoon(['inbox']);
  }

  /** `added`: so many came to the feed; null: how many are there has to be asked. */
  noteActivity(siteId: string, added: number | null): void {
    if (siteId !== this.wiring.siteId) return;
    const { state, onAdded, now } = this.wiring;
    const known = state.get();
    const isSure = known !== null && this.asking === 0 && now() > this.answeredAt + hintMilliseconds;
    if (added === null || !isSure) {
      this.lookSoon(['following']);
      return;
    }
    state.set({ ...known, following: Math.min(known.following + added, inboxLimits.maxCounted) });
    onAdded(added);
  }

  /** What happened while there was no connection was told to nobody; nor is what the reader begins or ends to follow and to mute. */
  lookAgain(): void {
    this.lookSoon(places);
  }

  /** Somebody looks at the page again. */
  noteVisible(): void {
    if (this.moved.size > 0) this.lookSoon([]);
  }

  /** What takes the count that the service says with another answer; nothing where somebody else reads by then. */
  taking(): (count: NewsCount) => void {
    const { readerId } = this;
    return (count) => {
      if (readerId === null || readerId !== this.readerId) return;
      this.question += 1;
      if (this.asking > 0) this.lookSoon(places);
      this.set(count);
    };
  }

  private lookSoon(moved: readonly NewsPlace[], pauseMilliseconds = this.wiring.random() * longestPauseMilliseconds): void {
    if (this.readerId === null) return;
    for (const place of moved) this.moved.add(place);
    // The first that is over asks for all.
    setTimeout(() => void this.look(), pauseMilliseconds);
  }

  private async look(): Promise<void> {
    const { moved } = this;
    if (this.readerId === null || moved.size === 0 || this.wiring.isHidden()) return;
    this.moved = new Set();
    this.wiring.onMoved(moved);
    this.question += 1;
    const { question } = this;
    this.asking += 1;
    // Without an answer all stays as it was: the connection comes back, or the next thing happens.
    const count = await this.wiring.api.news().catch(() => null);
    this.asking -= 1;
    if (count !== null && question === this.question) this.set(count);
  }

  private set(count: NewsCount): void {
    this.answeredAt = this.wiring.now();
    this.wiring.state.set(count);
  }
}
