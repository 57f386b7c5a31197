import { createStore } from 'zustand/vanilla';
import type { HeldComment, LeaseView } from '../../contract/moderation';
import { type ScreeningRule, screeningRules } from '../../contract/screening';
import type { ConsoleApi } from '../api/console-api';
import type { Session } from '../session/session';
import {
  continued,
  find,
  firstFocus,
  focusAfter,
  type HeldItem,
  inOrder,
  keeperOf,
  leased,
  merged,
  type Order,
  without,
} from './held-item';
import { isDecidable, type Trouble, troubleOf } from './trouble';

export interface QueueState {
  phase: 'loading' | 'ready' | 'failed';
  items: readonly HeldItem[];
  focusedId: string | null;
  /** The service has more than is here. */
  hasMore: boolean;
  /** Why the last look failed: what is shown may be old. */
  trouble: Trouble | null;
}

/** So many before the end the next page is asked for. */
const nearEnd = 12;

const empty: QueueState = { phase: 'loading', items: [], focusedId: null, hasMore: false, trouble: null };

/** What waits on one site: page by page, looked at again and again, with one item in focus. */
export class HeldQueue {
  readonly store = createStore<QueueState>(() => empty);
  private opened = { readerId: '', siteKey: '', rule: '' };
  private cursor: string | null = null;
  private isAsking = false;
  /** What the question under way will answer may be old by then. */
  private isLookDue = false;
  private touched = new Set<string>();
  /** Ids of what is being decided on: what the service lists is older, however late it is asked. */
  private readonly unanswered = new Set<string>();

  constructor(
    private readonly api: Pick<ConsoleApi, 'held'>,
    private readonly session: Pick<Session, 'keepGoing'>,
    private readonly order: Order = inOrder,
  ) {}

  /** Who is at which list: another object after either has changed. */
  get place(): object {
    return this.opened;
  }

  /** What is shown is only what this check found something in. */
  get rule(): ScreeningRule | undefined {
    return screeningRules.find((rule) => rule === this.opened.rule);
  }

  get focused(): HeldItem | undefined {
    const { items, focusedId } = this.store.getState();
    return find(items, focusedId);
  }

  /** The name of somebody else who looks at it now; null when nobody does. */
  keeperOf(item: HeldItem, now = Date.now()): string | null {
    return keeperOf(item, { ...this.look, now });
  }

  /** Somebody comes to a site, or to what one rule found there; who is there already stays where they are. */
  async open(readerId: string, siteKey: string, rule = ''): Promise<void> {
    const { opened } = this;
    if (opened.readerId === readerId && opened.siteKey === siteKey && opened.rule === rule) return;
    this.opened = { readerId, siteKey, rule };
    this.isAsking = false;
    this.isLookDue = false;
    await this.reload();
  }

  async reload(): Promise<void> {
    this.cursor = null;
    this.store.setState(empty);
    await this.read(1, null);
  }

  /** Another look at all that is here: what is new, what has gone, what was edited. While something is asked, one after it. */
  async refresh(): Promise<void> {
    this.isLookDue = this.isAsking;
    if (this.store.getState().phase === 'ready') await this.read(Math.max(1, this.store.getState().items.length), null);
  }

  async loadMore(): Promise<void> {
    if (this.cursor !== null) await this.read(1, this.cursor);
  }

  focus(id: string): void {
    const { items, focusedId } = this.store.getState();
    if (id === focusedId || find(items, id) === undefined) return;
    const left = find(items, focusedId);
    // What nobody can decide any more has been read now.
    this.change({ items: left === undefined || isDecidable(left.trouble) ? items : without(items, left.comment.id), focusedId: id });
  }

  move(by: 1 | -1): void {
    const { items, focusedId } = this.store.getState();
    const index = items.findIndex(({ comment }) => comment.id === focusedId);
    const next = items[index + by];
    if (next !== undefined) this.focus(next.comment.id);
    else if (this.focused !== undefined && !isDecidable(this.focused.trouble)) this.take(this.focused);
  }

  noteAsked(id: string): void {
    this.unanswered.add(id);
    this.touched.add(id);
  }

  noteAnswered(id: string): void {
    this.unanswered.delete(id);
  }

  /** It leaves the list, at once; whoever looked at it sees the next. */
  take({ comment: { id } }: HeldItem): void {
    const { items, focusedId } = this.store.getState();
    this.touched.add(id);
    this.change({ items: without(items, id), focusedId: id === focusedId ? focusAfter(items, id, this.look) : focusedId });
  }

  /** It does not wait after all; being read, it stays and says so. */
  takeUnlessRead(item: HeldItem, trouble: Trouble): void {
    if (item.comment.id === this.store.getState().focusedId) this.giveBack(item, isDecidable(trouble) ? { kind: 'left' } : trouble);
    else this.take(item);
  }

  /** It is in its place again. What is being read stays, if there is anything. */
  giveBack(item: HeldItem, trouble: Trouble | null): void {
    const { items, focusedId } = this.store.getState();
    const { id } = item.comment;
    this.touched.add(id);
    this.change({ items: this.order([...without(items, id), backWith(item, trouble)]), focusedId: focusedId ?? id });
    // What it says now has to be read anew.
    if (trouble?.kind === 'edited') {
      this.touched.delete(id);
      void this.refresh();
    }
  }

  /** Its moderator has been told that it was edited, and sees it as it is now. */
  noteRead({ comment: { id } }: HeldItem): void {
    this.store.setState(({ items }) => ({
      items: items.map((item) => (item.comment.id === id ? { ...item, isSwapped: false, trouble: null } : item)),
    }));
  }

  /** The service says who has it. */
  noteLease(id: string, lease: LeaseView): void {
    this.store.setState(({ items }) => ({ items: items.map((item) => (item.comment.id === id ? leased(item, lease) : item)) }));
  }

  private get look() {
    return { readerId: this.opened.readerId, now: Date.now() };
  }

  private change(parts: Pick<QueueState, 'items' | 'focusedId'>): void {
    this.store.setState(parts);
    this.lookAhead();
  }

  private lookAhead(): void {
    const { items, focusedId } = this.store.getState();
    const index = items.findIndex(({ comment }) => comment.id === focusedId);
    if (items.length - index <= nearEnd) void this.loadMore();
  }

  /** One question at a time, of at least so many comments from a cursor on. */
  private async read(count: number, from: string | null): Promise<void> {
    if (this.isAsking) return;
    const place = this.opened;
    this.isAsking = true;
    this.touched = new Set(this.unanswered);
    try {
      const { comments, cursor } = await this.readPages(place, { count, from });
      if (place === this.opened) this.takeIn(comments, { from, cursor });
    } catch (error) {
      const trouble = troubleOf(error);
      if (place === this.opened) this.store.setState(({ phase }) => ({ phase: phase === 'loading' ? 'failed' : phase, trouble }));
    } finally {
      if (place === this.opened) this.isAsking = false;
    }
    if (place !== this.opened) return;
    if (this.isLookDue) await this.refresh();
    else if (this.store.getState().trouble === null) this.lookAhead();
  }

  private async readPages({ siteKey, rule }: { siteKey: string; rule: string }, { count, from }: { count: number; from: string | null }) {
    const comments: HeldComment[] = [];
    let cursor = from;
    do {
      const asked = cursor;
      const page = await this.session.keepGoing(() => this.api.held(siteKey, asked, rule));
      comments.push(...page.comments);
      cursor = page.nextCursor;
    } while (cursor !== null && comments.length < count);
    return { comments, cursor };
  }

  private takeIn(comments: readonly HeldComment[], { from, cursor }: { from: string | null; cursor: string | null }): void {
    const { items, focusedId } = this.store.getState();
    const known = { items, focusedId, touched: this.touched, order: this.order };
    const next = from === null ? merged(known, comments) : continued(known, comments);
    this.cursor = cursor;
    this.store.setState({
      phase: 'ready',
      items: next,
      focusedId: find(next, focusedId) === undefined ? firstFocus(next, this.look) : focusedId,
      hasMore: cursor !== null,
      trouble: null,
    });
  }
}

/** That somebody else looks at it is true for a while only, and is told as long. */
function backWith(item: HeldItem, trouble: Trouble | null): HeldItem {
  return trouble?.kind === 'kept'
    ? leased({ ...item, trouble: null }, trouble.lease)
    : { ...item, trouble, isStale: trouble?.kind === 'edited' };
}
