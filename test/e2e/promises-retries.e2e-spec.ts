import { randomUUID } from 'node:crypto';
import type { PostCommentRequest } from '../../contract/conversation';
import { EditComment } from '../../src/comments/edit-comment';
import { WithdrawComment } from '../../src/comments/withdraw-comment';
import { createApp } from '../../src/create-app';
import { DecideComment } from '../../src/moderation/decide-comment';
import type { ReaderActor } from '../../src/platform/access';
import { RateLimits } from '../../src/platform/http';
import { aPost, aReader, aThread, changeMode } from '../builders/conversation';
import { aBrowser, aReason, aStaffMember } from '../builders/staff';
import { AnswerCuttingProxy, type Cut } from '../support/answer-cutting-proxy';
import { type Answer, BrowserLike } from '../support/browser-like';
import { wrongCounters } from '../support/invariants';
import { chooseSeed, Random } from '../support/random';
import { startTestApp, type TestApp } from '../support/test-app';
import { silentLog } from '../support/test-server';

const cuts: (Cut | undefined)[] = ['once the request is through', 'before the answer', 'in the answer', undefined];

/**
 * R2: a retried post posts once. Over HTTP, with the limits on rates lifted: how often somebody may send is not the question here.
 *
 * Seen failing against a build without idempotency (no unique client id, no look at the earlier comment): every test but one; and with the
 * unique constraint but nobody who minds it, those that send at the same time.
 */
describe('R2: a retried post posts once', () => {
  let server: TestApp;
  let reader: ReaderActor;
  let browser: BrowserLike;

  beforeAll(async () => {
    server = await startTestApp();
    liftRates();
  });
  beforeEach(async () => {
    reader = await aReader(server.sql);
    browser = await aBrowser(server, reader);
  });
  afterAll(() => server.close());

  function liftRates(): void {
    jest.spyOn(server.app.get(RateLimits, { strict: false }), 'consume').mockResolvedValue();
  }

  /** Ends the application and starts another on its database. */
  async function restart(): Promise<void> {
    await server.app.close();
    const app = await createApp({ env: server.env, logger: silentLog, connection: server.database.connection });
    await app.listen(0, '127.0.0.1');
    const { close } = server;
    server = { ...server, app, url: await app.getUrl(), close: () => app.close().then(close) };
    liftRates();
  }

  const get = <Provider>(type: new (...given: never[]) => Provider): Provider => server.app.get(type, { strict: false });
  const send = (threadId: string, request: PostCommentRequest, sender = browser): Promise<Answer> =>
    sender.post(`/api/v1/threads/${threadId}/comments`, request);
  const statuses = (answers: Answer[]): number[] => answers.map(({ status }) => status);
  const ids = (answers: Answer[]): string[] => [...new Set(answers.map(({ body }) => body.own?.id))];

  async function stored(threadId: string): Promise<{ id: string; client_id: string; text: string }[]> {
    return (await server.sql.query('select id, client_id, text from comment where thread_id = $1 order by posted_at, id', [threadId])).rows;
  }

  /** The same session behind another address: in between, or after a restart. */
  function through(url: string, session = browser): BrowserLike {
    const other = new BrowserLike(url);
    other.give('__Host-parley', session.cookie('__Host-parley') ?? '');
    return other;
  }

  /** As the widget does: the same request until it is answered. */
  async function sendUntilAnswered(threadId: string, request: PostCommentRequest, sender: BrowserLike): Promise<Answer> {
    for (;;) {
      const answer = await send(threadId, request, sender).catch(() => undefined);
      if (answer !== undefined) return answer;
    }
  }

  it.each(['open', 'premoderated'] as const)(
    'whose answers are cut off, in a thread that is %s',
    async (mode) => {
      const seed = chooseSeed('R2');
      const random = new Random(seed);
      const proxy = await AnswerCuttingProxy.before(server.url);
      const threadId = await aThread(server.sql, { mode });
      const acknowledged = new Map<string, string>();
      let parentId: string | undefined;
      let attempts = 0;
      for (let round = 0; round < 40; round += 1) {
        const senders = [browser, await aBrowser(server, await aReader(server.sql))].map((session) => through(proxy.url, session));
        await Promise.all(
          senders.map(async (sender) => {
            for (const cut of [1, 2, 3].map(() => cuts[Math.floor(random.next() * cuts.length)])) if (cut !== undefined) proxy.cutNext(cut);
            const request = aPost({ text: `Round ${round}`, parentId: random.next() < 0.5 ? parentId : undefined });
            const answer = await sendUntilAnswered(threadId, request, sender);
            expect({ seed, status: answer.status }).toEqual({ seed, status: 201 });
            acknowledged.set(request.clientId, answer.body.own.id);
            if (mode === 'open') parentId = answer.body.own.id;
            attempts += 1;
          }),
        );
      }
      expect({ seed, often: proxy.cutCount > 60 }).toEqual({ seed, often: true });
      await proxy.close();
      const rows = await stored(threadId);
      expect({ seed, stored: rows.length }).toEqual({ seed, stored: attempts });
      expect(new Map(rows.map(({ id, client_id }) => [client_id, id]))).toEqual(acknowledged);
      expect(await wrongCounters(server.sql, threadId)).toEqual([]);
    },
    60_000,
  );

  it.each(['open', 'premoderated'] as const)('twenty times at once, in a thread that is %s', async (mode) => {
    const threadId = await aThread(server.sql);
    const parent = await send(threadId, aPost());
    await changeMode(server.sql, threadId, mode);
    for (const parentId of [undefined, parent.body.own.id]) {
      const request = aPost({ parentId });
      const answers = await Promise.all(Array.from({ length: 20 }, () => send(threadId, request)));
      expect(statuses(answers)).toEqual(answers.map(() => 201));
      expect(ids(answers)).toHaveLength(1);
      expect(new Set(answers.map(({ body }) => body.view?.seq)).size).toBe(1);
      expect((await stored(threadId)).filter(({ client_id }) => client_id === request.clientId)).toHaveLength(1);
    }
    expect(await stored(threadId)).toHaveLength(3);
    expect(await wrongCounters(server.sql, threadId)).toEqual([]);
  });

  it('but another text, parent or thread under its id is refused and leaves nothing', async () => {
    const threadId = await aThread(server.sql);
    const elsewhere = await aThread(server.sql);
    const parent = (await send(threadId, aPost())).body.own.id;
    const request = aPost();
    const first = await send(threadId, request);
    const answers = [
      await send(threadId, { ...request, text: `${request.text} ` }),
      await send(threadId, { ...request, parentId: parent }),
      await send(elsewhere, request),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [422, 'client_id_reused']));
    expect([await stored(threadId), await stored(elsewhere)].map((rows) => rows.length)).toEqual([2, 0]);
    expect((await send(threadId, request)).body.own.id).toBe(first.body.own.id);
  });

  it('in whatever case it spells the ids', async () => {
    const threadId = await aThread(server.sql);
    const parentId = (await send(threadId, aPost())).body.own.id;
    const request = aPost({ parentId });
    const shouted = { ...request, clientId: request.clientId.toUpperCase(), parentId: parentId.toUpperCase() };
    const first = await send(threadId, shouted);
    const again = [await send(threadId, request), await send(threadId.toUpperCase(), shouted)];
    expect([first.status, first.body.own.clientId, first.body.own.parentId]).toEqual([201, request.clientId, parentId]);
    expect(again.map(({ status, body }) => [status, body])).toEqual(again.map(() => [201, first.body]));
    expect(await stored(threadId)).toHaveLength(2);
  });

  it('and of two texts under one id at the same moment one is posted, the other always refused', async () => {
    const threadId = await aThread(server.sql);
    for (let round = 0; round < 10; round += 1) {
      const clientId = randomUUID();
      const texts = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? 'The one.' : 'The other.'));
      const answers = await Promise.all(texts.map((text) => send(threadId, aPost({ clientId, text }))));
      const [row, ...more] = (await stored(threadId)).filter((comment) => comment.client_id === clientId);
      expect(more).toEqual([]);
      expect(statuses(answers)).toEqual(texts.map((text) => (text === row?.text ? 201 : 422)));
    }
    expect(await wrongCounters(server.sql, threadId)).toEqual([]);
  });

  it('while somebody else may use the same id', async () => {
    const threadId = await aThread(server.sql);
    const request = aPost();
    const other = await aBrowser(server, await aReader(server.sql));
    expect(ids([await send(threadId, request), await send(threadId, request, other)])).toHaveLength(2);
  });

  it.each(['open', 'premoderated'] as const)('also after a restart, in a thread that is %s', async (mode) => {
    const threadId = await aThread(server.sql, { mode });
    const request = aPost();
    const first = await send(threadId, request);
    await restart();
    const restarted = through(server.url);
    const replayed = await send(threadId, request, restarted);
    expect([replayed.status, replayed.body]).toEqual([first.status, first.body]);
    expect((await send(threadId, { ...request, text: 'Another.' }, restarted)).body.code).toBe('client_id_reused');
    expect(await stored(threadId)).toHaveLength(1);
  });

  describe('and says what has become of it since', () => {
    const decide = async (threadId: string, id: string) => {
      const moderator = await aStaffMember(server.sql, 'administrator');
      await get(DecideComment).execute(moderator, id, { verdict: 'remove', revision: 1, reasonId: await aReason(server.sql, id) });
      return threadId;
    };
    it.each<[string, string, (threadId: string, id: string) => Promise<unknown>]>([
      ['edited', 'published', (_, id) => get(EditComment).execute(reader, id, { revision: 1, text: 'Better said.' })],
      ['withdrawn', 'withdrawn', (_, id) => get(WithdrawComment).execute(reader, id)],
      ['removed', 'removed', decide],
      ['closed with its thread', 'published', (threadId) => changeMode(server.sql, threadId, 'closed')],
    ])('when it was %s', async (_, status, since) => {
      const threadId = await aThread(server.sql);
      const request = aPost();
      const first = await send(threadId, request);
      await since(threadId, first.body.own.id);
      const replayed = await send(threadId, request);
      expect([replayed.status, replayed.body.own.id, replayed.body.own.status]).toEqual([201, first.body.own.id, status]);
      expect(replayed.body.view === null).toBe(status !== 'published');
      expect(await stored(threadId)).toHaveLength(1);
    });
  });
});
