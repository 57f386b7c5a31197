import { createStore } from 'zustand/vanilla';
import { afterActivity, afterDecision, begin, isBreakDue, minutesOfWork, remindLater, type Shift, takeBreak } from './shift';

export interface ShiftShown {
  decided: number;
  decidedSinceBreak: number;
  minutes: number;
  isBreakDue: boolean;
}

const storageKey = 'parley-console-shift';
/** Whatever moves the pointer says nothing new within this. */
const everyMilliseconds = 5_000;

/** Counts what one person decides in this tab, and how long they have worked; it outlives a reload. */
export class ShiftClock {
  readonly store = createStore<ShiftShown>(() => ({ decided: 0, decidedSinceBreak: 0, minutes: 0, isBreakDue: false }));
  private shift: Shift;
  private readonly decidedIds = new Set<string>();

  constructor(
    private readonly readerId: string,
    private readonly storage: Pick<Storage, 'getItem' | 'setItem'>,
    private readonly now: () => number = Date.now,
  ) {
    this.shift = this.kept() ?? begin(this.now());
    this.tell();
  }

  /** A comment that is decided on again, because the first decision was taken back, counts once. */
  noteDecided(commentId: string): void {
    if (this.decidedIds.has(commentId)) this.noteActivity();
    else this.change(afterDecision(this.shift, this.now()));
    this.decidedIds.add(commentId);
  }

  noteActivity(): void {
    const now = this.now();
    if (Math.abs(now - this.shift.lastActiveAt) >= everyMilliseconds) this.change(afterActivity(this.shift, now));
  }

  remindLater(): void {
    this.change(remindLater(this.shift, this.now()));
  }

  takeBreak(): void {
    this.change(takeBreak(this.shift, this.now()));
  }

  /** What is true now, although nothing has happened. */
  tell(): void {
    const now = this.now();
    const { decided, decidedSinceBreak } = this.shift;
    this.store.setState({ decided, decidedSinceBreak, minutes: minutesOfWork(this.shift, now), isBreakDue: isBreakDue(this.shift, now) });
  }

  private change(shift: Shift): void {
    this.shift = shift;
    this.tell();
    try {
      this.storage.setItem(storageKey, JSON.stringify({ readerId: this.readerId, shift }));
    } catch {
      // A browser that keeps nothing: it counts until the page is closed.
    }
  }

  private kept(): Shift | undefined {
    try {
      const { readerId, shift } = Object(JSON.parse(this.storage.getItem(storageKey) ?? '{}'));
      const isWhole = Object.keys(begin(0)).every((name) => Number.isFinite(shift?.[name]));
      return readerId === this.readerId && isWhole ? shift : undefined;
    } catch {
      return undefined;
    }
  }
}
