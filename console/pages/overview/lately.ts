import { createStore } from 'zustand/vanilla';
import type { Overview, OverviewDays } from '../../../contract/overview';
import type { Session } from '../../session/session';
import { type PageProblem, pageProblemOf } from '../page-problem';
import type { OverviewApi } from './overview-api';

export interface LatelyState {
  phase: 'loading' | 'ready' | 'failed';
  days: OverviewDays;
  overview: Overview | null;
  problem: PageProblem | null;
}

/** How one site went over the days that were chosen. */
export class Lately {
  readonly store = createStore<LatelyState>(() => ({ phase: 'loading', days: 7, overview: null, problem: null }));

  constructor(
    private readonly api: Pick<OverviewApi, 'read'>,
    private readonly session: Pick<Session, 'keepGoing'>,
  ) {}

  async choose(days: OverviewDays): Promise<void> {
    this.store.setState({ days });
    await this.load();
  }

  /** What is shown stays until the answer is there. */
  async load(): Promise<void> {
    const { days } = this.store.getState();
    this.store.setState(({ overview }) => ({ problem: null, phase: overview === null ? 'loading' : 'ready' }));
    try {
      const overview = await this.session.keepGoing(() => this.api.read(days));
      if (this.store.getState().days === days) this.store.setState({ overview, phase: 'ready' });
    } catch (error) {
      const problem = pageProblemOf(error);
      this.store.setState(({ overview }) => ({ problem, phase: overview === null ? 'failed' : 'ready' }));
    }
  }
}
