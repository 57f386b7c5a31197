import { limits } from '../../contract/limits';
import { PostComment } from '../../src/comments/post-comment';
import { WithdrawComment } from '../../src/comments/withdraw-comment';
import type { ReaderActor } from '../../src/platform/access';
import { RateLimits } from '../../src/platform/http';
import { aPost, aReader, aThread } from '../builders/conversation';
import { siteOf } from '../builders/followed-site';
import { manyPastComments } from '../builders/past-comments';
import { aBrowser, aStaffMember } from '../builders/staff';
import { BrowserLike } from '../support/browser-like';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let threadId: string;
let siteId: string;
let siteKey: string;
let annaActor: ReaderActor;
let bertaActor: ReaderActor;
let anna: BrowserLike;
let visitor: BrowserLike;

beforeAll(async () => {
  server = await startTestApp();
  jest.spyOn(server.app.get(RateLimits, { strict: false }), 'consume').mockResolvedValue();
});
afterAll(() => server.close());

beforeEach(async () => {
  threadId = await aThread(server.sql);
  ({ id: siteId, key: siteKey } = await siteOf(server.sql, threadId));
  [annaActor, bertaActor] = [await aReader(server.sql), await aReader(server.sql)];
  anna = await aBrowser(server, annaActor);
  visitor = new BrowserLike(server.url);
});

const get = <Provider>(type: new (...given: never[]) => Provider): Provider => server.app.get(type, { strict: false });
const post = async (by: ReaderActor, given: { parentId?: string; text?: string } = {}, to = threadId): Promise<string> =>
  (await get(PostComment).execute(by, to, aPost(given))).own.id;
const follow = (by: BrowserLike, id: string) => by.send('PUT', `/api/v1/sites/${siteKey}/follows/reader/${id}`);
const mute = (by: BrowserLike, id: string, kind = 'mute') => by.send('PUT', `/api/v1/me/mutes/${id}`, { body: { kind } });
const profile = (id = bertaActor.readerId, by = anna) => by.get(`/api/v1/sites/${siteKey}/profiles/${id}`);
const comments = (id = bertaActor.readerId, by = anna, query = '') => by.get(`/api/v1/sites/${siteKey}/profiles/${id}/comments${query}`);
const ids = (answer: { body: any }) => answer.body.comments.map(({ comment }: any) => comment.id);
const setStatus = (id: string, status: string) => server.sql.query('update comment set status = $2 where id = $1', [id, status]);

describe('the profile of a reader', () => {
  it('tells name, since when, what they published on the site, and how many follow and are followed', async () => {
    const [carl, dora] = [await aReader(server.sql), await aReader(server.sql)];
    await post(bertaActor);
    await post(bertaActor);
    await setStatus(await post(bertaActor), 'held');
    await post(bertaActor, {}, await aThread(server.sql));
    for (const other of [carl, dora]) await post(other);
    await follow(await aBrowser(server, carl), bertaActor.readerId);
    await follow(anna, bertaActor.readerId);
    const berta = await aBrowser(server, bertaActor);
    await follow(berta, dora.readerId);
    await berta.send('PUT', `/api/v1/sites/${siteKey}/follows/thread/${threadId}`);
    const { rows } = await server.sql.query('select name, created_at from reader where id = $1', [bertaActor.readerId]);
    const expected = {
      id: bertaActor.readerId,
      name: rows[0].name,
      badge: null,
      joinedAt: rows[0].created_at.toISOString(),
      commentCount: 2,
      followerCount: 2,
      followeeCount: 1,
      hasPublicLists: false,
    };
    expect((await profile()).body).toEqual({ ...expected, relation: { isFollowed: true, mute: null } });
    expect((await profile(bertaActor.readerId, visitor)).body).toEqual({ ...expected, relation: null });
    expect((await profile(bertaActor.readerId, berta)).body).toEqual({ ...expected, relation: null });
    expect((await profile()).headers.get('cache-control')).toBe('no-store');
  });

  it('wears the badge of who has a role there', async () => {
    const editor = await aStaffMember(server.sql, 'editor', siteId);
    expect((await profile(editor.readerId, visitor)).body).toMatchObject({ badge: 'staff', commentCount: 0 });
  });

  it('is there for who muted or blocked them, and says so to nobody else', async () => {
    await post(bertaActor);
    await mute(anna, bertaActor.readerId);
    expect((await profile()).body.relation).toEqual({ isFollowed: false, mute: 'mute' });
    await mute(anna, bertaActor.readerId, 'block');
    expect((await profile()).body.relation).toEqual({ isFollowed: false, mute: 'block' });
    await post(annaActor);
    const seen = await profile(annaActor.readerId, await aBrowser(server, bertaActor));
    expect(seen.body.relation).toEqual({ isFollowed: false, mute: null });
  });

  it('is not there where nobody can have met them', async () => {
    const status = async (by = anna) => [(await profile(bertaActor.readerId, by)).status, (await comments(bertaActor.readerId, by)).status];
    await post(bertaActor, {}, await aThread(server.sql));
    expect(await status()).toEqual([404, 404]);
    const held = await post(bertaActor);
    expect(await status()).toEqual([200, 200]);
    await setStatus(held, 'held');
    expect([await status(), await status(visitor)]).toEqual([
      [404, 404],
      [404, 404],
    ]);
    await setStatus(held, 'published');
    await follow(anna, bertaActor.readerId);
    await get(WithdrawComment).execute(bertaActor, held);
    expect([await status(), await status(visitor)]).toEqual([
      [200, 200],
      [404, 404],
    ]);
  });

  it('is there for whom they follow, and for themselves', async () => {
    await post(annaActor);
    const berta = await aBrowser(server, bertaActor);
    expect((await profile()).status).toBe(404);
    expect((await profile(bertaActor.readerId, berta)).status).toBe(200);
    await follow(berta, annaActor.readerId);
    expect([(await profile()).status, (await profile(bertaActor.readerId, visitor)).status]).toEqual([200, 404]);
  });

  it('does not come to be there by a mute: whom they follow here is nobody’s business', async () => {
    await post(annaActor);
    await follow(await aBrowser(server, bertaActor), annaActor.readerId);
    const carl = await aBrowser(server, await aReader(server.sql));
    await mute(carl, bertaActor.readerId);
    expect([(await profile(bertaActor.readerId, carl)).status, (await comments(bertaActor.readerId, carl)).status]).toEqual([404, 404]);
  });

  it('is not found under what is no id, nor on a site that is not there', async () => {
    await post(bertaActor);
    for (const path of ['', '/comments']) {
      expect((await anna.get(`/api/v1/sites/${siteKey}/profiles/nobody${path}`)).status).toBe(404);
      expect((await anna.get(`/api/v1/sites/${siteKey}/profiles/0193a000-0000-7000-8000-000000000001${path}`)).status).toBe(404);
      expect((await anna.get(`/api/v1/sites/no-such-site/profiles/${bertaActor.readerId}${path}`)).status).toBe(404);
    }
  });

  it('gives nothing away that is not for others', async () => {
    await post(bertaActor);
    const { body } = await profile(bertaActor.readerId, visitor);
    expect(Object.keys(body).sort()).toEqual(
      ['badge', 'commentCount', 'followeeCount', 'followerCount', 'hasPublicLists', 'id', 'joinedAt', 'name', 'relation'].sort(),
    );
  });
});

describe('the comments of a profile', () => {
  it('are what the reader published on the site, newest first, each with its article and what it answers', async () => {
    const parentId = await post(annaActor, { text: 'A *first* thought.' });
    const first = await post(bertaActor);
    const reply = await post(bertaActor, { parentId });
    for (const status of ['held', 'rejected', 'removed']) {
      const id = await post(bertaActor);
      await server.sql.query('begin; set local session_replication_role = replica');
      await setStatus(id, status);
      await server.sql.query('commit');
    }
    await get(WithdrawComment).execute(bertaActor, await post(bertaActor));
    await post(bertaActor, {}, await aThread(server.sql));
    const { body } = await comments(bertaActor.readerId, visitor);
    expect(body.nextCursor).toBeNull();
    expect(body.comments.map(({ comment }: any) => comment.id)).toEqual([reply, first]);
    const name = (await server.sql.query('select name from reader where id = $1', [annaActor.readerId])).rows[0].name;
    expect(body.comments[0]).toMatchObject({
      comment: { state: 'published', author: { id: bertaActor.readerId }, parentId },
      thread: { id: threadId, title: 'A story', url: `https://news.example.org/${threadId}` },
      parent: { author: { id: annaActor.readerId, name }, excerpt: 'A first thought.' },
    });
    expect(body.comments[1].parent).toBeNull();
  });

  it('come in full pages, also where the caller does not want to see some of them', async () => {
    const all: string[] = [];
    for (let index = 0; index < limits.page.profileComments * 2 + 5; index += 1)
      all.unshift(await post(bertaActor, { text: index % 5 === 0 ? `The ferry, ${index}` : `A thought, ${index}` }));
    const pages = async (by: BrowserLike) => {
      const found: string[][] = [];
      for (let query = ''; query !== 'end'; ) {
        const answer = await comments(bertaActor.readerId, by, query);
        found.push(ids(answer));
        query = answer.body.nextCursor === null ? 'end' : `?cursor=${answer.body.nextCursor}`;
      }
      return found;
    };
    const seen = await pages(visitor);
    expect([seen.flat(), seen.map(({ length }) => length)]).toEqual([all, [20, 20, 5]]);
    await anna.send('PUT', '/api/v1/me/mute-words', { body: { words: ['ferry'] } });
    const wanted = await pages(anna);
    expect(wanted.map(({ length }) => length)).toEqual([20, 16]);
    expect(new Set(wanted.flat()).size).toBe(36);
    await anna.send('PUT', '/api/v1/me/mute-words', { body: { words: ['ferry', 'thought'] } });
    expect((await pages(anna)).flat()).toEqual([]);
    expect((await comments(bertaActor.readerId, anna, '?cursor=nonsense')).status).toBe(400);
  });

  it('are none for who muted the reader, and of a parent nothing that the caller does not want to see', async () => {
    const parentId = await post(bertaActor);
    const reply = await post(annaActor, { parentId });
    const carl = await aBrowser(server, await aReader(server.sql));
    await mute(carl, bertaActor.readerId);
    await manyPastComments(server.sql, { threadId, authorId: bertaActor.readerId }, { count: 150, text: 'A calm thought of the number ' });
    expect((await comments(bertaActor.readerId, carl)).body).toEqual({ comments: [], nextCursor: null });
    const { body } = await comments(annaActor.readerId, carl);
    expect([body.comments[0].comment.id, body.comments[0].parent]).toEqual([reply, null]);
  });
});
