import { createStore } from 'zustand/vanilla';
import type { PublishedComment } from '../../../contract/conversation';
import { type Problem, problemOf } from './problem';
import type { Listed } from './texts';
import type { ThreadsApi } from './threads-api';

export interface ThreadCommentsState {
  phase: 'loading' | 'ready';
  listed: Listed;
  comments: readonly PublishedComment[];
  nextCursor: string | null;
  problem: Problem | null;
}

/** What is published in a thread, for an editor to pick from. */
export class ThreadComments {
  readonly store = createStore<ThreadCommentsState>(() => ({
    phase: 'loading',
    listed: 'picks',
    comments: [],
    nextCursor: null,
    problem: null,
  }));
  private asked = 0;

  constructor(
    private readonly api: Pick<ThreadsApi, 'comments' | 'turnPick'>,
    private readonly threadId: string,
  ) {}

  show(listed: Listed): Promise<void> {
    this.store.setState({ listed, phase: 'loading', comments: [], nextCursor: null, problem: null });
    return this.ask(null);
  }

  async showMore(): Promise<void> {
    const { nextCursor } = this.store.getState();
    if (nextCursor !== null) await this.ask(nextCursor);
  }

  /** Picks what is no pick, and takes a pick back; it stays in the list, so that it can be picked again. */
  async toggle(comment: PublishedComment): Promise<void> {
    const { id } = comment;
    this.store.setState({ problem: null });
    try {
      const { pickedAt } = await this.api.turnPick(comment);
      this.store.setState(({ comments }) => ({ comments: comments.map((each) => (each.id === id ? { ...each, pickedAt } : each)) }));
    } catch (error) {
      const problem = problemOf(error);
      if (problem.kind === 'changed' || problem.kind === 'gone') await this.ask(null);
      this.store.setState({ problem: problem.kind === 'gone' ? { kind: 'changed' } : problem });
    }
  }

  /** Of several questions under way the last one counts. */
  private async ask(cursor: string | null): Promise<void> {
    this.asked += 1;
    const question = this.asked;
    try {
      const page = await this.api.comments(this.threadId, this.store.getState().listed, cursor);
      if (question !== this.asked) return;
      const published = page.comments.filter((comment) => comment.state === 'published');
      const before = cursor === null ? [] : this.store.getState().comments;
      const known = new Set(before.map(({ id }) => id));
      const comments = [...before, ...published.filter(({ id }) => !known.has(id))];
      this.store.setState({ phase: 'ready', comments, nextCursor: page.nextCursor });
    } catch (error) {
      if (question === this.asked) this.store.setState({ phase: 'ready', problem: problemOf(error) });
    }
  }
}
