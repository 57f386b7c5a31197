import { createStore } from 'zustand/vanilla';
import type { CommentCount, CommentFilter, FoundComment, Gap } from '../../../contract/search';
import type { Session } from '../../session/session';
import { type PageProblem, pageProblemOf } from '../page-problem';
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

/** Comments of a site that a filter matches, newest first, as far as they were read; one in focus. They stay as they were found. */
export class FoundComments {
  readonly store;
  /** Of several questions under way the last counts. */
  private asked = 0;

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
    const reading = this.read(filter, null);
    await Promise.all([reading, this.countAll(filter, this.asked)]);
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
    this.store.setState(({ comments }) => ({
      comments: comments.map((comment) => (comment.id === id ? { ...comment, ...known } : comment)),
    }));
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
        comments: cursor === null ? page.comments : [...known, ...page.comments],
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

  /** Nobody needs the number to go on. */
  private async countAll(filter: CommentFilter, asked: number): Promise<void> {
    this.store.setState({ count: null });
    const count = await this.session.keepGoing(() => this.api.count(filter)).catch(() => null);
    if (asked === this.asked || filter === this.store.getState().filter) this.store.setState({ count });
  }
}
