import type { MuteKind } from '../../contract/following';
import type { FollowingApi, Topic } from '../api/following-api';
import { isLoggedOut } from '../api/parley-api';
import type { Session } from '../session/session';
import type { Store } from '../store/store';
import { keyOf, nothingPressed, type Pressed } from './pressed';

export interface FollowingWiring {
  pressed: Store<Pressed>;
  api: Pick<FollowingApi, 'follow' | 'unfollow' | 'mute' | 'unmute' | 'changeMuteWords'>;
  session: Pick<Session, 'reader'>;
  /** Asks the visitor to join, then does what they wanted to do. */
  askToJoin(then: () => void): void;
  /** The session is over: asks to log in, then goes on if it is the same reader. */
  logInAgain(then: () => void): void;
  /** The other tabs of this browser show the thread too. */
  tellOthers(): void;
}

/** What went wrong: a Refusal or NoAnswer; null where it was done, or waits until the visitor has joined. Undefined where somebody else reads by then, who is told nothing. */
export type Trouble = Error | null | undefined;

type Change = (before: Pressed) => Pressed;

interface Press {
  change: Change;
  ask(): Promise<unknown>;
  again: () => void;
}

/**
 * Follows, mutes and blocks: shown at once, taken back where the service refuses. What is pressed is sent in its order. `again` does the same once more,
 * when a visitor has joined, or whose session was over is logged in again.
 */
export class Following {
  private sending: Promise<unknown> = Promise.resolve();
  /** What the service did of it; always another one when it did more. */
  private doneByNow = nothingPressed;
  /** What it was asked for and has not answered, in its order. */
  private waiting: readonly Change[] = [];

  constructor(private readonly wiring: FollowingWiring) {}

  get done(): Pressed {
    return this.doneByNow;
  }

  /** The next person at this screen is somebody else. */
  forget(): void {
    this.sending = Promise.resolve();
    this.waiting = [];
    this.doneByNow = nothingPressed;
    this.show();
  }

  /** What the service says by now was asked when this was done: where nothing was done since, it knows better than what was pressed. */
  noteKnown(done: Pressed): void {
    if (this.doneByNow !== done) return;
    this.doneByNow = nothingPressed;
    this.show();
  }

  follow(topic: Topic, isWanted: boolean, again: () => void): Promise<Trouble> {
    const { api } = this.wiring;
    return this.press({
      change: (before) => ({ ...before, follows: new Map(before.follows).set(keyOf(topic), isWanted) }),
      ask: () => (isWanted ? api.follow(topic) : api.unfollow(topic)),
      again,
    });
  }

  /** `kind` null: neither any more. A block ends what the two follow of each other. */
  mute(readerId: string, kind: MuteKind | null, again: () => void): Promise<Trouble> {
    const { api } = this.wiring;
    const key = keyOf({ kind: 'reader', subject: readerId });
    return this.press({
      change: (before) => ({
        ...before,
        mutes: new Map(before.mutes).set(readerId, kind),
        follows: kind === 'block' ? new Map(before.follows).set(key, false) : before.follows,
      }),
      ask: () => (kind === null ? api.unmute(readerId) : api.mute(readerId, kind)),
      again,
    });
  }

  changeWords(words: string[], again: () => void): Promise<Trouble> {
    const { api } = this.wiring;
    return this.press({ change: (before) => ({ ...before, words }), ask: () => api.changeMuteWords({ words }), again });
  }

  private async press({ change, ask, again }: Press): Promise<Trouble> {
    const { session, askToJoin, logInAgain, tellOthers } = this.wiring;
    const { reader } = session;
    if (!reader) {
      askToJoin(again);
      return null;
    }
    const isTheirs = (): boolean => session.reader?.id === reader.id;
    this.waiting = [...this.waiting, change];
    this.show();
    const sent = this.sending.then(() => isTheirs() && ask());
    this.sending = sent.catch(() => undefined);
    const refused = await sent.then(
      () => null,
      (error: Error) => error,
    );
    if (!isTheirs()) return undefined;
    this.waiting = this.waiting.filter((each) => each !== change);
    if (refused === null) this.doneByNow = change(this.doneByNow);
    this.show();
    if (refused === null) tellOthers();
    else if (isLoggedOut(refused)) logInAgain(again);
    return refused;
  }

  private show(): void {
    this.wiring.pressed.set(this.waiting.reduce((before, change) => change(before), this.doneByNow));
  }
}
