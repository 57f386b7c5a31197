import { createStore } from 'zustand/vanilla';
import type { AppealItem, AppealOutcome } from '../../../contract/sanctions';
import { Acts } from '../../queue/acts';
import { type Trouble, troubleOf } from '../../queue/trouble';
import type { Session } from '../../session/session';
import type { Drafts } from '../../writing/drafts';
import type { AppealsApi } from './appeals-api';

export interface Appeal {
  item: AppealItem;
  /** Somebody has decided on it while it was read. */
  isGone: boolean;
}

export interface OpenAppealsState {
  phase: 'loading' | 'ready' | 'failed';
  appeals: readonly Appeal[];
  focusedId: string | null;
  hasMore: boolean;
  /** The last look failed: what is shown may be old. */
  isStale: boolean;
  /** What is about to be decided, while its last step is open. */
  asked: AppealOutcome | null;
  isUnderWay: boolean;
  /** Why it was not decided. */
  trouble: Trouble | null;
  /** What was decided last. */
  decided: { outcome: AppealOutcome; reader: string } | null;
}

const nobody = { asked: null, isUnderWay: false, trouble: null } as const;
const nearEnd = 5;

export const idOf = ({ item }: Appeal): string => item.statement.id;
/** What the reader is to read. */
export const answerTo = (id: string): string => `answer ${id}`;

interface Desk {
  session: Pick<Session, 'keepGoing'>;
  acts: Pick<Acts, 'follow'>;
  drafts: Pick<Drafts, 'of' | 'drop'>;
}

/** The objections that wait on a site for somebody who did not decide the first time; oldest first, one in focus. */
export class OpenAppeals {
  readonly store = createStore<OpenAppealsState>(() => ({
    phase: 'loading',
    appeals: [],
    focusedId: null,
    hasMore: false,
    isStale: false,
    decided: null,
    ...nobody,
  }));
  /** What was done about readers here, and can be taken back. */
  readonly recent = new Acts();
  private cursor: string | null = null;
  private isAsking = false;
  private isLookDue = false;
  /** Decided here: what the service lists may be older. */
  private readonly done = new Set<string>();

  constructor(
    private readonly api: Pick<AppealsApi, 'list' | 'decide'>,
    private readonly desk: Desk,
  ) {}

  get focused(): Appeal | undefined {
    const { appeals, focusedId } = this.store.getState();
    return appeals.find((appeal) => idOf(appeal) === focusedId);
  }

  /** All that is here, anew. While something is asked, after it. */
  async refresh(): Promise<void> {
    this.isLookDue = this.isAsking;
    if (this.isAsking) return;
    await this.read(null, Math.max(1, this.store.getState().appeals.length));
    if (this.isLookDue) await this.refresh();
  }

  async loadMore(): Promise<void> {
    if (this.cursor !== null && !this.isAsking) await this.read(this.cursor, 1);
  }

  focus(id: string): void {
    const { appeals, focusedId } = this.store.getState();
    if (id === focusedId) return;
    // What somebody else has decided on has been read now.
    this.store.setState({ appeals: appeals.filter((appeal) => !appeal.isGone || idOf(appeal) === id), focusedId: id });
  }

  move(by: 1 | -1): void {
    const { appeals, focusedId } = this.store.getState();
    const index = appeals.findIndex((appeal) => idOf(appeal) === focusedId);
    const next = appeals[index + by];
    if (next !== undefined) this.focus(idOf(next));
    if (appeals.length - index <= nearEnd) void this.loadMore();
  }

  /** Its last step opens. */
  ask(outcome: AppealOutcome): void {
    this.store.setState({ ...nobody, asked: outcome });
  }

  /** Its last step is left; where the objection is not to be decided on any more, the list is looked at. */
  leave(): void {
    const { trouble } = this.store.getState();
    this.store.setState(nobody);
    if (trouble !== null) void this.refresh();
  }

  /** What was asked for, with what was written to the reader. True when it is decided. */
  async decide(): Promise<boolean> {
    const { asked: outcome, isUnderWay } = this.store.getState();
    const { focused } = this;
    if (outcome === null || focused === undefined || isUnderWay) return false;
    const { session, acts, drafts } = this.desk;
    const id = idOf(focused);
    const answer = drafts.of(answerTo(id)).trim();
    this.store.setState({ isUnderWay: true, trouble: null });
    try {
      await acts.follow(session.keepGoing(() => this.api.decide(id, { outcome, ...(answer !== '' && { answer }) })));
      drafts.drop(answerTo(id));
      this.take(id);
      this.store.setState({ ...nobody, decided: { outcome, reader: focused.item.reader.name } });
      this.recent.tell(null);
      this.recent.forgetAll();
      return true;
    } catch (error) {
      this.store.setState({ isUnderWay: false, trouble: troubleOf(error) });
      return false;
    }
  }

  private take(id: string): void {
    this.done.add(id);
    const { appeals } = this.store.getState();
    const index = appeals.findIndex((appeal) => idOf(appeal) === id);
    const left = appeals.filter((appeal) => idOf(appeal) !== id);
    const next = left[index] ?? left.at(-1);
    this.store.setState({ appeals: left, focusedId: next === undefined ? null : idOf(next) });
  }

  private async read(from: string | null, count: number): Promise<void> {
    this.isAsking = true;
    try {
      const items: AppealItem[] = [];
      let cursor = from;
      do {
        const asked = cursor;
        const page = await this.desk.session.keepGoing(() => this.api.list(asked));
        items.push(...page.appeals);
        cursor = page.nextCursor;
      } while (cursor !== null && items.length < count);
      this.takeIn(items, { from, cursor });
    } catch {
      this.store.setState(({ phase }) => ({ phase: phase === 'ready' ? 'ready' : 'failed', isStale: true }));
    } finally {
      this.isAsking = false;
    }
  }

  private takeIn(items: readonly AppealItem[], { from, cursor }: { from: string | null; cursor: string | null }): void {
    const { appeals: known, focusedId } = this.store.getState();
    const read = items.filter(({ statement }) => !this.done.has(statement.id)).map((item) => ({ item, isGone: false }));
    const ids = new Set(read.map(idOf));
    const kept = known.filter((appeal) => !ids.has(idOf(appeal)) && (from !== null || idOf(appeal) === focusedId));
    const appeals = [...kept.map((appeal) => ({ ...appeal, isGone: from === null || appeal.isGone })), ...read].sort(byAge);
    this.cursor = cursor;
    this.store.setState({
      phase: 'ready',
      appeals,
      focusedId: focusedId ?? (appeals[0] === undefined ? null : idOf(appeals[0])),
      hasMore: cursor !== null,
      isStale: false,
    });
  }
}

function byAge(one: Appeal, other: Appeal): number {
  const place = ({ item }: Appeal): string => `${item.madeAt} ${item.statement.id}`;
  return place(one) < place(other) ? -1 : 1;
}
