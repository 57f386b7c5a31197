import type { CommentOrder, CommentView, PublishedComment, ThreadState, VisibleComment } from '../../contract/conversation';
import { type ParleyApi, Refusal } from '../api/parley-api';
import { withChanges, withOwn, withWaitingShown } from '../conversation/changes';
import {
  branchOf,
  type Conversation,
  conversationFromPage,
  conversationFromPermalink,
  withComments,
  withPage,
  withReplies,
} from '../conversation/conversation';
import type { Store } from '../store/store';
import { type Screen, shownConversation } from './frame-model';

/** What the reader sees of the thread. */
export class Reading {
  constructor(
    private readonly screen: Store<Screen>,
    private readonly api: Pick<ParleyApi, 'page' | 'replies' | 'permalink'>,
  ) {}

  get shown(): Conversation {
    return shownConversation(this.screen.get());
  }

  /** The number of the last change that is known. */
  get head(): number {
    return this.screen.get().whole.state.head;
  }

  find(id: string): VisibleComment | undefined {
    return this.shown.comments.get(id);
  }

  sortBy(order: CommentOrder): Promise<void> {
    return this.load('order', async () => {
      const page = await this.api.page(order);
      this.screen.update((screen) => ({
        ...screen,
        part: null,
        whole: this.fresh(conversationFromPage(page, order, screen.whole.knownUntil)),
      }));
    });
  }

  showMore(): Promise<void> {
    return this.load('more', async () => {
      const asked = this.screen.get().whole;
      const page = await this.api.page(asked.order, asked.nextCursor);
      this.screen.update((screen) => {
        // Another order was chosen meanwhile.
        if (screen.whole.nextCursor !== asked.nextCursor) return screen;
        return { ...screen, whole: withPage(screen.whole, page) };
      });
    });
  }

  showReplies(parentId: string): Promise<void> {
    return this.load(parentId, async () => {
      const page = await this.api.replies(parentId, branchOf(this.shown, parentId).loaded.at(-1));
      this.change((conversation) => (conversation.comments.has(parentId) ? withReplies(conversation, page) : conversation));
    });
  }

  /** Shows one comment with what it answers. */
  openPart(id: string): Promise<void> {
    return this.load('part', async () => {
      const found = await this.api.permalink(id);
      this.screen.update((screen) => ({
        ...screen,
        part: this.fresh(conversationFromPermalink(found, screen.whole.order, screen.whole.knownUntil)),
      }));
    });
  }

  closePart(): void {
    this.screen.patch({ part: null });
  }

  /** Shows what waited: top-level comments, or the replies to a comment. */
  showWaiting(parentId: string | null): void {
    this.change((conversation) => withWaitingShown(conversation, parentId));
  }

  applyChanges(changes: readonly CommentView[], state: ThreadState, shownAuthorId: string | null): void {
    this.change((conversation) => withChanges(conversation, { changes, state, shownAuthorId }));
  }

  applyOwn(comment: PublishedComment, state: ThreadState): void {
    this.change((conversation) => {
      const isInSight = comment.parentId === null ? conversation.permalink === null : conversation.comments.has(comment.parentId);
      return isInSight || conversation.comments.has(comment.id) ? withOwn(conversation, comment, state) : conversation;
    });
  }

  applyView(comment: VisibleComment): void {
    this.change((conversation) => {
      return conversation.comments.has(comment.id) ? withComments(conversation, [comment], conversation.state) : conversation;
    });
  }

  /** Asks how a comment looks now, or whether it is still there. */
  async refresh(id: string): Promise<void> {
    const known = this.find(id);
    try {
      this.applyView((await this.api.permalink(id)).comment);
    } catch (error) {
      const isGone = error instanceof Refusal && error.status === 404;
      if (isGone && known) this.applyChanges([{ state: 'gone', id, seq: known.seq + 1 }], this.shown.state, null);
    }
  }

  /** Reads all anew: too much has happened to follow it. */
  async reload(): Promise<void> {
    const { whole, part } = this.screen.get();
    await this.sortBy(whole.order);
    if (part?.permalink) await this.openPart(part.permalink.id);
  }

  private change(change: (conversation: Conversation) => Conversation): void {
    this.screen.update((screen) => ({ ...screen, whole: change(screen.whole), part: screen.part && change(screen.part) }));
  }

  /** What went away while the answer was under way stays away. */
  private fresh(conversation: Conversation): Conversation {
    const changes = [...this.shown.gone].map(([id, seq]) => ({ state: 'gone' as const, id, seq }));
    return withChanges(conversation, { changes, state: this.screen.get().whole.state, shownAuthorId: null });
  }

  private async load(name: string, read: () => Promise<void>): Promise<void> {
    if (this.screen.get().loading.has(name)) return;
    this.screen.update((screen) => ({ ...screen, loading: withName(screen.loading, name), failed: withoutName(screen.failed, name) }));
    try {
      await read();
    } catch {
      this.screen.update((screen) => ({ ...screen, failed: withName(screen.failed, name) }));
    } finally {
      this.screen.update((screen) => ({ ...screen, loading: withoutName(screen.loading, name) }));
    }
  }
}

function withName(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  return new Set(names).add(name);
}

function withoutName(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  return new Set([...names].filter((other) => other !== name));
}
