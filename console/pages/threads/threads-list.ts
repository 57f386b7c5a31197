import { createStore } from 'zustand/vanilla';
import type { ThreadInConsole } from '../../../contract/thread-settings';
import { type Problem, problemOf } from './problem';
import type { ThreadsApi } from './threads-api';

export interface ThreadsListState {
  phase: 'loading' | 'ready';
  text: string;
  threads: readonly ThreadInConsole[];
  nextCursor: string | null;
  problem: Problem | null;
}

const pauseMilliseconds = 200;

/** The threads of a site, or those that are looked for. */
export class ThreadsList {
  readonly store = createStore<ThreadsListState>(() => ({ phase: 'loading', text: '', threads: [], nextCursor: null, problem: null }));
  private asked = 0;
  private pause?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly api: Pick<ThreadsApi, 'list'>,
    private readonly siteKey: string,
  ) {}

  /** Once nobody has typed for a moment. */
  search(text: string): void {
    this.store.setState({ text });
    clearTimeout(this.pause);
    this.pause = setTimeout(() => void this.load(), pauseMilliseconds);
  }

  /** From the beginning. */
  load(): Promise<void> {
    return this.ask(null);
  }

  async loadMore(): Promise<void> {
    const { nextCursor } = this.store.getState();
    if (nextCursor !== null) await this.ask(nextCursor);
  }

  /** Of several questions under way the last one counts. What moved up meanwhile stays where it is. */
  private async ask(cursor: string | null): Promise<void> {
    this.asked += 1;
    const question = this.asked;
    try {
      const page = await this.api.list(this.siteKey, this.store.getState().text, cursor);
      if (question !== this.asked) return;
      const before = cursor === null ? [] : this.store.getState().threads;
      const known = new Set(before.map(({ id }) => id));
      const threads = [...before, ...page.threads.filter(({ id }) => !known.has(id))];
      this.store.setState({ phase: 'ready', threads, nextCursor: page.nextCursor, problem: null });
    } catch (error) {
      if (question === this.asked) this.store.setState({ phase: 'ready', problem: problemOf(error) });
    }
  }
}
