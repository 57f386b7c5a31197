import { createStore } from 'zustand/vanilla';
import type { MakeWordListRequest, ScreeningSettings, ScreeningView } from '../../../contract/screening';
import type { Session } from '../../session/session';
import type { RulesApi } from './rules-api';
import { changedSettings, type SettingName, type Typed } from './settings-form';
import { type RulesTrouble, troubleOf } from './trouble';

export interface RulesState {
  phase: 'loading' | 'failed' | 'ready';
  view: ScreeningView | null;
  /** Until it is saved, whatever happens meanwhile. */
  typed: Typed;
  isUnderWay: boolean;
  trouble: RulesTrouble | null;
}

/** The rules of a site, and what somebody changes in its settings. */
export class Rules {
  readonly store = createStore<RulesState>(() => ({ phase: 'loading', view: null, typed: {}, isUnderWay: false, trouble: null }));

  constructor(
    readonly api: RulesApi,
    readonly session: Pick<Session, 'keepGoing'>,
  ) {}

  get changed(): Partial<ScreeningSettings> {
    const { view, typed } = this.store.getState();
    return view === null ? {} : changedSettings(view.settings, typed);
  }

  /** What is there stays while it is asked for again. */
  async load(): Promise<void> {
    try {
      const view = await this.session.keepGoing(() => this.api.rules());
      this.store.setState({ phase: 'ready', view });
    } catch (error) {
      const trouble = troubleOf(error);
      this.store.setState(({ view }) => ({ phase: view === null ? 'failed' : 'ready', trouble }));
    }
  }

  type(name: SettingName, text: string): void {
    this.store.setState(({ typed }) => ({ typed: { ...typed, [name]: text }, trouble: null }));
  }

  /** As they are on. */
  forgetTyped(): void {
    this.store.setState({ typed: {}, trouble: null });
  }

  /** Typed meanwhile may be more. */
  forgetWhatIsOn(): void {
    const { changed } = this;
    const isMore = ([name]: [string, string]): boolean => name in changed;
    this.store.setState(({ typed }) => ({ typed: Object.fromEntries(Object.entries(typed).filter(isMore)) }));
  }

  /** Without trying it. */
  async save(): Promise<void> {
    const version = this.store.getState().view?.version;
    await this.during(async () => {
      await this.session.keepGoing(() => this.api.changeSettings({ ...this.changed, version }));
      await this.load();
      this.forgetWhatIsOn();
    });
  }

  /** @returns its id, where it was made */
  async makeList(request: MakeWordListRequest): Promise<string | undefined> {
    return this.during(async () => {
      const { id } = await this.session.keepGoing(() => this.api.makeList(request));
      await this.load();
      return id;
    });
  }

  private async during<Answer>(work: () => Promise<Answer>): Promise<Answer | undefined> {
    if (this.store.getState().isUnderWay) return undefined;
    this.store.setState({ isUnderWay: true, trouble: null });
    try {
      return await work();
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble.kind === 'rulesChanged') await this.load();
      this.store.setState({ trouble });
      return undefined;
    } finally {
      this.store.setState({ isUnderWay: false });
    }
  }
}
