import { randomInt } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { commentOrders } from '../../contract/conversation';
import { type JoinedThread, livePath } from '../../contract/live';
import { until } from './live-reader';

export interface Watched {
  /** Where the application listens. */
  url: string;
  threadId: string;
  siteKey: string;
  articleKey: string;
  origin: string;
  /** Comments of which the witness knows the id, as somebody does who saw them once. */
  commentIds: string[];
}

interface Seen {
  where: string;
  what: string;
}

/**
 * Reads everything somebody without rights can read of a thread, as it comes over the wire, and keeps it. Each comes from an address of its own
 * by X-Forwarded-For, since they read more than readers do.
 */
export class Witness {
  readonly seen: Seen[] = [];
  private readonly sockets: Socket[] = [];
  private head = 0;
  private readonly address = `2001:db8:${randomInt(1, 0xffff).toString(16)}:${randomInt(1, 0xffff).toString(16)}::1`;

  /** The headers carry the session of a reader, or nothing. */
  constructor(
    private readonly watched: Watched,
    private readonly headers: Record<string, string> = {},
  ) {}

  /** Every page of every order and form, every route of the API with every id, and the thread over a new live connection. */
  async look(): Promise<void> {
    for (const order of commentOrders) {
      await this.readPages(`/api/v1/threads/${this.watched.threadId}/comments?order=${order}`);
      await this.readPages(`${this.fragmentPath}?form=part&order=${order}`);
    }
    for (const path of await this.everyPath()) await this.read(path);
    await this.listen();
  }

  /** What a reader may try on each comment, for what the refusals tell. */
  async meddle(): Promise<void> {
    for (const id of this.watched.commentIds) {
      await this.read(`/api/v1/comments/${id}/reaction`, 'PUT', { kind: 'like' });
      await this.read(`/api/v1/comments/${id}/reaction`, 'DELETE');
      await this.read(`/api/v1/comments/${id}`, 'PATCH', { revision: 1, text: 'Mine now.' });
      await this.read(`/api/v1/comments/${id}`, 'DELETE');
      await this.read(`/api/v1/comments/${id}/decisions`, 'POST', { verdict: 'publish', revision: 1 });
      const reply = { clientId: crypto.randomUUID(), parentId: id, text: 'An answer.' };
      await this.read(`/api/v1/threads/${this.watched.threadId}/comments`, 'POST', reply);
    }
  }

  /** The connections that listen have everything up to this change, and whatever would still come has had time to. */
  async hear(head: number): Promise<void> {
    await until(`change ${head} over the live channel`, () => this.head >= head);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }

  forget(): void {
    this.seen.length = 0;
  }

  stop(): void {
    for (const socket of this.sockets.splice(0)) socket.disconnect();
  }

  private get fragmentPath(): string {
    return `/sites/${this.watched.siteKey}/threads/${this.watched.articleKey}/comments.html`;
  }

  private async read(path: string, method = 'GET', body?: unknown): Promise<string> {
    const answer = await fetch(this.watched.url + path, {
      method,
      headers: {
        'sec-fetch-site': 'same-origin',
        'x-forwarded-for': this.address,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...this.headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (method === 'GET' && answer.status === 429) throw new Error(`the witness was not let see ${path}`);
    const text = await answer.text();
    const head = JSON.stringify([answer.status, ...answer.headers]);
    this.seen.push({ where: `${method} ${path}`, what: `${head}\n${text}` });
    return text;
  }

  private async readPages(path: string): Promise<void> {
    let cursor: string | undefined;
    do {
      const answer = await this.read(cursor === undefined ? path : `${path}&cursor=${cursor}`);
      cursor = /"nextCursor":"([\w-]+)"|cursor=([\w-]+)/.exec(answer)?.slice(1).find(Boolean);
    } while (cursor !== undefined);
  }

  /** Every GET of the OpenAPI document, so that a new one is looked at as well. */
  private async everyPath(): Promise<string[]> {
    const { siteKey, articleKey, threadId, commentIds, origin } = this.watched;
    const named: Record<string, string> = { siteKey, articleKey, threadId, file: 'none', page: 'rules', item: 'none' };
    const document = JSON.parse(await this.read('/api/openapi.json'));
    const templates = Object.entries<{ get?: object }>(document.paths).flatMap(([path, { get }]) => (get === undefined ? [] : [path]));
    const ofArticle = new URLSearchParams({ article: articleKey, origin, lang: 'en' });
    const query = new URLSearchParams({ article: articleKey, origin, after: '0', lang: 'en' });
    return templates.flatMap((template) => {
      const path = template.replace(/\{(?!id\})(\w+)\}/g, (_, name: string) => {
        const value = named[name];
        if (value === undefined) throw new Error(`${template}: say in the witness what ${name} is`);
        return value;
      });
      if (path.includes('{id}')) return commentIds.map((id) => path.replace('{id}', id));
      if (path.startsWith('/api/')) return [path, `${path}?${query}`];
      return [path, `${path}?${query}`, ...commentIds.map((id) => `${path}?${ofArticle}&comment=${id}`)];
    });
  }

  private async listen(): Promise<void> {
    const socket = io(this.watched.url, {
      path: livePath,
      transports: ['websocket'],
      extraHeaders: { origin: 'http://localhost:4600', ...this.headers },
      forceNew: true,
    });
    this.sockets.push(socket);
    socket.onAny((name, frame) => {
      this.seen.push({ where: `live ${name}`, what: JSON.stringify(frame) });
      if (name === 'thread:changes') this.head = Math.max(this.head, frame.to);
    });
    const joined: JoinedThread = await socket.timeout(5_000).emitWithAck('thread:join', { threadId: this.watched.threadId, after: 0 });
    this.seen.push({ where: 'live thread:join', what: JSON.stringify(joined) });
    if (!('refused' in joined)) this.head = Math.max(this.head, joined.state.head);
  }
}
