import { createStore } from 'zustand/vanilla';
import type { CommentCount, CommentFilter, FoundComment, FoundPage, Gap } from '../../../contract/search';
import type { Session } from '../../session/session';
import { type PageProblem, pageProblemOf } from '../page-problem';
import { decidedAs, mergedFound } from './merged-found';
import type { SearchApi } from './search-api';
import { filterOf, type Wanted } from './search-query';

export interface FoundCommentsState {
  phase: 'loading' | 'ready' | 'failed';
  /** What is in the fields. */
  wanted: Wanted;
  /** What was found, by the filter it was found with. */
  filter: CommentFilter;
  comments: readonly FoundComment[];
  focusedId: string | null;
  nextCursor: string | null;
  gaps: readonly Gap[];
  /** Null while it is not known. */
  count: CommentCount | null;
  isUnderWay: boolean;
  problem: PageProblem | null;
}

const nearEnd = 10;
/** What is further down is looked at when it is searched for again. */
const mostPagesAgain = 5;

/** Comments of a site that a filter matches, newest first, as far as they were read; one in focus. They stay as they were found. */
export class FoundComments {
  readonly store;
  /** Of several questions under way the last counts. */
  private asked = 0;
  /** How often something here became known otherwise than by asking. */
  private puts = 0;
  /** Ids of what the service knows less of than what is shown. */
  private readonly ahead = new Set<readonly string[]>();
  private looking: Promise<void> = Promise.resolve();
  /** The look after the one that is under way. */
  private due: Promise<void> | null = null;

  constructor(
    private readonly api: Pick<SearchApi, 'comments' | 'count'>,
    private readonly session: Pick<Session, 'keepGoing'>,
    wanted: Wanted,
  ) {
    this.store = createStore<FoundCommentsState>(() => ({
      phase: 'loading',
      wanted,
      filter: filterOf(wanted),
      comments: [],
      focusedId: null,
      nextCursor: null,
      gaps: [],
      count: null,
      isUnderWay: false,
      problem: null,
    }));
  }

  get focused(): FoundComment | undefined {
    const { comments, focusedId } = this.store.getState();
    return comments.find(({ id }) => id === focusedId);
  }

  /** Into the fields; nothing is looked for yet. */
  write(wanted: Partial<Wanted>): void {
    this.store.setState((state) => ({ wanted: { ...state.wanted, ...wanted } }));
  }

  /** What the fields say. What is shown stays until the answer is there. */
  async search(): Promise<void> {
    const filter = filterOf(this.store.getState().wanted);
    this.store.setState({ count: null });
    const reading = this.read(filter, null);
    await Promise.all([reading, this.countAll(filter, reading)]);
  }

  async loadMore(): Promise<void> {
    const { filter, nextCursor, isUnderWay } = this.store.getState();
    if (nextCursor !== null && !isUnderWay) await this.read(filter, nextCursor);
  }

  focus(id: string): void {
    this.store.setState({ focusedId: id });
  }

  move(by: 1 | -1): void {
    const { comments, focusedId } = this.store.getState();
    const index = comments.findIndex(({ id }) => id === focusedId);
    const next = comments[index + by];
    if (next !== undefined) this.focus(next.id);
    if (comments.length - index <= nearEnd) void this.loadMore();
  }

  /** What is known of one by now, in its place. */
  put(id: string, known: Partial<FoundComment>): void {
    this.puts += 1;
    this.store.setState(({ comments }) => ({
      comments: comments.map((comment) => (comment.id === id ? { ...comment, ...known } : comment)),
    }));
  }

  /** They stay as they are shown, whatever the service lists: they are being decided on. Call what it returns when they are, or are not. */
  keepAhead(ids: readonly string[]): () => void {
    this.ahead.add(ids);
    return () => this.ahead.delete(ids);
  }

  /** What is shown as it is now: what the filter does not match any more leaves, but for what is being read. While one look is under way, one after it. */
  lookAgain(): Promise<void> {
    this.due ??= this.looking.then(() => {
      this.due = null;
      return this.look();
    });
    this.looking = this.due;
    return this.due;
  }

  /** Its text and what became of it, whether or not it is still what was looked for. */
  async readAnew(comment: FoundComment): Promise<void> {
    this.put(comment.id, (await this.readOne(comment)) ?? {});
  }

  private async look(): Promise<void> {
    const { filter, comments, phase } = this.store.getState();
    if (phase !== 'ready') return;
    const { puts } = this;
    const read = await this.readPages(filter, Math.max(comments.length, 1)).catch(() => null);
    if (read === null || filter !== this.store.getState().filter) return;
    if (puts !== this.puts) return void this.lookAgain();
    const { focused } = this;
    const ahead = new Set([...this.ahead].flat());
    const merged = mergedFound(this.store.getState(), read, { ahead, focusedId: focused?.id ?? null });
    this.store.setState(({ focusedId }) => ({ ...merged, gaps: read.gaps, focusedId: focusedId ?? merged.comments[0]?.id ?? null }));
    const hasLeft = focused !== undefined && !ahead.has(focused.id) && !read.comments.some(({ id }) => id === focused.id);
    const now = hasLeft ? await this.readOne(focused) : undefined;
    if (now !== undefined) this.put(now.id, decidedAs(now));
    await this.countAll(filter, Promise.resolve());
  }

  private async readOne({ id, author, thread, postedAt }: FoundComment): Promise<FoundComment | undefined> {
    const until = new Date(Date.parse(postedAt) + 1).toISOString();
    const filter = { reader: author.id, thread: thread.id, from: postedAt, until };
    const page = await this.session.keepGoing(() => this.api.comments(filter, null)).catch(() => null);
    return page?.comments.find((comment) => comment.id === id);
  }

  private async readPages(filter: CommentFilter, count: number): Promise<FoundPage> {
    const read: FoundPage = { comments: [], nextCursor: null, gaps: [] };
    for (let pages = 0; pages < mostPagesAgain && read.comments.length < count; pages += 1) {
      const page = await this.session.keepGoing(() => this.api.comments(filter, read.nextCursor));
      read.comments.push(...page.comments);
      read.nextCursor = page.nextCursor;
      read.gaps = page.gaps;
      if (page.nextCursor === null) break;
    }
    return read;
  }

  private async read(filter: CommentFilter, cursor: string | null): Promise<void> {
    this.asked += 1;
    const { asked } = this;
    this.store.setState(({ phase }) => ({ isUnderWay: true, problem: null, phase: phase === 'failed' ? 'loading' : phase }));
    try {
      const page = await this.session.keepGoing(() => this.api.comments(filter, cursor));
      if (asked !== this.asked) return;
      this.store.setState(({ comments: known, focusedId }) => ({
        phase: 'ready',
        filter,
        comments:
          cursor === null ? page.comments : [...known, ...page.comments.filter(({ id }) => !known.some((comment) => comment.id === id))],
        focusedId: cursor === null ? (page.comments[0]?.id ?? null) : (focusedId ?? page.comments[0]?.id ?? null),
        nextCursor: page.nextCursor,
        gaps: page.gaps,
        isUnderWay: false,
      }));
    } catch (error) {
      const problem = pageProblemOf(error);
      if (asked !== this.asked) return;
      this.store.setState(({ phase }) => ({ isUnderWay: false, problem, phase: phase === 'ready' ? 'ready' : 'failed' }));
    }
  }

  /** Nobody needs the number to go on. It is of what is shown: where its list was not read, it is none. */
  private async countAll(filter: CommentFilter, reading: Promise<void>): Promise<void> {
    const counting = this.session.keepGoing(() => this.api.count(filter)).catch(() => null);
    const [count] = await Promise.all([counting, reading]);
    if (filter === this.store.getState().filter) this.store.setState({ count });
  }
}
