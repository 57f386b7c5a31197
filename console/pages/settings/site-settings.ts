import { createStore } from 'zustand/vanilla';
import type { FollowingSettings } from '../../../contract/following';
import { limits } from '../../../contract/limits';
import type { ChangeReasonRequest, MakeReasonRequest, ReasonView } from '../../../contract/reasons';
import type { MacroView } from '../../../contract/sanctions';
import { type Desk, ListAhead, type Step } from './list-ahead';
import type { MacroText, SettingsApi } from './settings-api';
import type { SettingsProblem } from './settings-problem';

/** What was done last, and what came of it. */
export type Told =
  | { kind: 'added' | 'changed' | 'on' | 'off' | 'moved'; reason: Pick<ReasonView, 'key' | 'title'>; place: number }
  | { kind: 'listsPublic' | 'listsPrivate' }
  | { kind: 'macroAdded' | 'macroChanged' | 'macroDeleted' | 'macroBack'; name: string };

export interface SiteSettingsState {
  told: Told | null;
  /** Why the last change of a row was taken back; forms say their own. */
  problem: SettingsProblem | null;
  /** It can be put back. */
  deleted: MacroView | null;
}

/** The reasons, the texts and what is set of following on one site, as its editors change them. `onReasons` is called when what moderators choose among has changed. */
export class SiteSettings {
  readonly store = createStore<SiteSettingsState>(() => ({ told: null, problem: null, deleted: null }));
  readonly reasons: ListAhead<ReasonView>;
  readonly macros: ListAhead<MacroView>;
  /** One, as soon as it is known. */
  readonly following: ListAhead<FollowingSettings>;

  constructor(
    private readonly api: Pick<SettingsApi, keyof SettingsApi>,
    desk: Desk,
    private readonly onChange: () => void,
  ) {
    this.reasons = new ListAhead(() => api.reasons(), desk);
    this.macros = new ListAhead(() => api.macros(), desk);
    this.following = new ListAhead(async () => [await api.following()], desk);
  }

  async load(): Promise<void> {
    await Promise.all([this.reasons.load(), this.macros.load(), this.following.load()]);
  }

  /** On, where there is a number left for it. */
  async addReason(given: MakeReasonRequest): Promise<SettingsProblem | null> {
    const request = { ...given, isOn: !this.isFull };
    const shown: ReasonView = { id: crypto.randomUUID(), key: null, rule: null, isForReports: true, ...request };
    const adding = this.reasons.change(
      (items) => [...items, shown],
      async () => {
        const made = await this.api.addReason(request);
        return (items) => [...items, made];
      },
    );
    return this.tell(adding, { kind: 'added', reason: shown, place: this.numberOf(shown.id) });
  }

  async changeReason(reason: ReasonView, change: ChangeReasonRequest): Promise<SettingsProblem | null> {
    const changing = this.alter(reason, change);
    return this.tell(changing, { kind: 'changed', reason: { ...reason, ...change }, place: this.numberOf(reason.id) });
  }

  async toggle(reason: ReasonView): Promise<void> {
    const changing = this.alter(reason, { isOn: !reason.isOn });
    const told: Told = { kind: reason.isOn ? 'off' : 'on', reason, place: this.numberOf(reason.id) };
    this.store.setState({ problem: await this.tell(changing, told) });
  }

  async move(reason: ReasonView, by: 1 | -1): Promise<void> {
    const { items } = this.reasons.store.getState();
    const position = items.findIndex(({ id }) => id === reason.id) + by;
    if (position < 0 || position >= items.length) return;
    const changing = this.alter(reason, { position });
    this.store.setState({ problem: await this.tell(changing, { kind: 'moved', reason, place: position + 1 }) });
  }

  /** The digit by which moderators choose it; 0 where it has none. */
  numberOf(id: string): number {
    const { items } = this.reasons.store.getState();
    return items.filter(({ isOn }) => isOn).findIndex((reason) => reason.id === id) + 1;
  }

  /** Every number is taken. */
  get isFull(): boolean {
    return this.reasons.store.getState().items.filter(({ isOn }) => isOn).length >= limits.reason.maxOn;
  }

  async addMacro(macro: MacroText): Promise<SettingsProblem | null> {
    return this.tell(this.insertMacro(macro), { kind: 'macroAdded', name: macro.name });
  }

  async changeMacro({ id }: MacroView, macro: MacroText): Promise<SettingsProblem | null> {
    const changing = this.macros.change(
      (items) => inOrder(items.map((other) => (other.id === id ? { id, ...macro } : other))),
      async () => always(await this.api.changeMacro(id, macro)),
    );
    return this.tell(changing, { kind: 'macroChanged', name: macro.name });
  }

  async deleteMacro(macro: MacroView): Promise<void> {
    this.store.setState({ deleted: macro });
    const deleting = this.macros.change(
      (items) => items.filter(({ id }) => id !== macro.id),
      async () => always(await this.api.deleteMacro(macro.id)),
    );
    const problem = await this.tell(deleting, { kind: 'macroDeleted', name: macro.name });
    this.store.setState({ problem, ...(problem !== null && { deleted: null }) });
  }

  /** What was deleted last. */
  async putBack(): Promise<void> {
    const { deleted } = this.store.getState();
    if (deleted === null) return;
    const { name, text } = deleted;
    this.store.setState({ deleted: null });
    const problem = await this.tell(this.insertMacro({ name, text }), { kind: 'macroBack', name });
    this.store.setState({ problem, ...(problem !== null && { deleted }) });
  }

  /** Who follows whom, for everybody or for each reader alone. */
  async showLists(areListsPublic: boolean): Promise<void> {
    const changing = this.following.change(always([{ areListsPublic }]), async () =>
      always([await this.api.changeFollowing({ areListsPublic })]),
    );
    this.store.setState({ problem: await this.tell(changing, { kind: areListsPublic ? 'listsPublic' : 'listsPrivate' }) });
  }

  private insertMacro(macro: MacroText): Promise<SettingsProblem | null> {
    return this.macros.change(
      (items) => inOrder([...items, { id: crypto.randomUUID(), ...macro }]),
      async () => always(await this.api.addMacro(macro)),
    );
  }

  private alter({ id }: ReasonView, change: ChangeReasonRequest): Promise<SettingsProblem | null> {
    const step: Step<ReasonView> = (items) => altered(items, id, change);
    return this.reasons.change(step, async () => {
      await this.api.changeReason(id, change);
      return step;
    });
  }

  /** Told at once; what is refused is not told any more, and what is there by now is read. */
  private async tell(changing: Promise<SettingsProblem | null>, told: Told): Promise<SettingsProblem | null> {
    this.store.setState({ told, problem: null });
    const problem = await changing;
    if (problem === null) this.onChange();
    else {
      this.store.setState({ told: null });
      if (problem.kind === 'gone' || problem.kind === 'tooManyReasons') await this.load();
    }
    return problem;
  }
}

function altered(items: readonly ReasonView[], id: string, { position, ...change }: ChangeReasonRequest): readonly ReasonView[] {
  const index = items.findIndex((reason) => reason.id === id);
  const before = items[index];
  if (before === undefined) return items;
  return items.toSpliced(index, 1).toSpliced(position ?? index, 0, { ...before, ...change });
}

function inOrder(macros: readonly MacroView[]): readonly MacroView[] {
  return macros.toSorted((one, other) => one.name.toLowerCase().localeCompare(other.name.toLowerCase()));
}

const always =
  <Item>(items: readonly Item[]): Step<Item> =>
  () =>
    items;
