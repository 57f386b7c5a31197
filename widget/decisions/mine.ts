import type { MyComment } from '../../contract/conversation';
import type { OwnStatement } from '../../contract/sanctions';
import { isLoggedOut, type ParleyApi } from '../api/parley-api';
import type { Drafts, Place } from '../drafts/drafts';
import type { Session } from '../session/session';
import type { Store } from '../store/store';

export type MineTab = 'comments' | 'decisions';

/** The newest of a list of the reader's, and how to go on. */
export interface OwnList<Item> {
  items: readonly Item[];
  nextCursor: string | null;
  /** `unread`: nothing is known of it yet. */
  progress: 'unread' | 'reading' | 'read' | 'failed';
}

interface OwnLists {
  comments: OwnList<MyComment>;
  decisions: OwnList<OwnStatement>;
}

/** Null where it is closed. */
export type MineState = (OwnLists & { tab: MineTab }) | null;

export interface MineWiring {
  state: Store<MineState>;
  api: Pick<ParleyApi, 'myComments' | 'myStatements' | 'object'>;
  session: Pick<Session, 'refresh' | 'sanction'>;
  drafts: Drafts;
  /** The session is over: asks to log in, then goes on if it is the same reader. */
  logInAgain(then: () => void): void;
}

const unread = { items: [], nextCursor: null, progress: 'unread' } as const;

/** Where the objection to a statement is written. */
export function objectionTo(statementId: string): Place {
  return `object-${statementId}`;
}

/** The reader's comments and what was decided about them, as far as they asked for them. */
export class Mine {
  constructor(private readonly wiring: MineWiring) {}

  open(tab: MineTab): void {
    this.wiring.state.set({ tab, comments: unread, decisions: unread });
    void this.read(tab);
  }

  close(): void {
    this.wiring.state.set(null);
  }

  show(tab: MineTab): void {
    const state = this.wiring.state.get();
    if (state === null) return;
    this.wiring.state.set({ ...state, tab });
    if (state[tab].progress === 'unread') void this.read(tab);
  }

  /** Goes on with a list, or begins it once more. */
  async read(tab: MineTab): Promise<void> {
    const list = this.wiring.state.get()?.[tab];
    if (list === undefined || list.progress === 'reading') return;
    this.put(tab, { ...list, progress: 'reading' });
    try {
      const page = await this.ask(tab, list.nextCursor);
      this.put(tab, { items: joined(list.items, page.items), nextCursor: page.nextCursor, progress: 'read' });
    } catch (error) {
      if (isLoggedOut(error)) this.wiring.logInAgain(() => this.open(tab));
      this.put(tab, { ...list, progress: 'failed' });
    }
  }

  /** @throws Refusal, NoAnswer */
  async object(statementId: string, text: string): Promise<void> {
    try {
      this.replace(await this.wiring.api.object(statementId, text));
      this.wiring.drafts.put(objectionTo(statementId), '');
    } catch (error) {
      if (isLoggedOut(error)) this.wiring.logInAgain(() => this.open('decisions'));
      throw error;
    }
  }

  private async ask(tab: MineTab, cursor: string | null): Promise<{ items: (MyComment | OwnStatement)[]; nextCursor: string | null }> {
    const { api } = this.wiring;
    if (tab === 'comments') {
      const { comments, nextCursor } = await api.myComments(cursor);
      return { items: comments, nextCursor };
    }
    const { statements, nextCursor } = await api.myStatements(cursor);
    this.compare(statements);
    return { items: statements, nextCursor };
  }

  /** What is over here may still be said to limit the reader. */
  private compare(statements: readonly OwnStatement[]): void {
    const { session } = this.wiring;
    if (statements.some(({ id, isInForce }) => !isInForce && id === session.sanction?.statement.id)) void session.refresh();
  }

  private replace(statement: OwnStatement): void {
    const list = this.wiring.state.get()?.decisions;
    if (list) this.put('decisions', { ...list, items: list.items.map((each) => (each.id === statement.id ? statement : each)) });
  }

  /** Nothing where it was closed meanwhile. */
  private put(tab: MineTab, list: OwnList<MyComment | OwnStatement>): void {
    this.wiring.state.update((state) => state && { ...state, [tab]: list });
  }
}

/** What is in both pages comes once, as it is now. */
function joined<Item extends { id: string }>(items: readonly Item[], more: readonly Item[]): Item[] {
  const ids = new Set(more.map(({ id }) => id));
  return [...items.filter(({ id }) => !ids.has(id)), ...more];
}
