import { io, type Socket } from 'socket.io-client';
import { consoleNamespace, livePath } from '../../contract/live';
import { DecideComment } from '../../src/moderation/decide-comment';
import { LeaseComment } from '../../src/moderation/lease-comment';
import type { ReaderActor, Role } from '../../src/platform/access';
import { aPost, aReader, aThread } from '../builders/conversation';
import { aBrowser, aStaffMember } from '../builders/staff';
import type { BrowserLike } from '../support/browser-like';
import { until } from '../support/live-reader';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let threadId: string;
let siteId: string;
let siteKey: string;
let author: ReaderActor;
let reader: BrowserLike;
let moderator: ReaderActor;
let browser: BrowserLike;
const sockets: Socket[] = [];

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

beforeEach(async () => {
  threadId = await aThread(server.sql, { mode: 'premoderated' });
  const { rows } = await server.sql.query('select s.id, s.key from thread t join site s on s.id = t.site_id where t.id = $1', [threadId]);
  [siteId, siteKey] = [rows[0].id, rows[0].key];
  author = await aReader(server.sql);
  reader = await aBrowser(server, author);
  moderator = await aStaffMember(server.sql, 'moderator', siteId);
  browser = await aBrowser(server, moderator);
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect();
});

async function hold(): Promise<string> {
  const { body } = await reader.post(`/api/v1/threads/${threadId}/comments`, aPost());
  return body.own.id;
}

async function holdMany(count: number): Promise<string[]> {
  const { rows } = await server.sql.query(
    `insert into comment (id, thread_id, root_id, depth, author_id, client_id, request_digest, status, text, body, posted_at)
     select id, $1, id, 0, $2, gen_random_uuid(), '', 'held', 'x', '[]', now() from (select gen_random_uuid() as id from generate_series(1, $3::int)) made
     returning id`,
    [threadId, author.readerId, count],
  );
  return rows.map(({ id }) => id);
}

const decide = (by: BrowserLike, id: string, verdict = 'publish') => by.post(`/api/v1/comments/${id}/decisions`, { verdict, revision: 1 });
const takeLease = (by: BrowserLike, id: string) => by.send('PUT', `/api/v1/comments/${id}/lease`);
const endLease = (by: BrowserLike, id: string) => by.send('DELETE', `/api/v1/comments/${id}/lease`);

/** The channel of an open console. */
function connect(by: BrowserLike): Socket {
  const socket = io(server.url + consoleNamespace, {
    path: livePath,
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: {
      origin: 'http://localhost:4600',
      cookie: ['', '-console'].map((name) => `__Host-parley${name}=${by.cookie(`__Host-parley${name}`)}`).join('; '),
    },
  });
  sockets.push(socket);
  return socket;
}

/** Watches the queue of the site; counts what it is told. */
async function watch(by: BrowserLike): Promise<{ isWatched: boolean; told: string[]; socket: Socket }> {
  const socket = connect(by);
  const told: string[] = [];
  socket.on('queue:moved', ({ siteId: id }) => told.push(id));
  const isWatched = await socket.emitWithAck('queue:watch', { siteId });
  return { isWatched, told, socket };
}

/** The pause between two hints is over. */
const whileNothingIsTold = () => new Promise((resolve) => setTimeout(resolve, 400));

describe('an open console', () => {
  it('is told when something comes into its queue, is looked at, and goes', async () => {
    const { told } = await watch(browser);
    const steps: (() => Promise<unknown>)[] = [];
    let id = '';
    steps.push(async () => {
      id = await hold();
    });
    steps.push(() => takeLease(browser, id));
    steps.push(() => decide(browser, id));
    steps.push(() => decide(browser, id, 'hold'));
    steps.push(() => reader.send('DELETE', `/api/v1/comments/${id}`));
    for (const [index, step] of steps.entries()) {
      await step();
      await until(`step ${index} is told`, () => told.length > index);
      await whileNothingIsTold();
    }
    expect(told).toEqual(steps.map(() => siteId));
  });

  it('is told of many at once as of one or two, and of the last of them', async () => {
    const { told } = await watch(browser);
    await Promise.all(Array.from({ length: 8 }, hold));
    await until('it is told', () => told.length > 0);
    await whileNothingIsTold();
    expect(told.length).toBeLessThan(4);
  });

  it('is told what another process did, and that it may have missed something', async () => {
    const { told } = await watch(browser);
    await server.sql.query('select pg_notify($1, $2)', ['queue_moved', siteId]);
    await until('it is told', () => told.length === 1);
    await whileNothingIsTold();
    await server.sql.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query like '%listen queue_moved%'`,
    );
    await until('it is told again', () => told.length === 2);
    await whileNothingIsTold();
    await hold();
    await until('it hears again', () => told.length === 3);
  });

  it('hears nothing of other sites, and who moderates none watches none', async () => {
    const elsewhere = await aStaffMember(server.sql, 'moderator', await siteOf(await aThread(server.sql)));
    const staff = await aStaffMember(server.sql, 'staff', siteId);
    for (const other of [elsewhere, staff]) {
      const { isWatched, told } = await watch(await aBrowser(server, other));
      await hold();
      await whileNothingIsTold();
      expect([isWatched, told]).toEqual([false, []]);
    }
  });

  it('is no channel for a session of the frame, nor for nobody, and ends with its session', async () => {
    for (const stranger of [reader, await aBrowser(server, { ...moderator, audience: 'embed' })]) {
      const socket = connect(stranger);
      const refusal = await new Promise<Error>((resolve) => socket.on('connect_error', resolve));
      expect(refusal.message).toBe('not_logged_in');
    }
    const { socket } = await watch(browser);
    const ended = new Promise((resolve) => socket.on('session:ended', resolve));
    expect((await browser.send('DELETE', '/api/v1/console/session')).status).toBe(204);
    expect(await ended).toEqual({ reason: 'logout' });
    await until('it is closed', () => !socket.connected);
  });
});

describe('a lease', () => {
  let colleague: BrowserLike;
  let colleagueActor: ReaderActor;
  let colleagueName: string;
  beforeEach(async () => {
    colleagueActor = await aStaffMember(server.sql, 'editor', siteId);
    colleague = await aBrowser(server, colleagueActor);
    colleagueName = (await server.sql.query('select name from reader where id = $1', [colleagueActor.readerId])).rows[0].name;
  });

  it('keeps a comment for who looks at it: nobody else takes it or decides on it, and everybody sees who', async () => {
    const id = await hold();
    expect((await takeLease(colleague, id)).status).toBe(200);
    const refused = expect.objectContaining({
      code: 'comment_leased',
      lease: { by: { id: expect.any(String), name: colleagueName }, until: expect.any(String) },
    });
    for (const answer of [await takeLease(browser, id), await decide(browser, id)])
      expect([answer.status, answer.body]).toEqual([409, refused]);
    expect((await browser.get(`/api/v1/sites/${siteKey}/held`)).body.comments).toMatchObject([
      { id, lease: { by: { name: colleagueName } } },
    ]);
    expect((await decide(colleague, id)).status).toBe(201);
  });

  it('goes on while it is asked for, and ends when it is given back, runs out, or with a decision', async () => {
    const ids = [await hold(), await hold(), await hold()] as const;
    for (const id of ids) await takeLease(colleague, id);
    const { until: first } = (await takeLease(colleague, ids[0])).body;
    expect(Date.parse((await takeLease(colleague, ids[0])).body.until)).toBeGreaterThanOrEqual(Date.parse(first));
    expect((await endLease(browser, ids[0])).status).toBe(204);
    expect((await takeLease(browser, ids[0])).status).toBe(409);
    await endLease(colleague, ids[0]);
    await server.sql.query('update lease set until = now() where comment_id = $1', [ids[1]]);
    await decide(colleague, ids[2]);
    for (const id of ids) expect((await takeLease(browser, id)).status).toBe(200);
  });

  it('lets two moderators who race through a queue never both decide, and decide on all of it', async () => {
    const size = 500;
    const ids = await holdMany(size);
    const lease = server.app.get(LeaseComment, { strict: false });
    const decideComment = server.app.get(DecideComment, { strict: false });
    // Past the limits of the API, which are not what is asked here.
    const refusals: string[] = [];
    const decided = await Promise.all(
      [moderator, colleagueActor].map(async (by) => {
        const mine: string[] = [];
        for (const id of ids)
          await lease
            .take(by, id)
            .then(() => decideComment.execute(by, id, { verdict: 'publish', revision: 1 }))
            .then(() => mine.push(id))
            .catch((refusal: { code: string }) => refusals.push(refusal.code));
        return mine;
      }),
    );
    expect(decided.flat().sort()).toEqual([...ids].sort());
    expect(refusals.length).toBe(size);
    expect([...new Set(refusals)].filter((code) => !['comment_leased', 'comment_changed'].includes(code))).toEqual([]);
    const { rows } = await server.sql.query('select comment_id from decision where comment_id = any($1)', [ids]);
    expect(rows.length).toBe(size);
  });
});

describe('moderation', () => {
  it.each<[Role | 'reader', 'own' | 'foreign', boolean]>([
    ['administrator', 'own', true],
    ['editor', 'own', true],
    ['editor', 'foreign', false],
    ['moderator', 'own', true],
    ['moderator', 'foreign', false],
    ['staff', 'own', false],
    ['reader', 'own', false],
  ])('is for who has the right on the site: %s of the %s site: %s', async (role, place, isAllowed) => {
    const id = await hold();
    const roleSite = place === 'own' ? siteId : await siteOf(await aThread(server.sql));
    const actor = role === 'reader' ? author : await aStaffMember(server.sql, role, role === 'administrator' ? undefined : roleSite);
    const caller = await aBrowser(server, actor);
    const refused = role === 'reader' ? 401 : 404;
    const calls: [() => Promise<{ status: number }>, number][] = [
      [() => caller.get(`/api/v1/sites/${siteKey}/held`), 200],
      [() => takeLease(caller, id), 200],
      [() => endLease(caller, id), 204],
      [() => decide(caller, id), 201],
    ];
    for (const [call, status] of calls) expect((await call()).status).toBe(isAllowed ? status : refused);
  });
});

async function siteOf(thread: string): Promise<string> {
  return (await server.sql.query('select site_id from thread where id = $1', [thread])).rows[0].site_id;
}
