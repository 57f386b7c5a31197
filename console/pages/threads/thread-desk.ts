import { createStore } from 'zustand/vanilla';
import type { ThreadInConsole, ThreadSettings } from '../../../contract/thread-settings';
import { type Problem, problemOf } from './problem';
import type { ThreadsApi } from './threads-api';

export type SettingName = keyof ThreadSettings;

export interface ThreadDeskState {
  thread: ThreadInConsole | null;
  /** What was changed and not saved yet. */
  draft: Partial<ThreadSettings>;
  /** What of it somebody else has set since. */
  setMeanwhile: readonly SettingName[];
  saving: 'no' | 'underWay' | 'done';
  problem: Problem | null;
}

const nothingTyped = { draft: {}, setMeanwhile: [], saving: 'no', problem: null } as const;

/** The settings of one thread. */
export class ThreadDesk {
  readonly store = createStore<ThreadDeskState>(() => ({ thread: null, ...nothingTyped }));
  private asked = 0;

  constructor(
    private readonly api: Pick<ThreadsApi, 'read' | 'change'>,
    private readonly id: string,
  ) {}

  /** What was typed stays. While it is being saved, that is what tells how the thread is. */
  async load(): Promise<void> {
    if (this.store.getState().saving === 'underWay') return;
    this.asked += 1;
    const question = this.asked;
    this.store.setState({ saving: 'no', problem: null });
    try {
      const thread = await this.api.read(this.id);
      if (question === this.asked) this.take(thread);
    } catch (error) {
      const problem = problemOf(error);
      if (question === this.asked) this.store.setState({ problem, ...(problem.kind === 'gone' && { thread: null }) });
    }
  }

  /** What is as it was is not changed. */
  edit(change: Partial<ThreadSettings>): void {
    const { thread, draft, setMeanwhile, saving } = this.store.getState();
    if (thread === null) return;
    const changed = Object.entries({ ...draft, ...change }).filter(([name, value]) => thread[name as SettingName] !== value);
    const left: Partial<ThreadSettings> = Object.fromEntries(changed);
    this.store.setState({
      draft: left,
      setMeanwhile: setMeanwhile.filter((name) => name in left),
      saving: saving === 'underWay' ? saving : 'no',
    });
  }

  /** As it is set. */
  forgetTyped(): void {
    if (this.store.getState().saving !== 'underWay') this.store.setState(nothingTyped);
  }

  get mayBeSaved(): boolean {
    const { draft, saving } = this.store.getState();
    return saving !== 'underWay' && Object.keys(draft).length > 0;
  }

  /** What somebody else has set since is told first. What is typed while it is being saved stays a draft. */
  async save(): Promise<void> {
    if (!this.mayBeSaved) return;
    this.asked += 1;
    this.store.setState({ saving: 'underWay', problem: null });
    try {
      const isToldFirst = this.take(await this.api.read(this.id));
      const { draft: sent } = this.store.getState();
      if (!isToldFirst && Object.keys(sent).length > 0) this.takeSaved(sent, await this.api.change(this.id, sent));
      const { draft } = this.store.getState();
      this.store.setState({ saving: Object.keys(draft).length > 0 ? 'no' : 'done' });
    } catch (error) {
      this.store.setState({ saving: 'no', problem: problemOf(error) });
    }
  }

  /** @returns whether somebody else has set what is typed here, and otherwise */
  private take(thread: ThreadInConsole): boolean {
    const { thread: known, draft, setMeanwhile } = this.store.getState();
    const isNew = (name: SettingName): boolean => known !== null && ![known[name], draft[name]].includes(thread[name]);
    const found = (Object.keys(draft) as SettingName[]).filter(isNew);
    this.store.setState({ thread, setMeanwhile: [...new Set([...setMeanwhile, ...found])] });
    this.edit({});
    return found.length > 0;
  }

  private takeSaved(sent: Partial<ThreadSettings>, thread: ThreadInConsole): void {
    const { thread: known, draft } = this.store.getState();
    const shown = { ...known, ...draft };
    const names = Object.keys({ ...sent, ...draft }) as SettingName[];
    const typedSince = names.filter((name) => shown[name] !== sent[name]).map((name) => [name, shown[name]]);
    this.store.setState({ thread, draft: {}, setMeanwhile: [] });
    this.edit(Object.fromEntries(typedSince));
  }
}
