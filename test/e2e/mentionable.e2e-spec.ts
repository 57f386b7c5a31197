import { Client } from 'pg';
import { limits } from '../../contract/limits';
import { PostComment } from '../../src/comments/post-comment';
import type { ReaderActor } from '../../src/platform/access';
import { RateLimits } from '../../src/platform/http';
import { aPost, aReader, aThread } from '../builders/conversation';
import { siteOf } from '../builders/followed-site';
import { aBrowser } from '../builders/staff';
import { BrowserLike } from '../support/browser-like';
import { startTestApp, type TestApp } from '../support/test-app';

const { comments: looked, listed } = limits.mentionable;

let server: TestApp;
let threadId: string;
let siteKey: string;
let caller: ReaderActor;
let anna: BrowserLike;

beforeAll(async () => {
  server = await startTestApp();
  jest.spyOn(server.app.get(RateLimits, { strict: false }), 'consume').mockResolvedValue();
});
afterAll(() => server.close());

beforeEach(async () => {
  threadId = await aThread(server.sql);
  ({ key: siteKey } = await siteOf(server.sql, threadId));
  caller = await reader('Berta Asking');
  anna = await aBrowser(server, caller);
});

/** Their skeletons differ, so that every test can have its own of the same name. */
async function reader(name: string): Promise<ReaderActor> {
  const made = await aReader(server.sql);
  await server.sql.query('update reader set name = $2 where id = $1', [made.readerId, name]);
  return made;
}

async function post(by: ReaderActor, to = threadId): Promise<string> {
  return (await server.app.get(PostComment, { strict: false }).execute(by, to, aPost())).own.id;
}

async function author(name: string): Promise<ReaderActor> {
  const made = await reader(name);
  await post(made);
  return made;
}

const ask = (prefix: string, by = anna, thread = threadId, key = siteKey) =>
  by.get(`/api/v1/sites/${key}/mentionable?${new URLSearchParams({ thread, prefix })}`);
const names = async (prefix: string, by = anna) => (await ask(prefix, by)).body.readers.map(({ name }: { name: string }) => name);
const follow = (by: BrowserLike, id: string, key = siteKey) => by.send('PUT', `/api/v1/sites/${key}/follows/reader/${id}`);
const mute = (by: BrowserLike, id: string, kind = 'mute') => by.send('PUT', `/api/v1/me/mutes/${id}`, { body: { kind } });

describe('whom a reader may mean', () => {
  it('is who wrote in the thread, the latest first, then whom they follow on the site', async () => {
    const elsewhere = await aThread(server.sql, { siteId: (await siteOf(server.sql, threadId)).id });
    const early = await author('Bea Early');
    await author('Bea Between');
    await post(early);
    await author('Zoe');
    for (const name of ['Bea First', 'Bea Second']) {
      const followed = await reader(name);
      await post(followed, elsewhere);
      await follow(anna, followed.readerId);
    }
    await follow(anna, early.readerId);
    expect(await names('bea')).toEqual(['Bea Early', 'Bea Between', 'Bea Second', 'Bea First']);
    const { headers, body } = await ask('zo');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({ readers: [{ id: expect.any(String), name: 'Zoe' }] });
  });

  it('is found by a word of the name, whatever its case and accents', async () => {
    await author('Renée Müller-Lüdenscheid');
    for (const prefix of ['renee m', 'MULLER', 'lüd', ' Ren']) expect(await names(prefix)).toEqual(['Renée Müller-Lüdenscheid']);
    for (const prefix of ['enee', 'x', '.', '\u0301']) expect(await names(prefix)).toEqual([]);
  });

  it('is not the caller, nor somebody who is neither in the thread nor followed there', async () => {
    await post(caller);
    await reader('Berta Unknown');
    const other = await reader('Berta Elsewhere');
    await post(other, await aThread(server.sql, { siteId: (await siteOf(server.sql, threadId)).id }));
    const foreign = await aThread(server.sql);
    const followedThere = await reader('Berta Foreign');
    await post(followedThere, foreign);
    expect((await follow(anna, followedThere.readerId, (await siteOf(server.sql, foreign)).key)).status).toBe(204);
    expect(await names('berta')).toEqual([]);
  });

  it('is nobody whose comments are not published', async () => {
    const held = await reader('Berta Held');
    const id = await post(held);
    for (const status of ['held', 'rejected', 'removed', 'withdrawn']) {
      // As a decision leaves it, without what explains it.
      await server.sql.query('alter table comment disable trigger user');
      await server.sql.query('update comment set status = $2 where id = $1', [id, status]);
      await server.sql.query('alter table comment enable trigger user');
      expect(await names('berta')).toEqual([]);
    }
  });

  it('is nobody whom the caller muted or blocked, nor who blocked the caller; who muted the caller is', async () => {
    const [muted, blocked, blocking] = [await author('Bea Muted'), await author('Bea Blocked'), await author('Bea Blocking')];
    const muting = await author('Bea Muting');
    await follow(anna, muted.readerId);
    await mute(anna, muted.readerId);
    await mute(anna, blocked.readerId, 'block');
    await mute(await aBrowser(server, blocking), caller.readerId, 'block');
    await mute(await aBrowser(server, muting), caller.readerId);
    expect(await names('bea')).toEqual(['Bea Muting']);
    expect((await names('bea', await aBrowser(server, await reader('Somebody Else')))).length).toBe(4);
  });

  it('is one of few, all of whom are wanted', async () => {
    for (let index = 0; index < listed + 2; index += 1) await author(`Cora Wanted ${index}`);
    for (let index = 0; index < 3; index += 1) await mute(anna, (await author(`Cora Unwanted ${index}`)).readerId);
    const found = await names('cora');
    expect(found).toEqual(Array.from({ length: listed }, (_, index) => `Cora Wanted ${listed + 1 - index}`));
  });

  it('is asked by readers, of a thread of the site, with the beginning of a name', async () => {
    await author('Anna');
    expect((await ask('anna', new BrowserLike(server.url))).status).toBe(401);
    expect((await ask('anna', anna, await aThread(server.sql))).status).toBe(404);
    expect((await ask('anna', anna, 'nothing')).status).toBe(404);
    expect((await ask('anna', anna, threadId, 'no-such-site')).status).toBe(404);
    for (const prefix of ['', ' ', 'x'.repeat(41), 'x'.repeat(2_000), `a${'\u0301'.repeat(1_000)}`]) {
      const { status, body } = await ask(prefix);
      expect([status, body.code, body.errors[0].field]).toEqual([400, 'invalid_request', 'prefix']);
    }
    expect((await anna.get(`/api/v1/sites/${siteKey}/mentionable?thread=${threadId}`)).status).toBe(400);
    expect((await anna.get(`/api/v1/sites/${siteKey}/mentionable?prefix=anna`)).status).toBe(404);
    expect((await ask('x'.repeat(40))).status).toBe(200);
  });

  it('is looked for in the comments of the thread that changed last, in as many statements whatever its size', async () => {
    await author('Dora Before');
    const busy = await author('Dora Busy');
    expect(await names('dora')).toEqual(['Dora Busy', 'Dora Before']);
    await server.sql.query(
      `insert into comment (id, thread_id, site_id, root_id, depth, author_id, client_id, request_digest, status, text, body, posted_at, seq)
       select id, $1, $4, id, 0, $2, gen_random_uuid(), '', 'published', 'x', '[]', clock_timestamp(), 10 + n
         from generate_series(1, $3) n cross join lateral (select uuidv7() as id where n > 0) made`,
      [threadId, busy.readerId, looked - 1, (await siteOf(server.sql, threadId)).id],
    );
    const spy = jest.spyOn(Client.prototype as { query(sent: { text: string }): unknown }, 'query');
    expect(await names('dora')).toEqual(['Dora Busy']);
    const sent = spy.mock.calls.map(([{ text = '' }]) => text.trim());
    spy.mockRestore();
    expect(sent.filter((text) => /from (site|thread|unnest)|as place/.test(text)).length).toBe(4);
  });
});
