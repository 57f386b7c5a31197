import { EditComment } from '../../src/comments/edit-comment';
import { PostComment } from '../../src/comments/post-comment';
import type { ReaderActor } from '../../src/platform/access';
import { RateLimits } from '../../src/platform/http';
import { ChangeThreadSettings } from '../../src/threads/change-thread-settings';
import { aPost, aReader, aThread } from '../builders/conversation';
import { aBrowser, aStaffMember } from '../builders/staff';
import type { BrowserLike } from '../support/browser-like';
import { until } from '../support/live-reader';
import { startTestApp, type TestApp } from '../support/test-app';

const slowSeconds = 60;

/** One comment of a reader in so many seconds, however many are sent at once and however the thread is known to this process. */
describe('a thread in slow mode', () => {
  let server: TestApp;
  let threadId: string;
  let editor: ReaderActor;
  let author: ReaderActor;
  let reader: BrowserLike;

  beforeAll(async () => {
    server = await startTestApp();
    jest.spyOn(server.app.get(RateLimits, { strict: false }), 'consume').mockResolvedValue();
    editor = await aStaffMember(server.sql, 'administrator');
  });
  beforeEach(async () => {
    threadId = await aThread(server.sql);
    author = await aReader(server.sql);
    reader = await aBrowser(server, author);
    await set({ slowSeconds });
  });
  afterAll(() => server.close());

  const get = <Provider>(type: new (...given: never[]) => Provider): Provider => server.app.get(type, { strict: false });
  const set = (given: object) => get(ChangeThreadSettings).execute(editor, threadId, given);
  const send = (given = {}, by = reader) => by.post(`/api/v1/threads/${threadId}/comments`, aPost(given));
  const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort();
  const stored = async () => (await server.sql.query('select status from comment where thread_id = $1', [threadId])).rows.length;
  const waited = (seconds: number) =>
    server.sql.query(`update slow_post set posted_at = posted_at - make_interval(secs => $2) where thread_id = $1`, [threadId, seconds]);
  const waitOf = async (by: BrowserLike) => (await by.get(`/api/v1/threads/${threadId}/mine`)).body.waitSeconds;

  it('takes one comment, and tells whoever sends another how long to wait', async () => {
    expect(await waitOf(reader)).toBe(0);
    expect((await send()).status).toBe(201);
    const answer = await send();
    expect([answer.status, answer.body.code]).toEqual([429, 'slow_mode']);
    expect(answer.body.waitSeconds).toBeGreaterThan(slowSeconds - 10);
    expect(answer.headers.get('retry-after')).toBe(String(answer.body.waitSeconds));
    expect(await waitOf(reader)).toBeGreaterThan(slowSeconds - 10);
    expect((await send({}, await aBrowser(server, await aReader(server.sql)))).status).toBe(201);
    expect(await stored()).toBe(2);
  });

  it('takes the next one when the time is over, not a second before', async () => {
    await send();
    await waited(slowSeconds - 5);
    expect((await send()).body.waitSeconds).toBeLessThanOrEqual(5);
    await waited(5);
    expect(await waitOf(reader)).toBe(0);
    expect((await send()).status).toBe(201);
    expect((await send()).status).toBe(429);
  });

  it.each(['open', 'premoderated'] as const)('of twenty comments at once takes one, where it is %s', async (mode) => {
    await set({ mode });
    for (const round of [1, 2, 3]) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => send()));
      expect(statuses(answers)).toEqual([201, ...Array.from({ length: 19 }, () => 429)]);
      expect(await stored()).toBe(round);
      await waited(slowSeconds);
    }
  });

  it('of twenty replies at once takes one', async () => {
    const { body } = await send({}, await aBrowser(server, await aReader(server.sql)));
    const answers = await Promise.all(Array.from({ length: 20 }, () => send({ parentId: body.own.id })));
    expect(statuses(answers)).toEqual([201, ...Array.from({ length: 19 }, () => 429)]);
  });

  it('takes a comment once that is sent twenty times at once, and answers all of them with it', async () => {
    const { clientId } = aPost();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send({ clientId })));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.own?.id}`)).size).toBe(1);
    expect([answers[0]?.status, await stored()]).toEqual([201, 1]);
  });

  it('answers what comes again, however soon and however much later', async () => {
    const [first, second] = [aPost(), aPost()];
    const { body } = await send(first);
    expect(await send(first)).toMatchObject({ status: 201, body: { own: { id: body.own.id } } });
    await waited(slowSeconds);
    expect((await send(second)).status).toBe(201);
    expect(await send(first)).toMatchObject({ status: 201, body: { own: { id: body.own.id } } });
    expect((await send()).status).toBe(429);
  });

  it('does not take the turn of a comment that is refused', async () => {
    expect((await send({ parentId: '0193a000-0000-7000-8000-000000000001' })).body.code).toBe('parent_gone');
    expect((await send({ text: ' ' })).body.code).toBe('comment_empty');
    expect((await send()).status).toBe(201);
  });

  it('does not count edits', async () => {
    const { own } = await get(PostComment).execute(author, threadId, aPost());
    const edited = await get(EditComment).execute(author, own.id, { revision: 1, text: 'Better said.' });
    expect(edited.own.revision).toBe(2);
    expect(await get(EditComment).execute(author, own.id, { revision: 2, text: 'Best said.' })).toMatchObject({ own: { revision: 3 } });
  });

  it('keeps nobody waiting who has a role on the site', async () => {
    const { rows } = await server.sql.query('select site_id from thread where id = $1', [threadId]);
    const staff = await aStaffMember(server.sql, 'staff', rows[0].site_id);
    const browser = await aBrowser(server, { ...staff, audience: 'embed' });
    const answers = await Promise.all(Array.from({ length: 5 }, () => send({}, browser)));
    expect(statuses(answers)).toEqual([201, 201, 201, 201, 201]);
    expect(await waitOf(browser)).toBeNull();
  });

  it('is over at once when an editor ends it, and another thread knows nothing of it', async () => {
    await send();
    const slow = threadId;
    threadId = await aThread(server.sql);
    expect(statuses([await send(), await send()])).toEqual([201, 201]);
    threadId = slow;
    expect((await send()).status).toBe(429);
    await set({ slowSeconds: null });
    expect(await waitOf(reader)).toBe(0);
    expect(statuses([await send(), await send()])).toEqual([201, 201]);
  });

  it('begins at once where this process knows the thread without it', async () => {
    await set({ slowSeconds: null });
    expect(statuses([await send(), await send()])).toEqual([201, 201]);
    await set({ slowSeconds });
    expect([(await send()).status, (await send()).body.code]).toEqual([201, 'slow_mode']);
  });

  it('holds for a post that was decided before it began', async () => {
    await set({ slowSeconds: null });
    await send();
    await server.sql.query('begin');
    await server.sql.query('update thread_head set head = head + 1, mode_seq = head + 1 where thread_id = $1', [threadId]);
    await server.sql.query('update thread set slow_seconds = 60 where id = $1', [threadId]);
    await server.sql.query(`insert into slow_post (thread_id, reader_id, client_id, posted_at) values ($1, $2, $1, now())`, [
      threadId,
      author.readerId,
    ]);
    const sending = send();
    await until('it waits', async () => {
      const { rowCount } = await server.sql.query(
        'select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))',
      );
      return (rowCount ?? 0) > 0;
    });
    await server.sql.query('commit');
    expect((await sending).body.code).toBe('slow_mode');
  });

  it('says what holds in it with every post, as a page does', async () => {
    await set({ question: 'And you?' });
    const { body } = await send();
    const page = (await reader.get(`/api/v1/threads/${threadId}/comments`)).body;
    expect(body.state).toEqual(page.thread);
    expect(body.state).toMatchObject({ slowSeconds, question: 'And you?' });
  });
});
