import { createStore } from 'zustand/vanilla';
import type { ConsoleMe, ConsoleSite, LogInRequest } from '../../contract/auth';
import { type ConsoleApi, Refusal } from '../api/console-api';

/**
 * `unknown` until the service has answered · `unreachable` when it has not · `signedOut` with nothing under way ·
 * `ended` while somebody works: they sign in again in place.
 */
export type SessionPhase = 'unknown' | 'unreachable' | 'signedOut' | 'signedIn' | 'ended';

export interface SessionState {
  phase: SessionPhase;
  /** Also after the session has ended, so that the work stays on screen. */
  me: ConsoleMe | null;
}

/** Somebody else has signed in since: what was to be done in another name is not done. */
export class SomebodyElse extends Error {}

interface Waiting {
  goOn(): void;
  giveUp(error: Error): void;
}

const moderating = ['moderator', 'editor'];

/** Who is working here, and what waits for them to sign in again. */
export class Session {
  readonly store = createStore<SessionState>(() => ({ phase: 'unknown', me: null }));
  private waiting: Waiting[] = [];

  constructor(private readonly api: Pick<ConsoleApi, 'me' | 'signIn' | 'signOut' | 'readerId'>) {}

  /** The sites on which the person signed in decides. */
  get sites(): ConsoleSite[] {
    const { me } = this.store.getState();
    return me === null ? [] : moderatedSites(me);
  }

  get isAdministrator(): boolean {
    return this.store.getState().me?.roles.some(({ role }) => role === 'administrator') ?? false;
  }

  async find(): Promise<void> {
    this.store.setState({ phase: 'unknown' });
    try {
      this.enter(await this.api.me());
    } catch (error) {
      this.store.setState({ phase: error instanceof Refusal && error.status === 401 ? 'signedOut' : 'unreachable' });
    }
  }

  /** @throws Refusal, NoAnswer */
  async signIn(request: LogInRequest): Promise<void> {
    await this.api.signIn(request);
    this.enter(await this.api.me());
  }

  /** @throws Refusal, NoAnswer */
  async signOut(): Promise<void> {
    await this.api.signOut().catch((error: unknown) => {
      if (!(error instanceof Refusal && error.status === 401)) throw error;
    });
    this.leave();
  }

  /** Whoever is not signed in any more and does not want to go on in place. */
  leave(): void {
    this.api.readerId = null;
    this.store.setState({ phase: 'signedOut', me: null });
    this.giveUpWaiting();
  }

  /**
   * Does it; when the session has ended meanwhile, once more after the same person has signed in again.
   * @throws what `work` throws, SomebodyElse
   */
  async keepGoing<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const { phase, me } = this.store.getState();
    if (phase === 'signedOut') throw new SomebodyElse();
    if (phase === 'ended') await new Promise<void>((goOn, giveUp) => this.waiting.push({ goOn, giveUp }));
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Refusal) || !(await this.isOfSession(error))) throw error;
      this.noteEnd(me);
      return this.keepGoing(work);
    }
  }

  /** The session of `me` is not there any more. @throws SomebodyElse when another has begun */
  private noteEnd(me: ConsoleMe | null): void {
    const now = this.store.getState();
    if (now.me?.reader.id !== me?.reader.id) throw new SomebodyElse();
    // Of several refused at once, the first may already have been answered by signing in again.
    if (now.me === me) this.store.setState({ phase: 'ended' });
  }

  /** Whether it was refused for who is, or is not, signed in; by then it is known who that is. */
  private async isOfSession({ status, problem }: Refusal): Promise<boolean> {
    if (problem.code === 'other_reader') await this.find();
    return status === 401 || problem.code === 'other_reader';
  }

  private enter(me: ConsoleMe): void {
    const before = this.store.getState().me;
    this.api.readerId = me.reader.id;
    this.store.setState({ phase: 'signedIn', me });
    if (before !== null && before.reader.id !== me.reader.id) this.giveUpWaiting();
    else for (const { goOn } of this.waiting.splice(0)) goOn();
  }

  private giveUpWaiting(): void {
    for (const { giveUp } of this.waiting.splice(0)) giveUp(new SomebodyElse());
  }
}

export function moderatedSites(me: ConsoleMe): ConsoleSite[] {
  return me.sites.filter(({ id }) => hasRoleOn(me, id, moderating));
}

/** Whether somebody may use on a site what is for these roles there. */
export function hasRoleOn({ roles }: ConsoleMe, siteId: string, wanted: readonly string[]): boolean {
  return roles.some(({ role, siteId: place }) => role === 'administrator' || (place === siteId && wanted.includes(role)));
}
