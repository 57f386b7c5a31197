import { createStore } from 'zustand/vanilla';
import { limits } from '../../../contract/limits';
import type { TriedList } from '../../../contract/replays';
import type { ChangeWordListRequest, ListOutcome, WordListWithTerms } from '../../../contract/screening';
import type { Rules } from './rules';
import { linesOf } from './settings-form';
import { inBatches } from './term-batches';
import { type RulesTrouble, troubleOf } from './trouble';

export interface OpenListState {
  phase: 'loading' | 'failed' | 'ready';
  list: WordListWithTerms | null;
  search: string;
  /** Words to add, one a line. */
  added: string;
  removed: ReadonlySet<string>;
  outcome: ListOutcome | null;
  isUnderWay: boolean;
  trouble: RulesTrouble | null;
}

const nothingTyped = { added: '', removed: new Set<string>(), outcome: null };

/** One word list, and what somebody changes in it. */
export class OpenList {
  readonly store = createStore<OpenListState>(() => ({
    phase: 'loading',
    list: null,
    search: '',
    ...nothingTyped,
    isUnderWay: false,
    trouble: null,
  }));

  constructor(
    private readonly rules: Rules,
    readonly id: string,
  ) {}

  /** What differs from the list as it is. */
  get change(): Required<Pick<ChangeWordListRequest, 'add' | 'remove'>> & Pick<ChangeWordListRequest, 'outcome'> {
    const { list, added, removed, outcome } = this.store.getState();
    const there = new Set(list?.terms);
    return {
      add: linesOf(added).filter((term) => !there.has(term)),
      remove: [...removed].filter((term) => there.has(term)),
      ...(outcome !== null && outcome !== list?.outcome && { outcome }),
    };
  }

  get isChanged(): boolean {
    const { add, remove, outcome } = this.change;
    return add.length > 0 || remove.length > 0 || outcome !== undefined;
  }

  async load(): Promise<void> {
    try {
      const list = await this.rules.session.keepGoing(() => this.rules.api.list(this.id));
      this.store.setState({ phase: 'ready', list });
    } catch (error) {
      const trouble = troubleOf(error);
      this.store.setState(({ list }) => ({ phase: list === null ? 'failed' : 'ready', trouble }));
    }
  }

  type(typed: Partial<Pick<OpenListState, 'search' | 'added' | 'outcome'>>): void {
    this.store.setState({ ...typed, trouble: null });
  }

  /** To be taken out, or not after all. */
  toggle(term: string): void {
    this.store.setState(({ removed }) => {
      const next = new Set(removed);
      if (!next.delete(term)) next.add(term);
      return { removed: next, trouble: null };
    });
  }

  /** Typed meanwhile may be more. */
  forgetWhatIsThere(): void {
    const { add, remove, outcome = null } = this.change;
    this.store.setState({ added: add.join('\n'), removed: new Set(remove), outcome });
  }

  forgetTyped(): void {
    this.store.setState({ ...nothingTyped, trouble: null });
  }

  /** In as many parts as it takes; what was taken is not typed any more, so that it can go on after a refusal. */
  async save(): Promise<boolean> {
    return this.during(() => this.saveAll());
  }

  async switchOff(): Promise<boolean> {
    return this.during(() => this.send({ isOn: false }));
  }

  /** What would be tried: a list that is off as if it were on, with what is typed saved before, which changes nothing yet. */
  async prepareTrial(): Promise<TriedList | undefined> {
    const { list } = this.store.getState();
    if (list === null) return undefined;
    if (list.isOn) {
      const { add, remove } = this.change;
      if (Math.max(add.length, remove.length) <= limits.screening.maxTermsAtOnce) return { id: this.id, ...this.change };
      this.store.setState({ trouble: { kind: 'tooManyToTry' } });
      return undefined;
    }
    return (await this.save()) ? { id: this.id, isOn: true } : undefined;
  }

  private async saveAll(): Promise<void> {
    const { add, remove, outcome } = this.change;
    for (const batch of inBatches(remove)) await this.send({ remove: batch });
    for (const batch of inBatches(add)) await this.send({ add: batch });
    if (outcome !== undefined) await this.send({ outcome });
  }

  private async send(request: ChangeWordListRequest): Promise<void> {
    const list = await this.rules.session.keepGoing(() => this.rules.api.changeList(this.id, request));
    this.store.setState({ list });
    this.forgetWhatIsThere();
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
