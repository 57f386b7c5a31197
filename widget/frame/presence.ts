import type { Store } from '../store/store';
import type { PresenceState } from './frame-model';

const typingMilliseconds = 4_000;
/** A hiccup is not worth a word. */
const patienceMilliseconds = 2_000;

/** Who else is there, and whether we can see them. */
export class Presence {
  private readonly typingTimers = new Map<string | null, ReturnType<typeof setTimeout>>();
  private lostTimer?: ReturnType<typeof setTimeout>;

  constructor(private readonly state: Store<PresenceState>) {}

  noteReading(reading: number): void {
    if (reading !== this.state.get().reading) this.state.patch({ reading });
  }

  noteTyping(parentId: string | null): void {
    clearTimeout(this.typingTimers.get(parentId));
    this.typingTimers.set(
      parentId,
      setTimeout(() => this.noteStoppedTyping(parentId), typingMilliseconds),
    );
    this.state.update((state) => ({ ...state, typing: new Set(state.typing).add(parentId) }));
  }

  noteStoppedTyping(parentId: string | null): void {
    if (!this.state.get().typing.has(parentId)) return;
    this.state.update((state) => ({ ...state, typing: new Set([...state.typing].filter((other) => other !== parentId)) }));
  }

  noteConnected(): void {
    clearTimeout(this.lostTimer);
    this.lostTimer = undefined;
    this.state.patch({ connection: 'up' });
  }

  /** Told again at every try that fails; the first one counts. */
  noteDisconnected(): void {
    this.lostTimer ??= setTimeout(() => this.state.patch({ connection: 'lost', reading: null, typing: new Set() }), patienceMilliseconds);
  }
}
