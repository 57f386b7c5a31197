import { type ConsoleMe, type LogInRequest, readerHeader } from '../../contract/auth';
import type { Decided, DecideRequest, DecisionView, HeldPage, LeaseView } from '../../contract/moderation';
import type { ReasonView } from '../../contract/reasons';
import type { MacroView, NoteView, ReaderHistory, SanctionRequest, SanctionView } from '../../contract/sanctions';
import { queryOf } from './query-of';
import { sitePath } from './site-path';

/** What the service says when it refuses; a `comment_changed` also tells what happened, a `comment_leased` who has it. */
export interface ToldProblem {
  code: string;
  detail: string;
  status?: string;
  revision?: number;
  /** The fields at fault. */
  errors?: { field: string; detail: string }[];
  lastDecision?: DecisionView | null;
  lease?: LeaseView;
}

/** The service answered, and said no. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly problem: ToldProblem,
    /** Seconds until another try makes sense. */
    readonly retryAfterSeconds: number | null,
  ) {
    super(problem.detail);
  }
}

/** No answer came: whether the service did what it was asked is not known. */
export class NoAnswer extends Error {}

const patienceMilliseconds = 15_000;

/**
 * The only one that asks the service. It knows the addresses of what is always there; a page that is loaded has its own beside it.
 * Every method throws Refusal or NoAnswer.
 */
export class ConsoleApi {
  /** In whose name writes are sent; the service refuses them when the session is somebody else's. */
  readerId: string | null = null;
  /** Hears of each comment that was decided on from here. */
  onDecided: ((commentId: string) => void) | null = null;

  constructor(private readonly fetch: typeof globalThis.fetch = (...request) => globalThis.fetch(...request)) {}

  me(): Promise<ConsoleMe> {
    return this.ask('GET', 'console/me');
  }

  signIn(request: LogInRequest): Promise<void> {
    return this.ask('POST', 'console/session', request);
  }

  signOut(): Promise<void> {
    return this.ask('DELETE', 'console/session');
  }

  /** All that is held, or what one rule found of it. */
  held(siteKey: string, cursor: string | null, rule = ''): Promise<HeldPage> {
    return this.ask('GET', `${sitePath(siteKey)}/held${queryOf({ rule, cursor })}`);
  }

  async decide(commentId: string, request: DecideRequest): Promise<Decided> {
    const decided = await this.ask<Decided>('POST', `comments/${commentId}/decisions`, request);
    this.onDecided?.(commentId);
    return decided;
  }

  takeLease(commentId: string): Promise<Pick<LeaseView, 'until'>> {
    return this.ask('PUT', `comments/${commentId}/lease`);
  }

  endLease(commentId: string): Promise<void> {
    return this.ask('DELETE', `comments/${commentId}/lease`);
  }

  reasons(siteKey: string): Promise<ReasonView[]> {
    return this.ask('GET', `${sitePath(siteKey)}/reasons`);
  }

  macros(siteKey: string): Promise<MacroView[]> {
    return this.ask('GET', `${sitePath(siteKey)}/macros`);
  }

  reader(siteKey: string, readerId: string): Promise<ReaderHistory> {
    return this.ask('GET', `${sitePath(siteKey)}/readers/${readerId}`);
  }

  writeNote(siteKey: string, readerId: string, text: string): Promise<NoteView[]> {
    return this.ask('POST', `${sitePath(siteKey)}/readers/${readerId}/notes`, { text });
  }

  sanction(siteKey: string, request: SanctionRequest): Promise<SanctionView> {
    return this.ask('POST', `${sitePath(siteKey)}/sanctions`, request);
  }

  liftSanction(siteKey: string, id: string): Promise<SanctionView> {
    return this.ask('DELETE', `${sitePath(siteKey)}/sanctions/${id}`);
  }

  /** A path of the API, with its query. */
  async ask<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const isInSomebodysName = this.readerId !== null && method !== 'GET' && path !== 'console/session';
    const response = await this.fetch(`/api/v1/${path}`, {
      method,
      // What is given back as the page closes is still sent.
      keepalive: method === 'DELETE',
      signal: AbortSignal.timeout(patienceMilliseconds),
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(isInSomebodysName && { [readerHeader]: this.readerId ?? '' }),
      },
      body: JSON.stringify(body),
    }).catch((error: unknown) => {
      throw new NoAnswer('no answer', { cause: error });
    });
    if (!response.ok) throw await refusalIn(response);
    if (response.status === 204) return undefined as Answer;
    return response.json().catch((error: unknown) => {
      throw new NoAnswer('half an answer', { cause: error });
    }) as Promise<Answer>;
  }
}

async function refusalIn(response: Response): Promise<Refusal> {
  const problem = await response.json().catch(() => ({}));
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new Refusal(response.status, { code: 'internal_error', detail: '', ...problem }, Number.isNaN(retryAfter) ? null : retryAfter);
}
