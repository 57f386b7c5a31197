import { createStore } from 'zustand/vanilla';
import type { AuthorView } from '../../../contract/conversation';
import type { DecidedStatus, DecisionFilter, DecisionRecord } from '../../../contract/decision-records';
import type { Session } from '../../session/session';
import { type PageProblem, pageProblemOf } from '../page-problem';
import { startOfDay } from '../start-of-day';
import type { DecisionsApi } from './decisions-api';

/** What somebody chose to see; days as a date field has them, in their own time. */
export interface ChosenFilter {
  by: string;
  to: DecidedStatus | '';
  firstDay: string;
  lastDay: string;
}

export interface DecisionListState {
  phase: 'loading' | 'ready' | 'failed';
  chosen: ChosenFilter;
  decisions: readonly DecisionRecord[];
  nextCursor: string | null;
  /** Everybody who decided something that was shown. */
  deciders: readonly AuthorView[];
  isUnderWay: boolean;
  problem: PageProblem | null;
}

const everything: ChosenFilter = { by: '', to: '', firstDay: '', lastDay: '' };

/** The record of one site as far as it was read, the newest first. */
export class DecisionList {
  readonly store;
  /** Of several questions under way the last counts. */
  private asked = 0;

  constructor(
    private readonly api: Pick<DecisionsApi, 'page'>,
    private readonly session: Pick<Session, 'keepGoing'>,
    /** Who looks: they can always ask for their own. */
    me: AuthorView,
  ) {
    this.store = createStore<DecisionListState>(() => ({
      phase: 'loading',
      chosen: everything,
      decisions: [],
      nextCursor: null,
      deciders: [me],
      isUnderWay: false,
      problem: null,
    }));
  }

  get filter(): DecisionFilter {
    return filterOf(this.store.getState().chosen);
  }

  async choose(chosen: Partial<ChosenFilter>): Promise<void> {
    this.store.setState((state) => ({ chosen: { ...state.chosen, ...chosen } }));
    await this.load();
  }

  /** From the newest on. What is shown stays until the answer is there. */
  async load(): Promise<void> {
    await this.read(null);
  }

  async showMore(): Promise<void> {
    const { nextCursor, isUnderWay } = this.store.getState();
    if (nextCursor !== null && !isUnderWay) await this.read(nextCursor);
  }

  private async read(cursor: string | null): Promise<void> {
    this.asked += 1;
    const { asked } = this;
    this.store.setState(({ phase }) => ({ isUnderWay: true, problem: null, phase: phase === 'failed' ? 'loading' : phase }));
    try {
      const page = await this.session.keepGoing(() => this.api.page(this.filter, cursor));
      if (asked !== this.asked) return;
      this.store.setState(({ decisions: known, deciders }) => {
        const decisions = cursor === null ? page.decisions : [...known, ...page.decisions];
        return { phase: 'ready', isUnderWay: false, decisions, nextCursor: page.nextCursor, deciders: withDeciders(deciders, decisions) };
      });
    } catch (error) {
      const problem = pageProblemOf(error);
      if (asked === this.asked)
        this.store.setState(({ phase }) => ({ isUnderWay: false, problem, phase: phase === 'ready' ? 'ready' : 'failed' }));
    }
  }
}

function withDeciders(known: readonly AuthorView[], decisions: readonly DecisionRecord[]): AuthorView[] {
  return [...new Map([...known, ...decisions.map(({ decidedBy }) => decidedBy)].map((decider) => [decider.id, decider])).values()];
}

/** Days as moments: from the beginning of the first to the end of the last. */
export function filterOf({ by, to, firstDay, lastDay }: ChosenFilter): DecisionFilter {
  const from = startOfDay(firstDay, 0);
  const until = startOfDay(lastDay, 1);
  return { ...(by && { by }), ...(to && { to }), ...(from && { from }), ...(until && { until }) };
}
