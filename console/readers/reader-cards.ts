import { createStore } from 'zustand/vanilla';
import type { NoteView, ReaderHistory, SanctionView } from '../../contract/sanctions';
import type { ConsoleApi } from '../api/console-api';
import type { Session } from '../session/session';

export interface ReaderCardsState {
  /** What was last heard of each reader, by id. */
  known: Readonly<Record<string, ReaderHistory>>;
  /** Ids of those of whom nothing could be read. */
  failed: ReadonlySet<string>;
}

/** Who is looked at, and who probably is next. */
interface Looked {
  siteKey: string;
  readerIds: readonly string[];
}

const freshMilliseconds = 15_000;
/** More are not remembered. */
const maxKnown = 100;

/** What moderators of a site know of its readers: read one after the other as they are looked at, and remembered for a while. */
export class ReaderCards {
  readonly store = createStore<ReaderCardsState>(() => ({ known: {}, failed: new Set() }));
  private looked: Looked = { siteKey: '', readerIds: [] };
  private readonly readAt = new Map<string, number>();
  private isReading = false;

  constructor(
    private readonly api: Pick<ConsoleApi, 'reader'>,
    private readonly session: Pick<Session, 'keepGoing'>,
  ) {}

  /** At the first of them; the others are read when nothing else is to be. */
  look(siteKey: string, ...readerIds: readonly string[]): void {
    if (siteKey !== this.looked.siteKey) this.clear();
    this.looked = { siteKey, readerIds };
    for (const id of readerIds) this.noteFailed(id, 'not');
    void this.read();
  }

  /** Nobody who was here before is known. */
  clear(): void {
    this.readAt.clear();
    this.looked = { siteKey: '', readerIds: [] };
    this.store.setState({ known: {}, failed: new Set() });
  }

  /** Something was decided about the reader: they are read anew when looked at. */
  age(readerId: string): void {
    this.readAt.delete(readerId);
    if (this.looked.readerIds[0] === readerId) void this.read();
  }

  /** Something may have moved on the site: whoever is looked at is read anew where what is known of them is not fresh. */
  lookAgain(): void {
    void this.read();
  }

  /** As `age`, of everybody: something was decided about many. */
  ageAll(): void {
    this.readAt.clear();
    void this.read();
  }

  noteSanction(readerId: string, sanction: SanctionView): void {
    this.change(readerId, ({ sanctions }) => ({
      sanctions: sanctions.some(({ id }) => id === sanction.id)
        ? sanctions.map((other) => (other.id === sanction.id ? sanction : other))
        : [sanction, ...sanctions],
    }));
  }

  noteNotes(readerId: string, notes: NoteView[]): void {
    this.change(readerId, () => ({ notes }));
  }

  /** One question at a time: whoever holds a key down passes many readers. */
  private async read(): Promise<void> {
    if (this.isReading) return;
    this.isReading = true;
    for (let id = this.nextToRead(); id !== undefined; id = this.nextToRead()) await this.readOne(this.looked, id);
    this.isReading = false;
  }

  private nextToRead(): string | undefined {
    const { failed } = this.store.getState();
    return this.looked.readerIds.find((id) => !failed.has(id) && Date.now() - (this.readAt.get(id) ?? 0) > freshMilliseconds);
  }

  private async readOne({ siteKey }: Looked, id: string): Promise<void> {
    // What is decided while it is asked makes the answer old.
    this.readAt.set(id, Date.now());
    try {
      const history = await this.session.keepGoing(() => this.api.reader(siteKey, id));
      if (siteKey === this.looked.siteKey) this.remember(id, history);
    } catch {
      this.readAt.delete(id);
      if (siteKey === this.looked.siteKey) this.noteFailed(id, 'failed');
    }
  }

  private remember(id: string, history: ReaderHistory): void {
    const others = Object.entries(this.store.getState().known).filter(([other]) => other !== id);
    this.store.setState({ known: Object.fromEntries([...others, [id, history]].slice(-maxKnown)) });
  }

  private noteFailed(id: string, outcome: 'failed' | 'not'): void {
    const { failed } = this.store.getState();
    if (failed.has(id) === (outcome === 'failed')) return;
    const others = [...failed].filter((other) => other !== id);
    this.store.setState({ failed: new Set(outcome === 'failed' ? [...others, id] : others) });
  }

  private change(id: string, part: (history: ReaderHistory) => Partial<ReaderHistory>): void {
    const history = this.store.getState().known[id];
    if (history !== undefined) this.remember(id, { ...history, ...part(history) });
  }
}
