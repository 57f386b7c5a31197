import { createStore } from 'zustand/vanilla';
import type { ReplayProposal, ReplayWithExamples } from '../../../contract/replays';
import type { Rules } from './rules';
import { type RulesTrouble, troubleOf } from './trouble';

export interface TrialState {
  /** The last change that was tried on the site; null where there was none, or it is not known yet. */
  replay: ReplayWithExamples | null;
  /** The one that was switched on here. */
  switchedOnId: string | null;
  isUnderWay: boolean;
  trouble: RulesTrouble | null;
}

const lookAgainMilliseconds = 1_000;

/** A change of the rules that is tried before it is switched on. */
export class Trial {
  readonly store = createStore<TrialState>(() => ({ replay: null, switchedOnId: null, isUnderWay: false, trouble: null }));
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isWatched = false;

  constructor(
    private readonly rules: Rules,
    private readonly pauseMilliseconds = lookAgainMilliseconds,
  ) {}

  /** Looks how far it is, every second while it runs, until what it returns is called. */
  watch(): () => void {
    this.isWatched = true;
    void this.find();
    return () => {
      this.isWatched = false;
      clearTimeout(this.timer);
    };
  }

  async begin(proposal: ReplayProposal): Promise<void> {
    const version = this.rules.store.getState().view?.version;
    await this.during(async () => {
      const { id } = await this.rules.session.keepGoing(() => this.rules.api.beginReplay({ ...proposal, version }));
      await this.read(id);
    });
  }

  async cancel(): Promise<void> {
    const { replay } = this.store.getState();
    if (replay === null) return;
    await this.during(async () => {
      await this.rules.session.keepGoing(() => this.rules.api.cancelReplay(replay.id));
      await this.read(replay.id);
    });
  }

  /** What was tried, where the rules are still those it was tried with. @returns whether it is on now */
  async switchOn(): Promise<boolean> {
    const { replay } = this.store.getState();
    if (replay === null) return false;
    const { proposal, version, id } = replay;
    return this.during(async () => {
      const { api, session } = this.rules;
      let now = version;
      if (proposal.list !== undefined) {
        const { id: listId, ...change } = proposal.list;
        now = (await session.keepGoing(() => api.changeList(listId, { ...change, version }))).version;
      }
      if (proposal.settings !== undefined) await session.keepGoing(() => api.changeSettings({ ...proposal.settings, version: now }));
      this.store.setState({ switchedOnId: id });
    });
  }

  private async find(): Promise<void> {
    try {
      const { replays } = await this.rules.session.keepGoing(() => this.rules.api.replays());
      if (replays[0] !== undefined) await this.read(replays[0].id);
    } catch (error) {
      this.store.setState({ trouble: troubleOf(error) });
    }
  }

  private async read(id: string): Promise<void> {
    const replay = await this.rules.session.keepGoing(() => this.rules.api.replay(id));
    this.store.setState({ replay, trouble: null });
    clearTimeout(this.timer);
    if (replay.endedAt === null && this.isWatched) this.timer = setTimeout(() => void this.readAgain(id), this.pauseMilliseconds);
  }

  /** A look that fails is followed by another: the replay goes on without it. */
  private async readAgain(id: string): Promise<void> {
    try {
      await this.read(id);
    } catch (error) {
      this.store.setState({ trouble: troubleOf(error) });
      if (this.isWatched) this.timer = setTimeout(() => void this.readAgain(id), this.pauseMilliseconds);
    }
  }

  private async during(work: () => Promise<void>): Promise<boolean> {
    if (this.store.getState().isUnderWay) return false;
    this.store.setState({ isUnderWay: true, trouble: null });
    try {
      await work();
      return true;
    } catch (error) {
      this.store.setState({ trouble: troubleOf(error) });
      return false;
    } finally {
      await this.rules.load();
      this.store.setState({ isUnderWay: false });
    }
  }
}
