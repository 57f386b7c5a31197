import type { CommentView, MissedChanges, Permalink, PublishedComment, ThreadState, VisibleComment } from '../../contract/conversation';
import { type ParleyApi, Refusal } from '../api/parley-api';
import { type Arrival, type ChangesOfThread, withChanges, withGone, withMissed, withOwn, withWaitingShown } from '../conversation/changes';
import {
  branchOf,
  type Conversation,
  conversationFromPage,
  conversationFromPermalink,
  type Listing,
  unloadedReplies,
  withComments,
  withPage,
  withReplies,
} from '../conversation/conversation';
import type { Store } from '../store/store';
import { type Screen, shownConversation } from './frame-model';

type Change = (conversation: Conversation) => Conversation;
/** Asks for something, and answers how to show it. */
type Read = () => Promise<(screen: Screen) => Screen>;

/** More than can happen between the moment an answer was made and its arrival. */
const recentChanges = 50;

/** What the reader sees of the thread. */
export class Reading {
  /** What happened last: an answer that was under way meanwhile does not know of it. */
  private recent: Change[] = [];
  /** What was asked for last, by its name. */
  private readonly reads = new Map<string, Read>();

  constructor(
    private readonly screen: Store<Screen>,
    private readonly api: Pick<ParleyApi, 'page' | 'replies' | 'permalink'>,
  ) {}

  get shown(): Conversation {
    return shownConversation(this.screen.get());
  }

  /** Every change up to this number is on the screen. */
  get applied(): number {
    const { whole, part } = this.screen.get();
    return Math.min(whole.applied, part?.applied ?? whole.applied);
  }

  find(id: string): VisibleComment | undefined {
    return this.shown.comments.get(id);
  }

  /** Reads all anew, and shows it in one go; picks stand in front of the whole, as a part does. */
  sortBy(order: Listing): Promise<void> {
    return this.load('order', async () => {
      const linked = this.screen.get().part?.permalink;
      const [page, found] = await Promise.all([this.api.page(order), linked ? this.permalinkOrNull(linked.id) : null]);
      const whole = conversationFromPage(page, order);
      if (order === 'picks') return (screen) => ({ ...screen, part: whole });
      return (screen) => ({ ...screen, whole, part: screen.part && found && conversationFromPermalink(found, order) });
    });
  }

  showMore(): Promise<void> {
    return this.load('more', async () => {
      const asked = this.shown;
      const page = await this.api.page(asked.order, asked.nextCursor);
      // Unless another order was chosen meanwhile.
      return inBoth((conversation) => (conversation.nextCursor === asked.nextCursor ? withPage(conversation, page) : conversation));
    });
  }

  showReplies(parentId: string): Promise<void> {
    return this.load(parentId, async () => {
      const after = branchOf(this.shown, parentId).loaded.at(-1);
      const page = await this.api.replies(parentId, after);
      return inBoth((conversation) => {
        const goesOn = conversation.comments.has(parentId) && branchOf(conversation, parentId).loaded.at(-1) === after;
        return goesOn ? withReplies(conversation, page) : conversation;
      });
    });
  }

  /**
   * Shows more replies until one of them can be seen, or no more are there.
   * @returns the id of the comment to read on from: the first that can be seen, or what they answer where none can; undefined where more can be asked for
   */
  async showRepliesUntilSeen(parentId: string, isSeen: (id: string) => boolean): Promise<string | undefined> {
    const loaded = (): readonly string[] => branchOf(this.shown, parentId).loaded;
    let count: number;
    do {
      count = loaded().length;
      await this.showReplies(parentId);
      const seen = loaded().slice(count).find(isSeen);
      if (seen !== undefined) return seen;
      const parent = this.find(parentId);
      if (!parent || unloadedReplies(this.shown, parent) === 0) return parentId;
    } while (loaded().length > count);
    return undefined;
  }

  /** Shows one comment with what it answers. */
  openPart(id: string): Promise<void> {
    return this.load('part', async () => {
      const found = await this.api.permalink(id);
      return (screen) => ({ ...screen, part: conversationFromPermalink(found, screen.whole.order) });
    });
  }

  closePart(): void {
    this.screen.patch({ part: null });
  }

  /** Shows these of what waited: top-level comments, or the replies to a comment. */
  showWaiting(parentId: string | null, ids: readonly string[]): void {
    this.screen.update(inBoth((conversation) => withWaitingShown(conversation, parentId, ids)));
  }

  applyChanges(changes: readonly CommentView[], state: ThreadState, isShownAtOnce: ChangesOfThread['isShownAtOnce']): void {
    this.apply((conversation) => withChanges(conversation, { changes, state, isShownAtOnce }));
  }

  applyOwn(comment: PublishedComment, state: ThreadState, place: Arrival = 'late'): void {
    const show: Change = (conversation) => withOwn(conversation, comment, state, place);
    this.apply(show, (conversation) => {
      const isMissing = comment.visibleSince > conversation.applied;
      return isMissing || conversation.comments.has(comment.id) ? show(conversation) : conversation;
    });
  }

  applyView(comment: VisibleComment): void {
    this.apply((conversation) => {
      return conversation.comments.has(comment.id) ? withComments(conversation, [comment], conversation.state) : conversation;
    });
  }

  /** Too much happened to follow it: what is shown and still stands stays, and the reader decides when to read it anew. */
  noteMissed(missed: MissedChanges): void {
    const miss: Change = (conversation) => withMissed(conversation, missed);
    this.apply(miss, (conversation) => (conversation.applied < missed.to ? miss(conversation) : conversation));
  }

  /** Nobody sees it any more, with the change that led to `state` or one before. */
  applyGone(id: string, state: ThreadState): void {
    this.apply((conversation) => withGone(withComments(conversation, [], state), id, state.head));
  }

  /** Asks once more for what could not be loaded. */
  async tryAgain(name: string): Promise<void> {
    const read = this.reads.get(name);
    if (read) await this.load(name, read);
  }

  /** Changes what is shown, and keeps the change for answers that are under way. */
  private apply(change: Change, changeLater = change): void {
    this.recent = [...(this.screen.get().loading.size > 0 ? this.recent : this.recent.slice(1 - recentChanges)), changeLater];
    this.screen.update(inBoth(change));
  }

  private async permalinkOrNull(id: string): Promise<Permalink | null> {
    try {
      return await this.api.permalink(id);
    } catch (error) {
      if (error instanceof Refusal && error.status === 404) return null;
      throw error;
    }
  }

  private async load(name: string, read: Read): Promise<void> {
    if (this.screen.get().loading.has(name)) return;
    this.reads.set(name, read);
    this.screen.update((screen) => ({ ...screen, loading: withName(screen.loading, name), failed: withoutName(screen.failed, name) }));
    let show: (screen: Screen) => Screen;
    try {
      const found = await read();
      const catchUp = inBoth((conversation) => this.recent.reduce((changed, change) => change(changed), conversation));
      show = (screen) => catchUp(found(screen));
    } catch {
      show = (screen) => ({ ...screen, failed: withName(screen.failed, name) });
    }
    this.screen.update((screen) => ({ ...show(screen), loading: withoutName(screen.loading, name) }));
  }
}

/** Changes the whole conversation and the part in front of it. */
function inBoth(change: Change): (screen: Screen) => Screen {
  return (screen) => ({ ...screen, whole: change(screen.whole), part: screen.part && change(screen.part) });
}

function withName(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  return new Set(names).add(name);
}

function withoutName(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  return new Set([...names].filter((other) => other !== name));
}
