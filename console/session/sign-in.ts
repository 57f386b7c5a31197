import { createStore } from 'zustand/vanilla';
import type { LogInRequest } from '../../contract/auth';
import { NoAnswer, Refusal } from '../api/console-api';
import type { Session } from './session';

/** Why nobody was let in. */
export type SignInProblem =
  | { kind: 'wrongCredentials' | 'noAnswer' }
  | { kind: 'tooManyTries'; minutes: number }
  | { kind: 'refused'; detail: string };

export interface SignInState {
  isUnderWay: boolean;
  problem: SignInProblem | null;
}

/** The form at the door. */
export class SignIn {
  readonly store = createStore<SignInState>(() => ({ isUnderWay: false, problem: null }));

  constructor(private readonly session: Pick<Session, 'signIn'>) {}

  async submit(request: LogInRequest): Promise<void> {
    if (this.store.getState().isUnderWay) return;
    this.store.setState({ isUnderWay: true, problem: null });
    try {
      await this.session.signIn(request);
      this.store.setState({ isUnderWay: false });
    } catch (error) {
      this.store.setState({ isUnderWay: false, problem: problemOf(error) });
    }
  }
}

function problemOf(error: unknown): SignInProblem {
  if (error instanceof NoAnswer) return { kind: 'noAnswer' };
  if (!(error instanceof Refusal)) throw error;
  if (error.status === 429) return { kind: 'tooManyTries', minutes: Math.max(1, Math.ceil((error.retryAfterSeconds ?? 60) / 60)) };
  // An address that is none belongs to no password either.
  if (error.status === 401 || error.status === 400) return { kind: 'wrongCredentials' };
  return { kind: 'refused', detail: error.problem.detail };
}
