import type { MyComment } from '../../contract/conversation';
import type { ListedReport } from '../../contract/reports';
import type { OwnStatement } from '../../contract/sanctions';
import { isLoggedOut, type ParleyApi } from '../api/parley-api';
import type { Drafts, Place } from '../drafts/drafts';
import type { Session } from '../session/session';
import type { Store } from '../store/store';
import { type ListPage, type ReadList, readList, unreadList } from './read-list';

export type MineTab = 'comments' | 'decisions' | 'reports';

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
  reports: OwnList<ListedReport>;
}

type OwnItem = MyComment | OwnStatement | ListedReport;

/** Null where it is closed. */
export type MineState = (OwnLists & { tab: MineTab }) | null;

export interface MineWiring {
  state: Store<MineState>;
  api: Pick<ParleyApi, 'myComments' | 'myStatements' | 'myReports' | 'object'>;
  session: Pick<Session, 'refresh' | 'sanction'>;
  drafts: Drafts;
  /** The session is over: asks to log in, then goes on if it is the same reader. */
  logInAgain(then: () => void): void;
}

/** Where the objection to a statement is written. */
export function objectionTo(statementId: string): Place {
  return `object-${statementId}`;
}

/** The reader's comments, what was decided about them, and what became of their reports, as far as they asked for them. */
export class Mine {
  /** Answers to what was asked before it was closed are nobody's any more. */
  private opening = 0;

  constructor(private readonly wiring: MineWiring) {}

  open(tab: MineTab): void {
    this.opening += 1;
    this.wiring.state.set({ tab, comments: unreadList, decisions: unreadList, reports: unreadList });
    void this.read(tab);
  }

  close(): void {
    this.opening += 1;
    this.wiring.state.set(null);
  }

  show(tab: MineTab): void {
    const state = this.wiring.state.get();
    if (state === null) return;
    this.wiring.state.set({ ...state, tab });
    void (state[tab].items.length === 0 ? this.read(tab) : this.renew(tab));
  }

  /** A comment went from the public: it may be one that the reader reported, and looks for right now. */
  noteGone(commentId: string): void {
    const state = this.wiring.state.get();
    if (state?.tab === 'reports' && state.reports.items.some((report) => report.commentId === commentId)) void this.renew('reports');
  }

  /** Goes on with a list, or begins it once more. */
  async read(tab: MineTab): Promise<void> {
    const change = this.changing(tab);
    const parts: ReadList<OwnItem> = {
      list: () => this.wiring.state.get()?.[tab],
      change: (next) => change(() => next),
      ask: (cursor) => this.ask(tab, cursor),
      keyOf: ({ id }) => id,
    };
    await readList(parts).catch((error: unknown) => this.noteFailed(tab, error));
  }

  /** Reads the beginning of a list anew. What is known of it stands there meanwhile, and without an answer. */
  private async renew(tab: MineTab): Promise<void> {
    const change = this.changing(tab);
    try {
      const page = await this.ask(tab, null);
      change((list) => renewed(list, page));
    } catch (error) {
      this.noteFailed(tab, error);
    }
  }

  private noteFailed(tab: MineTab, error: unknown): void {
    if (isLoggedOut(error)) this.wiring.logInAgain(() => this.open(tab));
  }

  /** @throws Refusal, NoAnswer */
  async object(statementId: string, text: string): Promise<void> {
    try {
      this.replace(await this.wiring.api.object(statementId, text));
      this.wiring.drafts.put(objectionTo(statementId), '');
    } catch (error) {
      this.noteFailed('decisions', error);
      throw error;
    }
  }

  private async ask(tab: MineTab, cursor: string | null): Promise<ListPage<OwnItem>> {
    const { api } = this.wiring;
    if (tab === 'comments') {
      const { comments, nextCursor } = await api.myComments(cursor);
      return { items: comments, nextCursor };
    }
    if (tab === 'reports') {
      const { reports, nextCursor } = await api.myReports(cursor);
      return { items: reports, nextCursor };
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
    this.changing('decisions')((list) => ({ ...list, items: list.items.map((each) => (each.id === statement.id ? statement : each)) }));
  }

  /** What changes a list as it is open now; nothing where it was closed, or opened anew, meanwhile. */
  private changing(tab: MineTab): (change: (list: OwnList<OwnItem>) => OwnList<OwnItem>) => void {
    const { opening } = this;
    return (change) => {
      if (opening === this.opening) this.wiring.state.update((state) => state && { ...state, [tab]: change(state[tab]) });
    };
  }
}

/** What is in a page comes once, as it is there. */
function without(items: readonly OwnItem[], page: ListPage<OwnItem>): OwnItem[] {
  const ids = new Set(page.items.map(({ id }) => id));
  return items.filter(({ id }) => !ids.has(id));
}

/** A list with its beginning as it is now. Where so much is new that both have nothing in common, it begins once more. */
function renewed(list: OwnList<OwnItem>, page: ListPage<OwnItem>): OwnList<OwnItem> {
  const others = without(list.items, page);
  if (others.length === list.items.length) return { ...page, progress: 'read' };
  return { ...list, items: [...page.items, ...others] };
}
