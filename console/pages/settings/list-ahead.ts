import { createStore } from 'zustand/vanilla';
import type { Acts } from '../../queue/acts';
import type { Session } from '../../session/session';
import { type PageProblem, pageProblemOf } from '../page-problem';
import { type SettingsProblem, settingsProblemOf } from './settings-problem';

export interface ListAheadState<Item> {
  phase: 'loading' | 'ready' | 'failed';
  items: readonly Item[];
  /** Why they could not be read. */
  problem: PageProblem | null;
}

export type Step<Item> = (items: readonly Item[]) => readonly Item[];

export interface Desk {
  session: Pick<Session, 'keepGoing'>;
  acts: Pick<Acts, 'follow'>;
}

/** A list of the service: what is changed here is in it at once, and goes out of it again when the service refuses. */
export class ListAhead<Item> {
  readonly store = createStore<ListAheadState<Item>>(() => ({ phase: 'loading', items: [], problem: null }));
  /** By the service's word. */
  private confirmed: readonly Item[] = [];
  /** Sent, or waiting to be, and not answered yet. */
  private ahead: Step<Item>[] = [];
  /** What is asked is asked one after the other. */
  private line: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly read: () => Promise<readonly Item[]>,
    private readonly desk: Desk,
  ) {}

  async load(): Promise<void> {
    this.store.setState(({ phase }) => ({ problem: null, phase: phase === 'failed' ? 'loading' : phase }));
    try {
      this.confirmed = await this.inLine(this.read);
      this.store.setState({ phase: 'ready' });
      this.show();
    } catch (error) {
      const problem = pageProblemOf(error);
      this.store.setState(({ phase }) => ({ problem, phase: phase === 'ready' ? 'ready' : 'failed' }));
    }
  }

  /** `send` tells what the list is by the answer. @returns why it was not done; null when it was */
  async change(step: Step<Item>, send: () => Promise<Step<Item>>): Promise<SettingsProblem | null> {
    this.ahead.push(step);
    this.show();
    try {
      const answered = await this.desk.acts.follow(this.inLine(send));
      this.confirmed = answered(this.confirmed);
      return null;
    } catch (error) {
      return settingsProblemOf(error);
    } finally {
      this.ahead = this.ahead.filter((other) => other !== step);
      this.show();
    }
  }

  private inLine<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const asking = this.line.then(() => this.desk.session.keepGoing(work));
    this.line = asking.catch(() => undefined);
    return asking;
  }

  private show(): void {
    this.store.setState({ items: this.ahead.reduce((items, step) => step(items), this.confirmed) });
  }
}
