import { type LogInRequest, type Me, type RegisterRequest, readerHeader } from '../../contract/auth';
import type {
  CommentPage,
  EditCommentRequest,
  MineInThread,
  MyCommentsPage,
  Permalink,
  PostCommentRequest,
  PostedComment,
  ReactionKind,
  RepliesPage,
  VisibleComment,
} from '../../contract/conversation';
import type { MentionableReaders } from '../../contract/following';
import type {
  NoticeReceipt,
  NoticeRequest,
  NoticeStatus,
  OwnReport,
  OwnReportsPage,
  ReportReason,
  ReportRequest,
} from '../../contract/reports';
import type { OwnStatement, OwnStatementsPage } from '../../contract/sanctions';
import type { Listing } from '../conversation/conversation';

/** The service answered, and said no. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly problem: { code: string; detail: string; reason?: string; errors?: { field: string }[]; [extension: string]: unknown },
    /** Seconds until another try makes sense. */
    readonly retryAfterSeconds: number | null,
  ) {
    super(problem.detail);
  }
}

/** No answer came: whether the service did what it was asked is not known. */
export class NoAnswer extends Error {}

/** Whose name the page shows. */
export interface ShownReader {
  readonly reader: Me['reader'] | undefined;
  /** Asks who it is. @throws NoAnswer */
  find(): Promise<void>;
}

const patienceMilliseconds = 15_000;
const otherReader = 'other_reader';

/** Knows how the service is asked, and its addresses; those of some parts are beside this. Every method throws Refusal or NoAnswer. */
export class ParleyApi {
  constructor(
    private readonly threadId: string,
    private readonly shown: () => ShownReader,
    private readonly fetch: typeof globalThis.fetch = (...request) => globalThis.fetch(...request),
  ) {}

  page(order: Listing, cursor?: string | null): Promise<CommentPage> {
    const query = new URLSearchParams({ order, ...(cursor ? { cursor } : {}) });
    return this.read(`threads/${this.threadId}/${order === 'picks' ? order : 'comments'}?${query}`);
  }

  permalink(id: string): Promise<Permalink> {
    return this.read(`comments/${id}`);
  }

  replies(id: string, after?: string): Promise<RepliesPage> {
    return this.read(`comments/${id}/replies${after === undefined ? '' : `?after=${after}`}`);
  }

  post(request: PostCommentRequest): Promise<PostedComment> {
    return this.ask('POST', `threads/${this.threadId}/comments`, request);
  }

  edit(id: string, request: EditCommentRequest): Promise<PostedComment> {
    return this.ask('PATCH', `comments/${id}`, request);
  }

  withdraw(id: string): Promise<PostedComment> {
    return this.ask('DELETE', `comments/${id}`);
  }

  react(id: string, kind: ReactionKind | null): Promise<VisibleComment> {
    return kind === null ? this.ask('DELETE', `comments/${id}/reaction`) : this.ask('PUT', `comments/${id}/reaction`, { kind });
  }

  mine(): Promise<MineInThread> {
    return this.read(`threads/${this.threadId}/mine`);
  }

  myComments(cursor: string | null): Promise<MyCommentsPage> {
    return this.read(`me/comments${after(cursor)}`);
  }

  myStatements(cursor: string | null): Promise<OwnStatementsPage> {
    return this.read(`me/statements${after(cursor)}`);
  }

  myReports(cursor: string | null): Promise<OwnReportsPage> {
    return this.read(`me/reports${after(cursor)}`);
  }

  object(statementId: string, text: string): Promise<OwnStatement> {
    return this.ask('POST', `me/statements/${statementId}/appeal`, { text });
  }

  acknowledge(statementId: string): Promise<void> {
    return this.ask('PUT', `me/statements/${statementId}/acknowledgement`);
  }

  reportReasons(): Promise<ReportReason[]> {
    return this.read(`threads/${this.threadId}/report-reasons`);
  }

  report(commentId: string, request: ReportRequest): Promise<OwnReport> {
    return this.ask('POST', `comments/${commentId}/reports`, request);
  }

  sendNotice(commentId: string, request: NoticeRequest): Promise<NoticeReceipt> {
    return this.ask('POST', `comments/${commentId}/notices`, request);
  }

  notice(reference: string): Promise<NoticeStatus> {
    return this.read(`notices/${encodeURIComponent(reference)}`);
  }

  mentionable(siteKey: string, prefix: string): Promise<MentionableReaders> {
    return this.read(`sites/${siteKey}/mentionable?${new URLSearchParams({ thread: this.threadId, prefix })}`);
  }

  me(): Promise<Me> {
    return this.read('me');
  }

  join(request: RegisterRequest): Promise<void> {
    return this.ask('POST', 'readers', request);
  }

  logIn(request: LogInRequest): Promise<void> {
    return this.ask('POST', 'session', request);
  }

  logOut(): Promise<void> {
    return this.ask('DELETE', 'session');
  }

  /** Many can read behind one address: who is told to come back in a moment waits for it, once. */
  read<Answer>(path: string): Promise<Answer> {
    return this.ask<Answer>('GET', path).catch(async (error) => {
      const pause = error instanceof Refusal && error.status === 429 ? (error.retryAfterSeconds ?? 1) * 1_000 : Number.POSITIVE_INFINITY;
      if (pause > patienceMilliseconds) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
      return this.ask('GET', path);
    });
  }

  async ask<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const { reader } = this.shown();
    const response = await this.fetch(`/api/v1/${path}`, {
      method,
      signal: AbortSignal.timeout(patienceMilliseconds),
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(reader && method !== 'GET' && { [readerHeader]: reader.id }),
      },
      body: JSON.stringify(body),
    }).catch((error: unknown) => {
      throw new NoAnswer('no answer', { cause: error });
    });
    if (!response.ok) throw await this.told(await refusalIn(response), reader);
    if (response.status === 204) return undefined as Answer;
    return response.json().catch((error: unknown) => {
      throw new NoAnswer('half an answer', { cause: error });
    }) as Promise<Answer>;
  }

  /** Whoever hears that somebody else has logged in knows by then who that is. That the session of an earlier reader is over says nothing of who reads now. */
  private async told(refusal: Refusal, asker: ShownReader['reader']): Promise<Refusal> {
    const { reader } = this.shown();
    if (asker && reader && asker.id !== reader.id && isLoggedOut(refusal)) refusal.problem.code = otherReader;
    else if (isOtherReader(refusal)) await this.shown().find();
    if (isOtherReader(refusal)) refusal.problem.name = this.shown().reader?.name;
    return refusal;
  }
}

export function after(cursor: string | null): string {
  return cursor === null ? '' : `?${new URLSearchParams({ cursor })}`;
}

/** Nothing was done: the session is not that of the reader whom the page showed. */
export function isOtherReader(error: unknown): boolean {
  return isRefusedAs(otherReader, error);
}

export function isRefusedAs(code: string, error: unknown): error is Refusal {
  return error instanceof Refusal && error.problem.code === code;
}

/** The session is over of the reader whom the page shows. */
export function isLoggedOut(error: unknown): boolean {
  return error instanceof Refusal && error.status === 401 && !isOtherReader(error);
}

async function refusalIn(response: Response): Promise<Refusal> {
  const problem = await response.json().catch(() => ({}));
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new Refusal(response.status, { code: 'internal_error', detail: '', ...problem }, Number.isNaN(retryAfter) ? null : retryAfter);
}
