import type { FeedItem, InboxItem } from '../../contract/inbox';
import type { InboxApi } from '../api/inbox-api';
import { isLoggedOut } from '../api/parley-api';
import type { Store } from '../store/store';
import { hintMilliseconds, type News, type NewsPlace, type NewsState } from './news';
import { comparedWith, itemsOf, type NewsList, type NewsPage, unreadList, withNewest, withOlder } from './news-list';
import { sameness } from './sameness';

export interface OpenInbox {
  tab: NewsPlace;
  inbox: NewsList<InboxItem>;
  following: NewsList<FeedItem>;
  /** Up to where the feed had been seen before what is new in it was shown; null where nothing is new to say, or all is. */
  seenAt: string | null;
}

/** Null where it is closed. */
export type InboxState = OpenInbox | null;

export interface InboxWiring {
  state: Store<InboxState>;
  count: Store<NewsState>;
  api: Omit<InboxApi, 'news'>;
  news: Pick<News, 'taking'>;
  /** The session is over: asks to log in, then goes on if it is the same reader. */
  logInAgain(then: () => void): void;
  /** It takes the place of what else is open. */
  onOpen(): void;
  /** Milliseconds. */
  now(): number;
}

type AnyItem = InboxItem | FeedItem;
type AnyList = NewsList<AnyItem>;
type Join = (list: AnyList, page: NewsPage<AnyItem>) => AnyList;

const older: Join = (list, page) => withOlder(list, page, sameness);
const newest: Join = (list, page) => withNewest(list, page, sameness);
const compared: Join = (list, page) => comparedWith(list, page, sameness);

/** What others did that concerns the reader, and what those whom they follow wrote, as far as they asked for it. */
export class Inbox {
  /** Answers to what was asked before it was closed are nobody's any more. */
  private opening = 0;
  /** Something moved while an answer was under way, which may not know of it. */
  private readonly outdated = new Set<NewsPlace>();
  private readonly failed = new Map<NewsPlace, () => Promise<void>>();
  /** Up to where the feed is seen, as far as is known. */
  private seenAt: string | null = null;
  private feedReadAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly wiring: InboxWiring) {}

  /** Where something waits. */
  open(): void {
    const count = this.wiring.count.get();
    const tab = count?.unread === 0 && count.following > 0 ? 'following' : 'inbox';
    this.opening += 1;
    this.wiring.onOpen();
    this.wiring.state.set({ tab, inbox: unreadList, following: unreadList, seenAt: null });
    void this.readNewest(tab);
  }

  close(): void {
    this.opening += 1;
    this.wiring.state.set(null);
  }

  /** What is known of it stands there while it is read anew. */
  show(tab: NewsPlace): void {
    this.wiring.state.update((state) => state && { ...state, tab });
    void this.readNewest(tab);
  }

  /** Also what waited. */
  async readNewest(tab: NewsPlace): Promise<void> {
    await this.run(tab, async () => {
      const page = await this.ask(tab, null);
      return (list) => newest(list, page);
    });
    if (tab === 'following') await this.noteShown();
  }

  async readOlder(tab: NewsPlace): Promise<void> {
    const cursor = this.wiring.state.get()?.[tab].nextCursor ?? null;
    await this.run(tab, async () => {
      const page = await this.ask(tab, cursor);
      return (list) => older(list, page);
    });
  }

  /** Does once more what could not be done. */
  async tryAgain(tab: NewsPlace): Promise<void> {
    await this.failed.get(tab)?.();
  }

  /** It was opened. Where that cannot be told now, it stays unread. */
  async markRead(id: string): Promise<void> {
    const { api, news, state } = this.wiring;
    const item = state
      .get()
      ?.inbox.pages.flat()
      .find((each) => each.id === id);
    if (item?.isRead) return;
    this.change('inbox', (list) => withRead(list, (each) => each === item));
    await api.markRead({ id }).then(news.taking(), () => undefined);
  }

  /** Up to the newest that is shown: what came since, and waits, stays unread. */
  async markAllRead(): Promise<void> {
    const { api, news, state } = this.wiring;
    const [upTo] = itemsOf(state.get()?.inbox ?? unreadList)
      .map(({ at }) => at)
      .sort()
      .reverse();
    if (upTo === undefined) return;
    await this.run('inbox', async () => {
      const take = news.taking();
      take(await api.markRead({ upTo }));
      return (list) => ({ ...withRead(list, ({ at }) => at <= upTo), progress: 'read' });
    });
  }

  /** Something came, changed or went: what is shown is compared with what is there now. */
  noteMoved(places: ReadonlySet<NewsPlace>): void {
    const state = this.wiring.state.get();
    if (state !== null && places.has(state.tab)) void this.compare(state.tab);
  }

  /** So many came to the feed. */
  noteAdded(count: number): void {
    const list = this.wiring.state.get()?.following;
    if (list === undefined || list.progress === 'unread') return;
    const mayBeThere = this.wiring.now() <= this.feedReadAt + hintMilliseconds;
    if (list.progress === 'reading' || list.pages.length === 0 || mayBeThere) void this.compare('following');
    else this.change('following', ({ waiting, ...others }) => ({ ...others, waiting: waiting + count }));
  }

  private async compare(tab: NewsPlace): Promise<void> {
    const list = this.wiring.state.get()?.[tab];
    if (list === undefined || list.progress === 'unread') return;
    if (list.progress === 'reading') {
      this.outdated.add(tab);
      return;
    }
    // Where nothing stands, nothing moves.
    if (list.pages.length === 0) return this.readNewest(tab);
    const { opening } = this;
    const page = await this.ask(tab, null).catch((error: unknown) => this.noteFailed(error));
    if (page && opening === this.opening) this.change(tab, (now) => compared(now, page));
  }

  /** One after the other in each list. */
  private async run(tab: NewsPlace, work: () => Promise<(list: AnyList) => AnyList>): Promise<void> {
    const progress = this.wiring.state.get()?.[tab].progress;
    if (progress === undefined || progress === 'reading') return;
    const { opening } = this;
    const take = (change: (list: AnyList) => AnyList): void => {
      if (opening === this.opening) this.change(tab, change);
    };
    this.failed.set(tab, () => this.run(tab, work));
    take((list) => ({ ...list, progress: 'reading' }));
    try {
      take(await work());
    } catch (error) {
      take((list) => ({ ...list, progress: 'failed' }));
      this.noteFailed(error);
    }
    if (opening === this.opening && this.outdated.delete(tab)) await this.compare(tab);
  }

  private noteFailed(error: unknown): void {
    if (isLoggedOut(error)) this.wiring.logInAgain(() => this.open());
  }

  private async ask(tab: NewsPlace, cursor: string | null): Promise<NewsPage<AnyItem>> {
    const { api } = this.wiring;
    if (tab === 'inbox') return api.inbox(cursor);
    const { opening } = this;
    const page = await api.feed(cursor);
    if (opening !== this.opening) return page;
    this.seenAt = page.seenAt;
    this.feedReadAt = this.wiring.now();
    return page;
  }

  /** The newest of the feed stands before the reader's eyes: all pages of theirs, wherever they are, count from there. */
  private async noteShown(): Promise<void> {
    const { state, api, news } = this.wiring;
    const feed = state.get()?.following;
    if (feed?.progress !== 'read') return;
    const at = itemsOf(feed)
      .map(({ toldAt }) => toldAt)
      .sort()
      .at(-1);
    const { seenAt } = this;
    if (at === undefined || (seenAt !== null && at <= seenAt)) return;
    state.update((open) => open && { ...open, seenAt });
    this.seenAt = at;
    await api.noteFeedSeen({ at }).then(news.taking(), () => undefined);
  }

  /** Nothing where it was closed meanwhile. */
  private change(tab: NewsPlace, change: (list: AnyList) => AnyList): void {
    this.wiring.state.update((state) => state && { ...state, [tab]: change(state[tab]) });
  }
}

function withRead(list: AnyList, isMeant: (item: AnyItem) => boolean): AnyList {
  return { ...list, pages: list.pages.map((items) => items.map((item) => (isMeant(item) ? { ...item, isRead: true } : item))) };
}
