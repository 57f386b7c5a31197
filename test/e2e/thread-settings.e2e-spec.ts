import type { ReaderActor, Role } from '../../src/platform/access';
import { SettleFirstViews } from '../../src/threads/settle-first-views';
import { aPost, aReader, aThread } from '../builders/conversation';
import { aBrowser, aStaffMember } from '../builders/staff';
import { BrowserLike } from '../support/browser-like';
import { LiveReader, until } from '../support/live-reader';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let threadId: string;
let siteId: string;
let siteKey: string;
let articleKey: string;
let editor: BrowserLike;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

beforeEach(async () => {
  threadId = await aThread(server.sql);
  const { rows } = await server.sql.query(
    'select s.id, s.key, t.article_key from thread t join site s on s.id = t.site_id where t.id = $1',
    [threadId],
  );
  [siteId, siteKey, articleKey] = [rows[0].id, rows[0].key, rows[0].article_key];
  editor = await aBrowser(server, await aStaffMember(server.sql, 'editor', siteId));
});

const change = (by: BrowserLike, body: unknown) => by.send('PATCH', `/api/v1/threads/${threadId}`, { body });
const read = (by: BrowserLike) => by.get(`/api/v1/threads/${threadId}/settings`);
const publicState = async () => (await new BrowserLike(server.url).get(`/api/v1/threads/${threadId}/comments`)).body.thread;

describe('the settings of a thread', () => {
  it('are what an editor sets, one by one', async () => {
    const closesAt = '2099-01-01T12:00:00.000Z';
    expect((await read(editor)).body).toMatchObject({ mode: 'open', closesAt: null, slowSeconds: null, question: null });
    for (const given of [{ mode: 'premoderated' }, { closesAt }, { slowSeconds: 30 }, { question: ' And\n you? ' }]) {
      expect((await change(editor, given)).status).toBe(200);
    }
    const all = { mode: 'premoderated', closesAt, slowSeconds: 30, question: 'And  you?' };
    expect((await read(editor)).body).toMatchObject(all);
    expect(await publicState()).toEqual({ head: 4, commentCount: 0, mode: 'premoderated', slowSeconds: 30, question: 'And  you?' });
    const off = { mode: 'open', closesAt: null, slowSeconds: 0, question: null };
    expect((await change(editor, off)).body).toMatchObject({ ...off, slowSeconds: null });
    expect(await publicState()).toEqual({ head: 5, commentCount: 0, mode: 'open' });
  });

  it('take a number each time they change, and none when the same is said again', async () => {
    for (const _ of [1, 2]) await change(editor, { slowSeconds: 30, question: 'And you?', closesAt: '2099-01-01T12:00:00Z' });
    expect((await publicState()).head).toBe(1);
    expect((await change(editor, {})).status).toBe(200);
    expect((await publicState()).head).toBe(1);
  });

  it('are heard by open pages at once', async () => {
    await change(editor, { slowSeconds: 30 });
    const reader = new LiveReader({ url: server.url, threadId });
    await until('it looks on', () => reader.state !== undefined);
    await change(editor, { question: 'What did you expect?', slowSeconds: 60 });
    await until('the question is there', () => reader.state?.question === 'What did you expect?');
    expect(reader.state).toMatchObject({ slowSeconds: 60, head: 2 });
    reader.follower.stop();
  });

  it('stay as they are when the publisher registers the article again', async () => {
    await change(editor, { question: 'And you?', slowSeconds: 30, mode: 'premoderated' });
    const administrator = await aBrowser(server, await aStaffMember(server.sql, 'administrator'));
    const body = { url: 'https://news.example.org/again', title: 'Another title' };
    const { status } = await administrator.send('PUT', `/api/v1/sites/${siteKey}/threads/${articleKey}`, { body });
    expect(status).toBe(200);
    const settings = { title: 'Another title', question: 'And you?', slowSeconds: 30, mode: 'premoderated' };
    expect((await read(editor)).body).toMatchObject(settings);
  });

  it('keep a thread of a first view, which would go when nobody comments', async () => {
    await server.sql.query(`update thread set registered_by = 'first_view', provisional_at = now() - interval '2 days' where id = $1`, [
      threadId,
    ]);
    await change(editor, { question: 'And you?' });
    await server.app.get(SettleFirstViews, { strict: false }).execute();
    expect((await read(editor)).body.question).toBe('And you?');
  });

  it.each([
    [{ mode: 'ajar' }, 'mode'],
    [{ mode: null }, 'mode'],
    [{ closesAt: 'soon' }, 'closesAt'],
    [{ slowSeconds: 3_601 }, 'slowSeconds'],
    [{ slowSeconds: -1 }, 'slowSeconds'],
    [{ slowSeconds: 1.5 }, 'slowSeconds'],
    [{ question: ' ' }, 'question'],
    [{ question: 'q'.repeat(201) }, 'question'],
    [{ title: 'Not here' }, 'title'],
  ])('do not take %j', async (given, field) => {
    const { status, body } = await change(editor, given);
    expect([status, body.code, body.errors[0].field]).toEqual([400, 'invalid_request', field]);
  });
});

describe('the threads of a site', () => {
  const list = (by: BrowserLike, query = '') => by.get(`/api/v1/sites/${siteKey}/threads${query}`);
  const ids = (body: any): string[] => body.threads.map(({ id }: { id: string }) => id);

  it('are listed by their newest activity, with what is in them', async () => {
    const quiet = await aThread(server.sql, { siteId });
    await aThread(server.sql);
    const author = await aBrowser(server, await aReader(server.sql));
    await author.post(`/api/v1/threads/${threadId}/comments`, aPost());
    const held = await aThread(server.sql, { siteId, mode: 'premoderated' });
    await author.post(`/api/v1/threads/${held}/comments`, aPost());
    const { body } = await list(editor);
    expect(ids(body).sort()).toEqual([quiet, held, threadId].sort());
    const of = (id: string) => body.threads.find((thread: { id: string }) => thread.id === id);
    expect(of(threadId)).toMatchObject({ commentCount: 1, heldCount: 0, pickCount: 0, articleKey });
    expect(of(held)).toMatchObject({ commentCount: 0, heldCount: 1, mode: 'premoderated' });
    const times = body.threads.map(({ activeAt }: { activeAt: string }) => activeAt);
    expect(times).toEqual([...times].sort().reverse());
    expect(body.nextCursor).toBeNull();
  });

  it('are found by words of the title, the key and the address, taken as they are', async () => {
    await server.sql.query(`update thread set title = 'Half of 100% is_it' where id = $1`, [threadId]);
    await aThread(server.sql, { siteId });
    for (const text of ['HALF of', '100%', 'is_', articleKey, `news.example.org/${threadId}`]) {
      expect([text, ids((await list(editor, `?text=${encodeURIComponent(text)}`)).body)]).toEqual([text, [threadId]]);
    }
    expect((await list(editor, '?text=100_')).body.threads).toEqual([]);
    expect((await list(editor, '?text=Half&text=of')).status).toBe(200);
    expect((await list(editor, `?text=${'x'.repeat(201)}`)).body.code).toBe('invalid_request');
  });

  it('come page by page, each once', async () => {
    await server.sql.query(
      `with made as (insert into thread (id, site_id, article_key, url, title, created_at)
         select gen_random_uuid(), $1, 'many-' || n, 'https://news.example.org/' || n, 'Many', now() - n / 3 * interval '1 minute'
           from generate_series(1, 120) n returning id)
       insert into thread_head (thread_id) select id from made`,
      [siteId],
    );
    const all: string[] = [];
    let cursor: string | null = '';
    let pages = 0;
    while (cursor !== null) {
      const { body }: { body: any } = await list(editor, cursor === '' ? '' : `?cursor=${cursor}`);
      all.push(...ids(body));
      cursor = body.nextCursor;
      pages += 1;
    }
    expect([pages, all.length, new Set(all).size]).toEqual([3, 121, 121]);
    expect((await list(editor, '?cursor=none')).body.code).toBe('invalid_request');
  });
});

describe('who may see and set them', () => {
  type Who = 'a visitor' | 'a reader' | 'an editor in the frame' | `${Role} of ${'this site' | 'another site'}` | 'administrator';
  const rights: [Who, number, number][] = [
    ['a visitor', 401, 401],
    ['a reader', 401, 401],
    ['an editor in the frame', 401, 401],
    ['staff of this site', 404, 404],
    ['moderator of this site', 200, 403],
    ['moderator of another site', 404, 404],
    ['editor of this site', 200, 200],
    ['editor of another site', 404, 404],
    ['administrator', 200, 200],
  ];

  async function browserOf(who: Who): Promise<BrowserLike> {
    if (who === 'a visitor') return new BrowserLike(server.url);
    return aBrowser(server, await actorFor(who));
  }

  async function actorFor(who: Who): Promise<ReaderActor> {
    if (who === 'a reader') return aReader(server.sql);
    if (who === 'an editor in the frame') return { ...(await aStaffMember(server.sql, 'editor', siteId)), audience: 'embed' };
    const { rows } = await server.sql.query('select site_id from thread where id = $1', [await aThread(server.sql)]);
    const [role, place] = who.split(' of ') as [Role, string | undefined];
    if (place === undefined) return aStaffMember(server.sql, role);
    return aStaffMember(server.sql, role, place === 'this site' ? siteId : rows[0].site_id);
  }

  it.each(rights)('%s: %i to see, %i to change', async (who, seeing, changing) => {
    const browser = await browserOf(who);
    expect((await read(browser)).status).toBe(seeing);
    expect((await browser.get(`/api/v1/sites/${siteKey}/threads`)).status).toBe(seeing);
    expect((await change(browser, { question: 'And you?' })).status).toBe(changing);
    expect((await publicState()).question).toBe(changing === 200 ? 'And you?' : undefined);
  });

  it('a thread that there is not looks like one of another site', async () => {
    threadId = '0193a000-0000-7000-8000-000000000001';
    expect([(await read(editor)).status, (await change(editor, {})).status]).toEqual([404, 404]);
    expect((await editor.get('/api/v1/sites/none/threads')).status).toBe(404);
  });
});
