import type { PostCommentRequest, PostedComment } from '../../contract/conversation';
import { isOtherReader, isRefusedAs, NoAnswer, Refusal } from '../api/parley-api';
import type { Store } from '../store/store';
import type { SafeStorage } from './safe-storage';

/** A comment on its way. Its `clientId` stays the same until it is acknowledged, so that it is never posted twice. */
export interface Outgoing {
  clientId: string;
  readerId: string;
  parentId: string | null;
  text: string;
  /** Its author was told that it may be held. */
  sendAnyway?: true;
  /** What came of the last try, after which another follows; null while one is under way. */
  failure: NoAnswer | Refusal | null;
  /** Not if another page left it: then it waits until the reader asks, so that nothing moves. */
  isShown: boolean;
}

export interface OutboxWiring {
  threadId: string;
  storage: SafeStorage;
  post(request: PostCommentRequest): Promise<PostedComment>;
  /** Runs something after a while. */
  later(run: () => void, milliseconds: number): void;
  newId(): string;
  /** Until the reader may post in slow mode; 0 is at once. */
  waitSeconds(): number;
  onToldToWait(seconds: number): void;
  /** The browser was made to forget what it stored: whether another tab is done with it cannot be known any more. */
  onForgotten(outgoing: Outgoing): void;
  onPosted(outgoing: Outgoing, posted: PostedComment): void;
  onRefused(outgoing: Outgoing, refusal: Refusal): void;
  /** Its text is a draft again, in another tab. */
  onTakenBack(outgoing: Outgoing): void;
}

const firstPauseMilliseconds = 1_000;
const longestPauseMilliseconds = 30_000;
const longestWaitSeconds = 60;
const slowMode = 'slow_mode';
/** Stays in the storage from the first comment on. */
const markKey = 'parley:has-sent';

/** Sends comments until the service has acknowledged or refused them, over lost connections and reloads. */
export class Outbox {
  private readonly attempts = new Map<string, number>();
  private readonly prefix: string;

  constructor(
    private readonly outgoing: Store<readonly Outgoing[]>,
    private readonly wiring: OutboxWiring,
  ) {
    this.prefix = `parley:outbox:${wiring.threadId}:`;
  }

  /** Under the `clientId` of before, if it was refused with a warning, or may have been posted, under that already. */
  send(written: Pick<Outgoing, 'readerId' | 'parentId' | 'text' | 'sendAnyway'>, clientId = this.wiring.newId()): Outgoing {
    const outgoing: Outgoing = { clientId, ...written, failure: null, isShown: true };
    this.wiring.storage.write(markKey, 'yes');
    this.wiring.storage.write(this.prefix + outgoing.clientId, JSON.stringify(outgoing));
    this.outgoing.update((all) => [...all, outgoing]);
    void this.attempt(outgoing);
    return outgoing;
  }

  /** Goes on with what this reader left behind. What others wrote is stored until they are back. */
  resume(readerId: string | null): void {
    this.outgoing.update((all) => all.filter((each) => each.readerId === readerId));
    const known = new Set(this.outgoing.get().map(({ clientId }) => clientId));
    for (const key of this.wiring.storage.keysFrom(this.prefix)) {
      const left = JSON.parse(this.wiring.storage.read(key) ?? 'null') as Outgoing | null;
      if (left === null || left.readerId !== readerId || known.has(left.clientId)) continue;
      this.outgoing.update((all) => [...all, { ...left, isShown: false }]);
      void this.attempt(left);
    }
  }

  /** Shows what another page left. */
  show(): void {
    this.outgoing.update((all) => all.map((each) => ({ ...each, isShown: true })));
  }

  /** The connection is back: no need to wait any longer. */
  retryNow(): void {
    for (const outgoing of this.outgoing.get()) if (outgoing.failure !== null) void this.attempt(outgoing);
  }

  /** Is done with one: it was acknowledged or refused, or its author took it back. */
  forget(clientId: string): void {
    this.wiring.storage.remove(this.prefix + clientId);
    this.drop(clientId);
  }

  /** Another tab wrote to the storage: what came of a comment that is on its way here too, or that it is done with it. */
  noteStored({ key, newValue }: Pick<StorageEvent, 'key' | 'newValue'>): void {
    const outgoing = this.outgoing.get().find(({ clientId }) => key === this.prefix + clientId);
    if (!outgoing) return;
    if (newValue !== null) {
      const stored = JSON.parse(newValue) as Outgoing | PostedComment;
      if (!('own' in stored)) return;
      this.drop(outgoing.clientId);
      this.wiring.onPosted(outgoing, stored);
    } else if (outgoing.failure !== null) {
      // A try under way has an answer of its own.
      this.drop(outgoing.clientId);
      this.wiring.onTakenBack(outgoing);
    }
  }

  private async attempt(outgoing: Outgoing): Promise<void> {
    const { clientId, parentId, text } = outgoing;
    const { storage } = this.wiring;
    // All tabs have it from the storage: what is not there any more was sent, or taken back.
    const stored = storage.read(this.prefix + clientId);
    if (stored === null) {
      return storage.read(markKey) === null ? this.wiring.onForgotten(outgoing) : this.drop(clientId);
    }
    // Another tab may have been told to send it anyway.
    const { sendAnyway } = JSON.parse(stored) as Outgoing;
    const waitSeconds = this.wiring.waitSeconds();
    if (waitSeconds > 0) {
      this.noteFailure(outgoing, new Refusal(429, { code: slowMode, detail: '' }, waitSeconds));
      return;
    }
    this.note(clientId, null);
    try {
      const posted = await this.wiring.post({ clientId, text, sendAnyway, ...(parentId !== null && { parentId }) });
      const current = this.find(clientId);
      // The other tabs, which may show it too, read what became of it.
      this.wiring.storage.write(this.prefix + clientId, JSON.stringify(posted));
      this.forget(clientId);
      if (current) this.wiring.onPosted(current, posted);
    } catch (error) {
      if (isRefusedAs(slowMode, error)) this.wiring.onToldToWait(error.retryAfterSeconds ?? 1);
      // Of another reader's, nothing is told to who is reading now; unless it was written in this page just as they came.
      if (this.find(clientId) || isOtherReader(error)) this.noteFailure(outgoing, error);
    }
  }

  private noteFailure(outgoing: Outgoing, error: unknown): void {
    const { clientId } = outgoing;
    if (!(error instanceof NoAnswer || error instanceof Refusal)) throw error;
    const pause = this.pauseAfter(clientId, error);
    if (error instanceof Refusal && pause === null) {
      this.wiring.onRefused(outgoing, error);
      this.forget(clientId);
      return;
    }
    const attempts = this.attempts.get(clientId);
    this.note(clientId, error);
    this.wiring.later(() => {
      const current = this.find(clientId);
      // After another try it is the turn of that one's pause.
      if (current && current.failure !== null && attempts === this.attempts.get(clientId)) void this.attempt(current);
    }, pause ?? longestPauseMilliseconds);
  }

  private drop(clientId: string): void {
    this.attempts.delete(clientId);
    this.outgoing.update((all) => all.filter((each) => each.clientId !== clientId));
  }

  private find(clientId: string): Outgoing | undefined {
    return this.outgoing.get().find((each) => each.clientId === clientId);
  }

  /** Milliseconds until it is worth another try; null when it is not. */
  private pauseAfter(clientId: string, error: NoAnswer | Refusal): number | null {
    const attempts = (this.attempts.get(clientId) ?? 0) + 1;
    this.attempts.set(clientId, attempts);
    const pause = Math.min(longestPauseMilliseconds, firstPauseMilliseconds * 2 ** (attempts - 1)) * (0.5 + Math.random() / 2);
    if (error instanceof NoAnswer) return pause;
    if (error.status >= 500) return Math.max(pause, (error.retryAfterSeconds ?? 0) * 1_000);
    if (error.problem.code === slowMode) return (error.retryAfterSeconds ?? 1) * 1_000;
    if (error.status === 429 && (error.retryAfterSeconds ?? longestWaitSeconds) < longestWaitSeconds)
      return (error.retryAfterSeconds ?? 1) * 1_000;
    return null;
  }

  private note(clientId: string, failure: Outgoing['failure']): void {
    this.outgoing.update((all) => all.map((each) => (each.clientId === clientId ? { ...each, failure } : each)));
  }
}
