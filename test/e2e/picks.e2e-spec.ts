import type { Verdict } from '../../contract/moderation';
import { EditComment } from '../../src/comments/edit-comment';
import { PostComment } from '../../src/comments/post-comment';
import { WithdrawComment } from '../../src/comments/withdraw-comment';
import { DecideComment } from '../../src/moderation/decide-comment';
import type { ReaderActor, Role } from '../../src/platform/access';
import { aPost, aReader, aThread, changeMode } from '../builders/conversation';
import { aBrowser, aReason, aStaffMember } from '../builders/staff';
import { BrowserLike } from '../support/browser-like';
import { unexplainedPicks, wrongCounters } from '../support/invariants';
import { LiveReader, until } from '../support/live-reader';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let threadId: string;
let siteId: string;
let author: ReaderActor;
let editor: BrowserLike;
let chief: ReaderActor;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

beforeEach(async () => {
  threadId = await aThread(server.sql);
  siteId = (await server.sql.query('select site_id from thread where id = $1', [threadId])).rows[0].site_id;
  author = await aReader(server.sql);
  chief = await aStaffMember(server.sql, 'editor', siteId);
  editor = await aBrowser(server, chief);
});
afterEach(async () => {
  expect(await wrongCounters(server.sql, threadId)).toEqual([]);
  expect(await unexplainedPicks(server.sql)).toEqual([]);
});

const get = <Provider>(type: new (...given: never[]) => Provider): Provider => server.app.get(type, { strict: false });
const post = async (parentId?: string) => (await get(PostComment).execute(author, threadId, aPost({ parentId }))).own.id;
const pick = (id: string, revision = 1, by = editor) => by.send('PUT', `/api/v1/comments/${id}/pick`, { body: { revision } });
const unpick = (id: string, by = editor) => by.send('DELETE', `/api/v1/comments/${id}/pick`);
const decide = async (id: string, verdict: Verdict, revision = 1) =>
  get(DecideComment).execute(chief, id, { verdict, revision, reasonId: await aReason(server.sql, id) });
const visitor = () => new BrowserLike(server.url);
const picks = async (query = '') => (await visitor().get(`/api/v1/threads/${threadId}/picks${query}`)).body;
const ids = (page: { comments: { id: string }[] }) => page.comments.map(({ id }) => id);
const record = async (id: string) =>
  (await server.sql.query('select revision, is_picked, changed_by from pick where comment_id = $1 order by changed_at, id', [id])).rows;

describe('a picked comment', () => {
  it('is among the picks, the newest pick first, wherever it stands, and says so in every page', async () => {
    const top = await post();
    const reply = await post(await post(top));
    expect(await picks()).toMatchObject({ comments: [], nextCursor: null, thread: { head: 5 } });
    const picked = await pick(reply);
    expect(picked).toMatchObject({ status: 200, body: { commentId: reply, revision: 1, pickedAt: expect.any(String) } });
    await pick(top);
    const page = await picks();
    expect([ids(page), page.thread.pickCount]).toEqual([[top, reply], 2]);
    expect(page.comments[1].pickedAt).toBe(picked.body.pickedAt);
    const shown = (await visitor().get(`/api/v1/threads/${threadId}/comments`)).body;
    expect(shown.comments.find(({ id }: { id: string }) => id === reply).pickedAt).toBe(picked.body.pickedAt);
    expect((await visitor().get(`/api/v1/comments/${reply}`)).body.comment.pickedAt).toBe(picked.body.pickedAt);
    expect((await unpick(top)).body).toEqual({ commentId: top, revision: 1, pickedAt: null });
    expect(ids(await picks())).toEqual([reply]);
  });

  it('is told to open pages with one number, and said twice with none', async () => {
    const id = await post();
    const reader = new LiveReader({ url: server.url, threadId });
    await until('it looks on', () => reader.state !== undefined);
    const first = await pick(id);
    expect((await pick(id)).body).toEqual(first.body);
    await until('it is there', () => reader.state?.pickCount === 1);
    expect(reader.comments.get(id)).toMatchObject({ seq: 2, pickedAt: first.body.pickedAt });
    await unpick(id);
    await unpick(id);
    await until('it is none any more', () => reader.state?.pickCount === undefined);
    expect(reader.comments.get(id)).toMatchObject({ seq: 3, pickedAt: null });
    expect((await picks()).thread.head).toBe(3);
    reader.follower.stop();
  });

  it('is kept with who picked it, and who ended that', async () => {
    const id = await post();
    await pick(id);
    await unpick(id);
    await pick(id);
    const by = (is_picked: boolean, revision = 1, changed_by = chief.readerId) => ({ revision, is_picked, changed_by });
    expect(await record(id)).toEqual([by(true), by(false), by(true)]);
    await expect(server.sql.query('update pick set is_picked = false')).rejects.toThrow('append-only');
    await expect(server.sql.query('delete from pick')).rejects.toThrow('append-only');
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['removed', (id) => decide(id, 'remove')],
    ['held again', (id) => decide(id, 'hold')],
    ['withdrawn', (id) => get(WithdrawComment).execute(author, id)],
  ])('leaves them at once when it is %s', async (_, act) => {
    const [id, other] = [await post(), await post()];
    await pick(other);
    await pick(id);
    await act(id);
    const page = await picks();
    expect([ids(page), page.thread.pickCount]).toEqual([[other], 1]);
  });

  it('is picked again when what hid it is taken back, unless the pick was taken back meanwhile', async () => {
    const [id, other] = [await post(), await post()];
    for (const each of [id, other]) {
      await pick(each);
      await decide(each, 'remove');
    }
    await unpick(other);
    for (const each of [id, other]) await decide(each, 'publish');
    expect(ids(await picks())).toEqual([id]);
  });

  it('is none any more once its author edits it: another text was picked', async () => {
    const id = await post();
    await pick(id);
    const { view } = await get(EditComment).execute(author, id, { revision: 1, text: 'Quite another text.' });
    expect(view).toMatchObject({ revision: 2, pickedAt: null });
    expect((await picks()).comments).toEqual([]);
    expect((await record(id)).at(-1)).toEqual({ revision: 2, is_picked: false, changed_by: author.readerId });
  });

  it('nor when the edit waits for a moderator, and is published', async () => {
    const id = await post();
    await pick(id);
    await changeMode(server.sql, threadId, 'premoderated');
    await get(EditComment).execute(author, id, { revision: 1, text: 'Quite another text.' });
    await decide(id, 'publish', 2);
    expect((await picks()).comments).toEqual([]);
  });

  it('is the one that was read: another revision, or one that is not published, is a conflict', async () => {
    const id = await post();
    await get(EditComment).execute(author, id, { revision: 1, text: 'Better said.' });
    expect(await pick(id, 1)).toMatchObject({ status: 409, body: { code: 'comment_changed', revision: 2, status: 'published' } });
    await decide(id, 'remove', 2);
    expect(await pick(id, 2)).toMatchObject({ status: 409, body: { code: 'comment_changed' } });
    expect((await record(id)).length).toBe(0);
  });

  it.each([{}, { revision: 0 }, { revision: '1' }])('cannot be picked with %j', async (body) => {
    const answer = await editor.send('PUT', `/api/v1/comments/${await post()}/pick`, { body });
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_request']);
  });
});

describe('the picks of a thread', () => {
  it('come page by page, each once, while others are picked', async () => {
    const all: string[] = [];
    for (let index = 0; index < 25; index += 1) all.unshift(await post());
    for (const id of [...all].reverse()) await pick(id);
    const first = await picks();
    const late = await post();
    await pick(late);
    const second = await picks(`?cursor=${first.nextCursor}`);
    expect([...ids(first), ...ids(second)]).toEqual(all);
    expect(second.nextCursor).toBeNull();
    expect((await picks('?cursor=none')).code).toBe('invalid_request');
  });

  it('can be asked for again for nothing', async () => {
    const address = `${server.url}/api/v1/threads/${threadId}/picks`;
    const entityTag = (await fetch(address)).headers.get('etag') ?? '';
    expect((await fetch(address, { headers: { 'if-none-match': entityTag } })).status).toBe(304);
    await pick(await post());
    expect((await fetch(address, { headers: { 'if-none-match': entityTag } })).status).toBe(200);
    expect((await visitor().get('/api/v1/threads/0193a000-0000-7000-8000-000000000001/picks')).status).toBe(404);
  });
});

describe('who may pick', () => {
  it.each<[string, number]>([
    ['a visitor', 401],
    ['a reader', 401],
    ['an editor in the frame', 401],
    ['staff of this site', 404],
    ['moderator of this site', 403],
    ['editor of another site', 404],
    ['editor of this site', 200],
    ['administrator', 200],
  ])('%s: %i', async (who, status) => {
    const id = await post();
    const browser = await browserOf(who);
    expect((await pick(id, 1, browser)).status).toBe(status);
    expect((await picks()).comments.length).toBe(status === 200 ? 1 : 0);
    expect((await unpick(id, browser)).status).toBe(status);
  });

  async function browserOf(who: string): Promise<BrowserLike> {
    if (who === 'a visitor') return visitor();
    if (who === 'a reader') return aBrowser(server, author);
    if (who === 'an editor in the frame') return aBrowser(server, { ...chief, audience: 'embed' });
    const [role, place] = who.split(' of ') as [Role, string | undefined];
    const { rows } = await server.sql.query('select site_id from thread where id = $1', [await aThread(server.sql)]);
    const site = place === 'another site' ? rows[0].site_id : siteId;
    return aBrowser(server, await aStaffMember(server.sql, role, role === 'administrator' ? undefined : site));
  }

  it('and a comment that there is not looks like one of another site', async () => {
    expect((await pick('0193a000-0000-7000-8000-000000000001')).status).toBe(404);
  });
});
