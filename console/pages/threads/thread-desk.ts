import { createStore } from 'zustand/vanilla';
import type { ThreadInConsole, ThreadSettings } from '../../../contract/thread-settings';
import { type Problem, problemOf } from './problem';
import type { ThreadsApi } from './threads-api';

export interface ThreadDeskState {
  thread: ThreadInConsole | null;
  /** What was changed and not saved yet. */
  draft: Partial<ThreadSettings>;
  saving: 'no' | 'underWay' | 'done';
  problem: Problem | null;
}

/** The settings of one thread. */
export class ThreadDesk {
  readonly store = createStore<ThreadDeskState>(() => ({ thread: null, draft: {}, saving: 'no', problem: null }));

  constructor(
    private readonly api: Pick<ThreadsApi, 'read' | 'change'>,
    private readonly id: string,
  ) {}

  async load(): Promise<void> {
    this.store.setState({ problem: null });
    try {
      this.store.setState({ thread: await this.api.read(this.id) });
    } catch (error) {
      this.store.setState({ problem: problemOf(error) });
    }
  }

  /** What is as it was is not changed. */
  edit(change: Partial<ThreadSettings>): void {
    const { thread, draft } = this.store.getState();
    if (thread === null) return;
    const changed = Object.entries({ ...draft, ...change }).filter(([name, value]) => thread[name as keyof ThreadSettings] !== value);
    this.store.setState({ draft: Object.fromEntries(changed), saving: 'no' });
  }

  get mayBeSaved(): boolean {
    const { draft, saving } = this.store.getState();
    return saving !== 'underWay' && Object.keys(draft).length > 0;
  }

  /** What is typed while it is being saved stays a draft. */
  async save(): Promise<void> {
    if (!this.mayBeSaved) return;
    const { draft: sent } = this.store.getState();
    this.store.setState({ saving: 'underWay', problem: null });
    try {
      const thread = await this.api.change(this.id, sent);
      const { draft } = this.store.getState();
      this.store.setState({ thread, draft: {}, saving: 'done' });
      if (draft !== sent) this.edit(draft);
    } catch (error) {
      this.store.setState({ saving: 'no', problem: problemOf(error) });
    }
  }
}
