import { createStore } from 'zustand/vanilla';
import type { ScorerView, SetScorerRequest } from '../../../contract/scorer';
import type { Rules } from './rules';
import { type RulesTrouble, troubleOf } from './trouble';

/** What stands in the fields; numbers as they are typed. */
export type TypedScorer = Pick<ScorerView, 'isOn' | 'url' | 'whenUnreachable'> & { secret: string; holdFrom: string; timeLimit: string };

export interface ScorerFormState {
  isKnown: boolean;
  scorer: ScorerView | null;
  typed: Partial<TypedScorer>;
  isUnderWay: boolean;
  trouble: RulesTrouble | null;
}

const atFirst: TypedScorer = { isOn: true, url: '', whenUnreachable: 'publish', secret: '', holdFrom: '0.8', timeLimit: '1000' };

/** The outside service that scores the texts of a site. */
export class ScorerForm {
  readonly store = createStore<ScorerFormState>(() => ({ isKnown: false, scorer: null, typed: {}, isUnderWay: false, trouble: null }));

  constructor(private readonly rules: Rules) {}

  async load(): Promise<void> {
    try {
      const { scorer } = await this.rules.session.keepGoing(() => this.rules.api.scorer());
      this.store.setState({ scorer, isKnown: true });
    } catch (error) {
      this.store.setState({ trouble: troubleOf(error) });
    }
  }

  type(typed: Partial<TypedScorer>): void {
    this.store.setState((before) => ({ typed: { ...before.typed, ...typed }, trouble: null }));
  }

  async save(): Promise<void> {
    const { scorer, typed } = this.store.getState();
    const { isOn, url, whenUnreachable, secret, holdFrom, timeLimit } = shownScorer(scorer, typed);
    const request: SetScorerRequest = {
      isOn,
      url: url.trim(),
      whenUnreachable,
      holdFrom: Number(holdFrom),
      timeLimitMilliseconds: Number(timeLimit),
      ...(secret !== '' && { secret }),
    };
    await this.during(async () => {
      const answer = await this.rules.session.keepGoing(() => this.rules.api.setScorer(request));
      this.store.setState({ ...answer, typed: {} });
    });
  }

  async forget(): Promise<void> {
    await this.during(async () => {
      await this.rules.session.keepGoing(() => this.rules.api.deleteScorer());
      this.store.setState({ scorer: null, typed: {} });
    });
  }

  private async during(work: () => Promise<void>): Promise<void> {
    if (this.store.getState().isUnderWay) return;
    this.store.setState({ isUnderWay: true, trouble: null });
    try {
      await work();
      await this.rules.load();
    } catch (error) {
      this.store.setState({ trouble: troubleOf(error) });
    } finally {
      this.store.setState({ isUnderWay: false });
    }
  }
}

/** What is typed over what is on, or what makes a beginning. */
export function shownScorer(scorer: ScorerView | null, typed: Partial<TypedScorer>): TypedScorer {
  const { isOn, url, whenUnreachable, holdFrom, timeLimitMilliseconds } = scorer ?? {};
  const isThere = scorer !== null && { isOn, url, whenUnreachable, holdFrom: String(holdFrom), timeLimit: String(timeLimitMilliseconds) };
  return { ...atFirst, ...isThere, ...typed } as TypedScorer;
}
