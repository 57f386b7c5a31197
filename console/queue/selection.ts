import type { StoreApi } from 'zustand/vanilla';
import type { BulkVerdict } from '../../contract/bulk-progress';
import type { CommentStatus } from '../../contract/conversation';
import { limits } from '../../contract/limits';

/** A comment as a list shows it. */
export interface Listed {
  id: string;
  revision: number;
  /** Null where it is not known any more. */
  status: CommentStatus | null;
}

/** What is selected in the list that is shown, by id; null while nothing can be. */
export interface Selected {
  comments: ReadonlyMap<string, Listed> | null;
  /** Or not any more. `isRange`: with all from the last one on. */
  select: ((id: string, isRange: boolean) => void) | null;
}

interface ListToSelectFrom {
  listed(): readonly Listed[];
  focusedId(): string | null;
  move(by: 1 | -1): void;
}

/** What each verdict is a decision on. */
export const decidesOn = { publish: 'held', reject: 'held', remove: 'published' } as const satisfies Record<BulkVerdict, CommentStatus>;

const { maxSelected } = limits.bulk;

export function isSelectable({ status }: Pick<Listed, 'status'>): boolean {
  return Object.values(decidesOn).some((decidable) => decidable === status);
}

/** Some comments of a list, each at the revision that it had when it was selected. */
export class Selection {
  /** A range begins at it. */
  private anchorId: string | null = null;
  /** Where the range was last drawn to. */
  private reachedId: string | null = null;
  /** What was selected before the range. */
  private before: ReadonlyMap<string, Listed> = new Map();

  constructor(
    private readonly store: StoreApi<Selected>,
    private readonly list: ListToSelectFrom,
  ) {}

  /** For as long as the list is shown. Call what it returns when it is not any more. */
  begin(): () => void {
    this.store.setState({ comments: new Map(), select: this.select });
    return () => this.store.setState({ comments: null, select: null });
  }

  get comments(): readonly Listed[] {
    return [...this.known.values()];
  }

  get isFull(): boolean {
    return this.known.size >= maxSelected;
  }

  has(id: string | null): boolean {
    return id !== null && this.known.has(id);
  }

  toggle(id: string): void {
    const listed = this.find(id);
    if (listed === undefined) return;
    const comments = new Map(this.known);
    if (!comments.delete(id)) comments.set(id, listed);
    this.anchorId = id;
    this.reachedId = id;
    this.before = comments;
    this.put(comments);
  }

  /** The one in focus and the next, or the one before; back again, they are not any more. */
  extend(by: 1 | -1): void {
    const from = this.list.focusedId();
    if (from === null) return;
    if (from !== this.reachedId) this.beginRange(from);
    this.list.move(by);
    this.reach(this.list.focusedId() ?? from);
  }

  /** They are not to be decided on from here any more. */
  drop(ids: readonly string[]): void {
    this.put(new Map([...this.known].filter(([id]) => !ids.includes(id))));
    this.forgetRange();
  }

  /** Selected again, where the list is shown still and as far as they are in it as they were. */
  putBack(comments: readonly Listed[]): void {
    if (this.store.getState().select !== this.select) return;
    this.put(new Map([...this.known, ...comments.map((comment) => [comment.id, comment] as const)]));
    this.settle();
  }

  clear(): void {
    this.put(new Map());
    this.forgetRange();
  }

  /** Without what has left the list, was decided on, or was edited. */
  settle(): void {
    const { known } = this;
    if (known.size === 0) return;
    const listed = new Map(this.list.listed().map((comment) => [comment.id, comment]));
    const isAsSelected = ([id, { revision, status }]: [string, Listed]): boolean => {
      const now = listed.get(id);
      return now?.revision === revision && now.status === status;
    };
    const kept = [...known].filter(isAsSelected);
    this.before = new Map([...this.before].filter(isAsSelected));
    if (kept.length < known.size) this.put(new Map(kept));
  }

  private readonly select = (id: string, isRange: boolean): void => (isRange ? this.reach(id) : this.toggle(id));

  private get known(): ReadonlyMap<string, Listed> {
    return this.store.getState().comments ?? new Map();
  }

  private reach(id: string): void {
    const listed = this.list.listed();
    const [one, other] = [this.anchorId ?? id, id].map((end) => listed.findIndex((comment) => comment.id === end)) as [number, number];
    if (one < 0) {
      this.toggle(id);
      return;
    }
    const range = listed.slice(Math.min(one, other), Math.max(one, other) + 1).filter(isSelectable);
    this.reachedId = id;
    this.put(new Map([...this.before, ...range.map((comment) => [comment.id, this.known.get(comment.id) ?? comment] as const)]));
  }

  private beginRange(id: string): void {
    this.anchorId = id;
    this.before = this.known;
  }

  private forgetRange(): void {
    this.anchorId = null;
    this.reachedId = null;
    this.before = this.known;
  }

  private find(id: string): Listed | undefined {
    return this.list.listed().find((comment) => comment.id === id && isSelectable(comment));
  }

  private put(comments: ReadonlyMap<string, Listed>): void {
    this.store.setState({ comments: new Map([...comments].slice(0, maxSelected)) });
  }
}
