import { randomUUID } from 'node:crypto';
import { limits } from '../../contract/limits';
import { PostComment } from '../../src/comments/post-comment';
import type { ReaderActor, Role } from '../../src/platform/access';
import { RateLimits } from '../../src/platform/http';
import { aPost, aReader, aThread } from '../builders/conversation';
import { aFollow, aMute, aSection, siteOf } from '../builders/followed-site';
import { aBrowser, aStaffMember } from '../builders/staff';
import { BrowserLike } from '../support/browser-like';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let counted: jest.SpyInstance;
let threadId: string;
let siteId: string;
let siteKey: string;
/** Whose lists are read. */
let anna: ReaderActor;
let berta: ReaderActor;
let editor: BrowserLike;
let visitor: BrowserLike;

beforeAll(async () => {
  server = await startTestApp();
  counted = jest.spyOn(server.app.get(RateLimits, { strict: false }), 'consume').mockResolvedValue();
});
afterAll(() => server.close());

beforeEach(async () => {
  threadId = await aThread(server.sql);
  ({ id: siteId, key: siteKey } = await siteOf(server.sql, threadId));
  [anna, berta] = [await aReader(server.sql), await aReader(server.sql)];
  for (const reader of [anna, berta]) await post(reader);
  editor = await aBrowser(server, await aStaffMember(server.sql, 'editor', siteId));
  visitor = new BrowserLike(server.url);
});

const settings = () => `/api/v1/sites/${siteKey}/following-settings`;
const show = (areListsPublic = true, by = editor) => by.send('PUT', settings(), { body: { areListsPublic } });
const address = (list: string, { of = anna.readerId, at = siteKey, cursor = '' } = {}) =>
  `/api/v1/sites/${at}/profiles/${of}/${list}${cursor && `?cursor=${cursor}`}`;
const read = (list: 'follows' | 'followers', by = visitor, where = {}) => by.get(address(list, where));
const ids = ({ body }: { body: any }) => body.readers.map(({ id }: { id: string }) => id);
const profile = async (by = visitor) => (await by.get(`/api/v1/sites/${siteKey}/profiles/${anna.readerId}`)).body;
const follow = (by: ReaderActor, subjectId: string, at = siteId) =>
  aFollow(server.sql, { readerId: by.readerId, siteId: at, kind: 'reader', subjectId });

async function post(by: ReaderActor, to = threadId): Promise<string> {
  return (await server.app.get(PostComment, { strict: false }).execute(by, to, aPost())).own.id;
}

/** Without a decision. */
async function setStatus(id: string, status: string): Promise<void> {
  await server.sql.query('begin; set local session_replication_role = replica');
  await server.sql.query('update comment set status = $2 where id = $1', [id, status]);
  await server.sql.query('commit');
}

async function aFollower(): Promise<ReaderActor> {
  const reader = await aReader(server.sql);
  await post(reader);
  await follow(reader, anna.readerId);
  return reader;
}

describe('the lists of a reader, where the site does not show them', () => {
  it('answer as an unknown reader does, to everybody but the reader, who has their own', async () => {
    await follow(berta, anna.readerId);
    const own = await aBrowser(server, anna);
    for (const list of ['follows', 'followers'] as const) {
      const unknown = await read(list, visitor, { of: randomUUID() });
      for (const by of [visitor, own, await aBrowser(server, berta), editor]) {
        const { status, body } = await read(list, by);
        expect([status, body]).toEqual([404, { ...unknown.body, instance: body.instance }]);
      }
    }
    expect((await profile()).hasPublicLists).toBe(false);
    expect((await own.get(`/api/v1/sites/${siteKey}/followers`)).body.followers).toHaveLength(1);
  });

  it('are gone between two pages, as soon as the site shows them no more', async () => {
    await show();
    for (let count = 0; count <= limits.page.listedReaders; count += 1) await aFollower();
    const { body } = await read('followers');
    expect([body.readers.length, typeof body.nextCursor]).toEqual([limits.page.listedReaders, 'string']);
    await show(false);
    expect((await read('followers', visitor, { cursor: body.nextCursor })).status).toBe(404);
    await show();
    expect(ids(await read('followers', visitor, { cursor: body.nextCursor }))).toHaveLength(1);
  });
});

describe('the lists of a reader, where the site shows them', () => {
  beforeEach(async () => void (await show()));

  it('are readers, the latest first: neither articles, conversations nor sections', async () => {
    const others = [berta, await aReader(server.sql)];
    await post(others[1] as ReaderActor);
    for (const { readerId } of others) await follow(anna, readerId);
    const comment = await post(berta);
    for (const [kind, subjectId] of [
      ['thread', threadId],
      ['conversation', comment],
      ['section', await aSection(server.sql, siteId, 'Town')],
    ] as const)
      await aFollow(server.sql, { readerId: anna.readerId, siteId, kind, subjectId });
    const answer = await read('follows');
    expect(ids(answer)).toEqual(others.map(({ readerId }) => readerId).reverse());
    const { rows } = await server.sql.query('select name from reader where id = $1', [berta.readerId]);
    expect(answer.body).toMatchObject({ nextCursor: null });
    expect(answer.body.readers[1]).toEqual({ id: berta.readerId, name: rows[0].name, isFollowed: false });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(ids(await read('followers', visitor, { of: berta.readerId }))).toEqual([anna.readerId]);
    expect(await profile()).toMatchObject({ hasPublicLists: true, followeeCount: 2, followerCount: 0 });
  });

  it('tell whom of them the caller follows', async () => {
    const [carl, dora] = [await aFollower(), await aFollower()];
    await follow(berta, carl.readerId);
    const followed = (await read('followers', await aBrowser(server, berta))).body.readers.map(({ isFollowed }: any) => isFollowed);
    expect(followed).toEqual([false, true]);
    expect(ids(await read('followers'))).toEqual([dora.readerId, carl.readerId]);
  });

  it('leave out who has no profile there: who published nothing, nothing any more, or elsewhere', async () => {
    const silent = await aReader(server.sql);
    const [held, removed, elsewhere] = [await aReader(server.sql), await aReader(server.sql), await aReader(server.sql)];
    await setStatus(await post(held), 'held');
    await setStatus(await post(removed), 'removed');
    await post(elsewhere, await aThread(server.sql));
    const hidden = [silent, held, removed, elsewhere];
    for (const reader of hidden) {
      await follow(reader, anna.readerId);
      await follow(anna, reader.readerId);
    }
    const seen = await aFollower();
    expect([ids(await read('followers')), ids(await read('follows'))]).toEqual([[seen.readerId], []]);
    expect(await profile()).toMatchObject({ followerCount: 5, followeeCount: 4 });
    const text = JSON.stringify([(await read('followers')).body, (await read('follows')).body]);
    for (const { readerId } of hidden) expect(text).not.toContain(readerId);
    // They themselves, and whom they follow, know that they are there.
    expect(ids(await read('followers', await aBrowser(server, silent)))).toEqual([seen.readerId, silent.readerId]);
    expect(ids(await read('followers', await aBrowser(server, anna)))).toHaveLength(5);
  });

  it('leave out who blocked the caller, and whom the caller muted or blocked', async () => {
    const [blocking, muted, blocked, plain] = [await aFollower(), await aFollower(), await aFollower(), await aFollower()];
    await aMute(server.sql, blocking.readerId, berta.readerId, 'block');
    await aMute(server.sql, berta.readerId, muted.readerId, 'mute');
    await aMute(server.sql, berta.readerId, blocked.readerId, 'block');
    // A mute is nobody's business.
    await aMute(server.sql, plain.readerId, berta.readerId, 'mute');
    expect(ids(await read('followers', await aBrowser(server, berta)))).toEqual([plain.readerId]);
    expect(ids(await read('followers'))).toHaveLength(4);
  });

  it('are not there for whom their reader blocked', async () => {
    const carl = await aBrowser(server, berta);
    await aMute(server.sql, anna.readerId, berta.readerId, 'block');
    expect([(await read('follows', carl)).status, (await read('followers', carl)).status]).toEqual([404, 404]);
    expect([(await profile(carl)).hasPublicLists, (await profile()).hasPublicLists]).toEqual([false, true]);
  });

  it('are of one site: neither who follows them elsewhere, nor where another site shows its own', async () => {
    const thread = await aThread(server.sql);
    const other = await siteOf(server.sql, thread);
    for (const reader of [anna, berta]) await post(reader, thread);
    await follow(berta, anna.readerId, other.id);
    expect(ids(await read('followers'))).toEqual([]);
    expect((await read('followers', visitor, { at: other.key })).status).toBe(404);
    for (const list of ['follows', 'followers'] as const) {
      expect((await read(list, visitor, { at: 'no-such-site' })).status).toBe(404);
      expect((await read(list, visitor, { of: 'nobody' })).status).toBe(404);
      expect((await read(list, visitor, { cursor: 'nonsense' })).status).toBe(400);
    }
  });

  it('are not there of somebody who has no profile', async () => {
    const silent = await aReader(server.sql);
    await follow(silent, anna.readerId);
    expect((await read('follows', visitor, { of: silent.readerId })).status).toBe(404);
    expect(ids(await read('follows', await aBrowser(server, silent), { of: silent.readerId }))).toEqual([anna.readerId]);
  });

  it('go on behind many who are not listed, in bounded looks, and a cursor names none of these', async () => {
    const last = await aFollower();
    const { rows } = await server.sql.query(
      `with added as (insert into reader (id, name, email, password_hash, name_skeleton)
         select gen_random_uuid(), 'Silent ' || n, 'silent-' || gen_random_uuid() || '@example.org', 'x', gen_random_uuid()::text from generate_series(1, 700) n
         returning id)
       insert into follow (reader_id, site_id, kind, subject_id, followed_at)
       select id, $1, 'reader', $2, date_trunc('milliseconds', now()) + (row_number() over ()) / 3 * interval '1 millisecond' from added returning reader_id`,
      [siteId, anna.readerId],
    );
    const silent = new Set(rows.map(({ reader_id }) => reader_id));
    const first = (await read('followers')).body;
    expect(first.readers).toEqual([]);
    const [, named] = Buffer.from(first.nextCursor, 'base64url').toString().split('|');
    expect([named, silent.has(named ?? '')]).toEqual(['ffffffff-ffff-ffff-ffff-ffffffffffff', false]);
    const second = await read('followers', visitor, { cursor: first.nextCursor });
    expect([ids(second), second.body.nextCursor]).toEqual([[last.readerId], null]);
  });

  it('are counted by address for themselves', async () => {
    counted.mockClear();
    for (const list of ['follows', 'followers'] as const) await read(list);
    const rates = counted.mock.calls.map(([rate]) => rate);
    expect(rates).toEqual(['listedReadersPerAddress', 'listedReadersPerAddress']);
  });
});

describe('what is counted in a profile', () => {
  it('is counted as far as nobody has to wait for it, and a reader’s own act is in it at once', async () => {
    await server.sql.query(
      `with added as (insert into reader (id, name, email, password_hash, name_skeleton)
         select gen_random_uuid(), 'Many ' || n, 'many-' || gen_random_uuid() || '@example.org', 'x', gen_random_uuid()::text from generate_series(1, $3) n
         returning id)
       insert into follow (reader_id, site_id, kind, subject_id) select id, $1, 'reader', $2 from added`,
      [siteId, anna.readerId, limits.profile.counted - 1],
    );
    const by = await aBrowser(server, berta);
    const path = `/api/v1/sites/${siteKey}/follows/reader/${anna.readerId}`;
    const counts = [(await profile(by)).followerCount];
    await by.send('PUT', path);
    counts.push((await profile(by)).followerCount);
    await follow(await aReader(server.sql), anna.readerId);
    counts.push((await profile(by)).followerCount);
    expect(counts).toEqual([limits.profile.counted - 1, limits.profile.counted, limits.profile.counted]);
  });
});

describe('the setting that shows lists', () => {
  it('is off at first, and kept with who changed it and when', async () => {
    expect((await editor.get(settings())).body).toEqual({ areListsPublic: false });
    expect((await show()).body).toEqual({ areListsPublic: true });
    expect((await editor.get(settings())).body).toEqual({ areListsPublic: true });
    const kept = async () => (await server.sql.query('select * from following_settings where site_id = $1', [siteId])).rows[0];
    const first = await kept();
    const administrator = await aStaffMember(server.sql, 'administrator');
    await show(true, await aBrowser(server, administrator));
    expect(await kept()).toEqual(first);
    await show(false, await aBrowser(server, administrator));
    expect(await kept()).toMatchObject({ lists_are_public: false, changed_by: administrator.readerId });
  });

  it('is yes or no', async () => {
    for (const body of [{}, { areListsPublic: 'yes' }, { areListsPublic: null }, { areListsPublic: true, more: 1 }])
      expect((await editor.send('PUT', settings(), { body })).body.code).toBe('invalid_request');
    expect((await editor.get(settings())).body).toEqual({ areListsPublic: false });
  });

  it.each<[Role | 'reader' | 'visitor', 'own' | 'foreign', number, number]>([
    ['administrator', 'own', 200, 200],
    ['editor', 'own', 200, 200],
    ['editor', 'foreign', 404, 404],
    ['moderator', 'own', 200, 404],
    ['moderator', 'foreign', 404, 404],
    ['staff', 'own', 404, 404],
    ['reader', 'own', 401, 401],
    ['visitor', 'own', 401, 401],
  ])('%s of the %s site: reading %d, changing %d', async (role, place, reading, changing) => {
    const roleSite = place === 'own' ? siteId : (await siteOf(server.sql, await aThread(server.sql))).id;
    const caller = await callerWith(role, roleSite);
    expect((await caller.get(settings())).status).toBe(reading);
    expect((await show(true, caller)).status).toBe(changing);
    expect((await editor.get(settings())).body).toEqual({ areListsPublic: changing === 200 });
  });

  async function callerWith(role: Role | 'reader' | 'visitor', roleSite: string): Promise<BrowserLike> {
    if (role === 'visitor') return visitor;
    if (role === 'reader') return aBrowser(server, berta);
    return aBrowser(server, await aStaffMember(server.sql, role, role === 'administrator' ? undefined : roleSite));
  }
});
