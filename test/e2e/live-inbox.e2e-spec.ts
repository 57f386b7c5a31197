import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Verdict } from '../../contract/moderation';
import { createApp } from '../../src/create-app';
import type { ReaderActor } from '../../src/platform/access';
import { aPost, aReader, aThread, changeMode } from '../builders/conversation';
import { aFollow, aMute, siteOf, whenAllIsAnnounced } from '../builders/followed-site';
import { aBrowser, aReason, aStaffMember } from '../builders/staff';
import type { BrowserLike } from '../support/browser-like';
import { HintedReader } from '../support/hinted-reader';
import { until } from '../support/live-reader';
import { startTestApp, type TestApp } from '../support/test-app';
import { silentLog } from '../support/test-server';

const soon = 2_000;

let server: TestApp;
/** Another process on the same database. */
let other: NestFastifyApplication;
let otherUrl: string;
let threadId: string;
let site: { id: string; key: string };
let anna: ReaderActor;
let ben: ReaderActor;
let annas: BrowserLike;
let bens: BrowserLike;
const pages: HintedReader[] = [];

beforeAll(async () => {
  server = await startTestApp();
  other = await createApp({ env: server.env, logger: silentLog, connection: server.database.connection });
  await other.listen(0, '127.0.0.1');
  otherUrl = await other.getUrl();
});
afterAll(async () => {
  await other.close();
  await server.close();
});
beforeEach(async () => {
  threadId = await aThread(server.sql);
  site = await siteOf(server.sql, threadId);
  [anna, ben] = [await aReader(server.sql), await aReader(server.sql)];
  [annas, bens] = [await aBrowser(server, anna), await aBrowser(server, ben)];
});
afterEach(() => {
  for (const page of pages.splice(0)) page.close();
});

async function post(by: BrowserLike, parentId?: string): Promise<string> {
  const { status, body } = await by.post(`/api/v1/threads/${threadId}/comments`, aPost({ parentId }));
  expect(status).toBe(201);
  return body.own.id;
}

const remove = (id: string) => decide(id, 'remove');

async function decide(id: string, verdict: Verdict): Promise<void> {
  const moderator = await aBrowser(server, await aStaffMember(server.sql, 'moderator', site.id));
  const decision = { verdict, revision: 1, reasonId: verdict === 'remove' ? await aReason(server.sql, id) : undefined };
  expect((await moderator.post(`/api/v1/comments/${id}/decisions`, decision)).status).toBe(201);
}

async function open(browser = annas, url?: string): Promise<HintedReader> {
  const page = new HintedReader(browser, url);
  pages.push(page);
  await until('the page is connected', () => page.isConnected);
  return page;
}

const follow = (reader: ReaderActor, kind: 'reader' | 'thread', subjectId: string, siteId = site.id) =>
  aFollow(server.sql, { readerId: reader.readerId, siteId, kind, subjectId });

/** What comes after everything that was told before: then that was told, or never will be. */
async function whenAllIsTold(): Promise<void> {
  await whenAllIsAnnounced(server);
  for (const url of [server.url, otherUrl]) {
    const last = await aReader(server.sql);
    const browser = await aBrowser(server, last);
    const page = await open(browser, url);
    await server.sql.query(
      `insert into inbox_item (id, reader_id, site_id, kind, about_id, told_at) values (gen_random_uuid(), $1, $2, 'pick', gen_random_uuid(), now())`,
      [last.readerId, site.id],
    );
    await browser.post(`/api/v1/sites/${site.key}/inbox/read`, { upTo: new Date().toISOString() });
    await until('the last is told', () => page.inbox.length > 0);
  }
}

describe('an open page', () => {
  it('is told of a reply in every tab, on whichever process, and again when it is removed', async () => {
    const own = await post(annas);
    const tabs = [await open(), await open(), await open(annas, otherUrl)];
    const bensPage = await open(bens);
    const reply = await post(bens, own);
    await until('every tab is told', () => tabs.every(({ inbox }) => inbox.includes(site.id)), soon);
    await whenAllIsTold();
    expect(bensPage.inbox).toEqual([]);
    for (const { inbox } of tabs) inbox.length = 0;
    await remove(reply);
    await until('every tab is told to ask again', () => [...tabs, bensPage].every(({ inbox }) => inbox.includes(site.id)), soon);
  });

  it('is told of what happened to a comment of the reader where they are told of it, and when that changes', async () => {
    const own = await post(annas);
    await whenAllIsTold();
    const page = await open();
    await decide(own, 'hold');
    await whenAllIsTold();
    expect(page.heard).toEqual([]);
    for (const [verdict, hints] of [
      ['publish', 1],
      ['remove', 2],
      ['publish', 3],
    ] as const) {
      await decide(own, verdict);
      await whenAllIsTold();
      expect(page.heard).toHaveLength(hints);
    }
  });

  it('is told how many comments of those it follows came, each once, and to ask when one went', async () => {
    await follow(anna, 'reader', ben.readerId);
    await follow(anna, 'thread', threadId);
    const [near, far] = [await open(), await open(annas, otherUrl)];
    const ids = [await post(bens), await post(bens), await post(bens)];
    await until('both are told of three', () => near.added === 3 && far.added === 3, soon);
    expect(near.feed.map(({ siteId }) => siteId)).toEqual(near.feed.map(() => site.id));
    await remove(ids[0]!);
    await until('both are told to ask', () => [near, far].every(({ feed }) => feed.at(-1)?.added === null), soon);
    await whenAllIsTold();
    expect([near.added, near.inbox]).toEqual([3, []]);
  });

  it('is told nothing of what the reader wrote, muted, or follows elsewhere', async () => {
    await follow(anna, 'thread', threadId);
    const page = await open();
    await post(annas);
    await aMute(server.sql, anna.readerId, ben.readerId);
    await post(bens);
    await whenAllIsTold();
    const elsewhere = await siteOf(server.sql, await aThread(server.sql));
    const carl = await aReader(server.sql);
    await follow(anna, 'reader', carl.readerId, elsewhere.id);
    const dora = await aReader(server.sql);
    await follow(carl, 'reader', dora.readerId);
    await server.sql.query('delete from follow where reader_id = $1 and subject_id = $2', [anna.readerId, threadId]);
    await post(await aBrowser(server, carl));
    await post(await aBrowser(server, dora));
    await whenAllIsTold();
    expect(page.heard).toEqual([]);
  });

  it('asks how many came where the reader has mute words', async () => {
    await follow(anna, 'reader', ben.readerId);
    await server.sql.query('insert into mute_words (reader_id, words) values ($1, $2)', [anna.readerId, ['thought']]);
    const page = await open();
    await post(bens);
    await until('it is told', () => page.feed.length > 0, soon);
    expect(page.feed).toEqual([{ siteId: site.id, added: null }]);
  });

  it('is told of nothing that is held, and of a site and a number only', async () => {
    await follow(anna, 'thread', threadId);
    const own = await post(annas);
    await changeMode(server.sql, threadId, 'premoderated');
    const page = await open();
    await post(bens, own);
    await whenAllIsTold();
    expect(page.heard).toEqual([]);
    await changeMode(server.sql, threadId, 'open');
    await post(await aBrowser(server, await aReader(server.sql)), own);
    await until('it is told of both', () => page.heard.length === 2);
    expect(page.heard.map(([name, what]) => [name, what]).sort()).toEqual([
      ['inbox:changed', { siteId: site.id }],
      ['reader:activity', { siteId: site.id, added: 1 }],
    ]);
  });

  it('is told not more than once in a while, however much comes', async () => {
    await follow(anna, 'thread', threadId);
    const page = await open();
    const own = await post(annas);
    const writers: BrowserLike[] = [];
    for (let index = 0; index < 20; index += 1) writers.push(await aBrowser(server, await aReader(server.sql)));
    for (const writer of writers.slice(10)) await post(writer, own);
    await until('it is told of some', () => page.inbox.length > 0);
    for (const writer of writers.slice(0, 10)) await post(writer, own);
    await until('it is told of all', () => page.added === writers.length && page.inbox.length > 1);
    // A little less than the pause: two hints are not under way for equally long.
    expect(page.shortestPause).toBeGreaterThan(150);
  });

  it('of a visitor is told nothing, nor is one whose session ended', async () => {
    const own = await post(annas);
    const visitor = await open({ url: server.url, cookie: () => undefined } as unknown as BrowserLike);
    const page = await open();
    await annas.send('DELETE', '/api/v1/session');
    await post(bens, own);
    await whenAllIsTold();
    expect([visitor.heard, page.inbox]).toEqual([[], []]);
  });

  it('is told in other tabs that something was read, and not that nothing was', async () => {
    await post(bens, await post(annas));
    await whenAllIsTold();
    const page = await open(annas, otherUrl);
    const { items } = (await annas.get(`/api/v1/sites/${site.key}/inbox`)).body;
    const [{ id, at }] = items;
    for (const request of [{ id }, { id }, { upTo: at }]) {
      await annas.post(`/api/v1/sites/${site.key}/inbox/read`, request);
      await whenAllIsTold();
    }
    expect(page.heard).toEqual([['inbox:changed', { siteId: site.id }]]);
  });

  it('asks again when notices may have been missed, where there is something of the reader', async () => {
    await follow(anna, 'reader', ben.readerId);
    const [page, bensPage] = [await open(), await open(bens)];
    await server.sql.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %'`,
    );
    await until('it is told to ask', () => page.inbox.length > 0 && page.feed.length > 0);
    expect([page.inbox, page.feed]).toEqual([[site.id], [{ siteId: site.id, added: null }]]);
    expect(bensPage.heard).toEqual([]);
  });
});

it('what one process left when it was killed, another tells', async () => {
  await follow(anna, 'reader', ben.readerId);
  const page = await open();
  // As a process commits that tells nobody: by nothing but the database.
  await server.sql.query(
    `insert into comment (id, thread_id, site_id, root_id, depth, author_id, client_id, request_digest, status, text, body, posted_at)
     select id, $1, $2, id, 0, $3, gen_random_uuid(), '', 'published', 'x', '[]', clock_timestamp() from (select gen_random_uuid() as id) made`,
    [threadId, site.id, ben.readerId],
  );
  await until('it is told', () => page.added === 1, soon);
});

it('who is answered while thousands of comments are brought from elsewhere is told at once all the same', async () => {
  const own = await post(annas);
  await whenAllIsAnnounced(server);
  const page = await open();
  await server.sql.query(
    `insert into comment (id, thread_id, site_id, root_id, depth, author_id, client_id, request_digest, status, text, body, posted_at)
     select id, $1, $2, id, 0, $3, gen_random_uuid(), '', 'published', 'x', '[]', now() - interval '9 days'
       from (select gen_random_uuid() as id from generate_series(1, 10000)) made`,
    [threadId, site.id, ben.readerId],
  );
  await post(bens, own);
  await until('it is told', () => page.inbox.length > 0, soon);
  const { rows } = await server.sql.query('select count(*)::int as due from announcement_due');
  expect(rows[0].due).toBeGreaterThan(1_000);
});
