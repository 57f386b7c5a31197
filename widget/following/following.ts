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

/** What went wrong: a Refusal or NoAnswer; null where it was done, or waits until the visitor has joined. */
export type Trouble = Error | null;

interface Press {
  /** What it will be. */
  after: Pressed;
  ask(): Promise<unknown>;
  again: () => void;
  /** What it is again where the service refuses. */
  undo(now: Pressed): Pressed;
}

/**
 * Follows, mutes and blocks: shown at once, taken back where the service refuses. What is pressed is sent in its order. `again` does the same once more,
 * when a visitor has joined, or whose session was over is logged in again.
 */
export class Following {
  private sending: Promise<unknown> = Promise.resolve();

  constructor(private readonly wiring: FollowingWiring) {}

  /** The next person at this screen is somebody else. */
  forget(): void {
    this.wiring.pressed.set(nothingPressed);
  }

  follow(topic: Topic, isWanted: boolean, again: () => void): Promise<Trouble> {
    const { pressed, api } = this.wiring;
    const before = pressed.get();
    const key = keyOf(topic);
    return this.press({
      after: { ...before, follows: new Map(before.follows).set(key, isWanted) },
      ask: () => (isWanted ? api.follow(topic) : api.unfollow(topic)),
      again,
      undo: (now) => ({ ...now, follows: restored(now.follows, before.follows, key) }),
    });
  }

  /** `kind` null: neither any more. A block ends what the two follow of each other. */
  mute(readerId: string, kind: MuteKind | null, again: () => void): Promise<Trouble> {
    const { pressed, api } = this.wiring;
    const before = pressed.get();
    const key = keyOf({ kind: 'reader', subject: readerId });
    const follows = kind === 'block' ? new Map(before.follows).set(key, false) : before.follows;
    return this.press({
      after: { ...before, mutes: new Map(before.mutes).set(readerId, kind), follows },
      ask: () => (kind === null ? api.unmute(readerId) : api.mute(readerId, kind)),
      again,
      undo: (now) => ({
        ...now,
        mutes: restored(now.mutes, before.mutes, readerId),
        follows: kind === 'block' ? restored(now.follows, before.follows, key) : now.follows,
      }),
    });
  }

  changeWords(words: string[], again: () => void): Promise<Trouble> {
    const { pressed, api } = this.wiring;
    const before = pressed.get();
    return this.press({
      after: { ...before, words },
      ask: () => api.changeMuteWords({ words }),
      again,
      undo: (now) => ({ ...now, words: before.words }),
    });
  }

  private async press({ after, ask, again, undo }: Press): Promise<Trouble> {
    const { pressed, session, askToJoin, logInAgain, tellOthers } = this.wiring;
    const { reader } = session;
    if (!reader) {
      askToJoin(again);
      return null;
    }
    pressed.set(after);
    const sent = this.sending.then(ask);
    this.sending = sent.catch(() => undefined);
    try {
      await sent;
    } catch (error) {
      if (session.reader?.id === reader.id) pressed.update(undo);
      if (isLoggedOut(error)) logInAgain(again);
      return error as Error;
    }
    tellOthers();
    return null;
  }
}

function restored<Value>(now: ReadonlyMap<string, Value>, before: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  const next = new Map(now);
  const value = before.get(key);
  if (value === undefined) next.delete(key);
  else next.set(key, value);
  return next;
}
