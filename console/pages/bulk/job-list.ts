import { createStore } from 'zustand/vanilla';
import type { BulkView } from '../../../contract/bulk';
import type { BulkApi } from '../../bulk/bulk-api';
import { isAtWork } from '../../bulk/job';
import type { Session } from '../../session/session';
import { type PageProblem, pageProblemOf } from '../page-problem';

export interface JobListState {
  phase: 'loading' | 'ready' | 'failed';
  jobs: readonly BulkView[];
  /** Ids of those that are being paused, resumed or undone. */
  changing: ReadonlySet<string>;
  /** Why the last look failed: what is shown may be old. */
  lookProblem: PageProblem | null;
  /** Why the last change was not made. */
  problem: PageProblem | null;
}

/** The newest jobs of a site, as they stand. */
export class JobList {
  readonly store = createStore<JobListState>(() => ({ phase: 'loading', jobs: [], changing: new Set(), lookProblem: null, problem: null }));
  private isLooking = false;
  private isLookDue = false;
  /** What was asked before is older than what is shown. */
  private changes = 0;

  constructor(
    private readonly api: Pick<BulkApi, 'list' | 'change'>,
    private readonly session: Pick<Session, 'keepGoing'>,
  ) {}

  get isMoving(): boolean {
    return this.store.getState().jobs.some(isAtWork);
  }

  /** What is shown stays until the answer is there. While something is asked, one look after it. */
  async look(): Promise<void> {
    this.isLookDue = this.isLooking;
    if (this.isLooking) return;
    this.isLooking = true;
    const { changes } = this;
    try {
      const jobs = await this.session.keepGoing(() => this.api.list());
      if (changes === this.changes) this.store.setState({ phase: 'ready', jobs, lookProblem: null });
    } catch (error) {
      const lookProblem = pageProblemOf(error);
      this.store.setState(({ phase }) => ({ phase: phase === 'ready' ? 'ready' : 'failed', lookProblem }));
    } finally {
      this.isLooking = false;
    }
    if (this.isLookDue) await this.look();
  }

  async tryAgain(): Promise<void> {
    this.store.setState(({ phase }) => ({ phase: phase === 'failed' ? 'loading' : phase }));
    await this.look();
  }

  async change(id: string, what: 'pause' | 'resume' | 'undo'): Promise<void> {
    if (this.store.getState().changing.has(id)) return;
    this.noteChanging(id, 'begun');
    this.store.setState({ problem: null });
    try {
      const changed = await this.session.keepGoing(() => this.api.change(id, what));
      this.changes += 1;
      this.store.setState(({ jobs }) => ({ jobs: jobs.map((job) => (job.id === id ? changed : job)) }));
    } catch (error) {
      this.store.setState({ problem: pageProblemOf(error) });
    } finally {
      this.noteChanging(id, 'over');
    }
  }

  private noteChanging(id: string, when: 'begun' | 'over'): void {
    const others = [...this.store.getState().changing].filter((other) => other !== id);
    this.store.setState({ changing: new Set(when === 'begun' ? [...others, id] : others) });
  }
}
