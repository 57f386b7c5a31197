import { limits } from '../../contract/limits';
import { EditComment } from '../../src/comments/edit-comment';
import { PostComment } from '../../src/comments/post-comment';
import type { ReaderActor } from '../../src/platform/access';
import { RateLimits } from '../../src/platform/http';
import { OpenThreads } from '../../src/threads';
import { aPost, aReader, aThread, changeMode } from '../builders/conversation';
import { siteOf } from '../builders/followed-site';
import { aBrowser, aStaffMember } from '../builders/staff';
import { BrowserLike } from '../support/browser-like';
import { startTestApp, type TestApp } from '../support/test-app';

const unknownId = '0193a000-0000-7000-8000-000000000001';

let server: TestApp;
let threadId: string;
let annaActor: ReaderActor;
let bertaActor: ReaderActor;
let anna: BrowserLike;
let berta: BrowserLike;

beforeAll(async () => {
  server = await startTestApp();
  jest.spyOn(server.app.get(RateLimits, { strict: false }), 'consume').mockResolvedValue();
});
afterAll(() => server.close());

beforeEach(async () => {
  threadId = await aThread(server.sql);
  [annaActor, bertaActor] = [await aReader(server.sql), await aReader(server.sql)];
  [anna, berta] = [await aBrowser(server, annaActor), await aBrowser(server, bertaActor)];
});

const get = <Provider>(type: new (...given: never[]) => Provider): Provider => server.app.get(type, { strict: false });
const put = (id: string, kind: unknown, by = anna) => by.send('PUT', `/api/v1/me/mutes/${id}`, { body: { kind } });
const end = (id: string, by = anna) => by.send('DELETE', `/api/v1/me/mutes/${id}`);
const mutes = async (by = anna) => (await by.get('/api/v1/me/mutes')).body.mutes;
const putWords = (words: unknown, by = anna) => by.send('PUT', '/api/v1/me/mute-words', { body: { words } });
const outcome = ({ status, body }: { status: number; body: any }) =>
  body === undefined || status < 300 ? status : `${status} ${body.code}`;
const send = (by: BrowserLike, given: { parentId?: string; clientId?: string; text?: string } = {}) =>
  by.post(`/api/v1/threads/${threadId}/comments`, aPost(given));
const nameOf = async (id: string) => (await server.sql.query('select name from reader where id = $1', [id])).rows[0].name;

async function muteMany(readerId: string, count: number): Promise<void> {
  await server.sql.query(
    `with made as (insert into reader (id, name, name_skeleton, email, password_hash)
       select id, 'Muted ' || id, id::text, id || '@example.org', 'none' from (select gen_random_uuid() as id from generate_series(1, $2)) m returning id)
     insert into mute (reader_id, muted_id, is_blocked, muted_at) select $1, id, false, now() - interval '1 hour' from made`,
    [readerId, count],
  );
}

describe('muting', () => {
  it('is listed to who muted, the latest first, and ends', async () => {
    const carl = await aReader(server.sql);
    expect(outcome(await put(bertaActor.readerId, 'mute'))).toBe(204);
    expect(outcome(await put(carl.readerId, 'block'))).toBe(204);
    const mutedAt = expect.stringMatching(/Z$/);
    expect(await mutes()).toEqual([
      { reader: { id: carl.readerId, name: await nameOf(carl.readerId) }, kind: 'block', mutedAt },
      { reader: { id: bertaActor.readerId, name: await nameOf(bertaActor.readerId) }, kind: 'mute', mutedAt },
    ]);
    for (const _ of [1, 2]) expect(outcome(await end(carl.readerId))).toBe(204);
    expect((await mutes()).map(({ reader }: any) => reader.id)).toEqual([bertaActor.readerId]);
    expect([await mutes(berta), (await anna.get(`/api/v1/threads/${threadId}/mine`)).body.following.muted]).toEqual([
      [],
      [bertaActor.readerId],
    ]);
  });

  it('becomes blocking and back, in its place', async () => {
    const carl = await aReader(server.sql);
    await put(bertaActor.readerId, 'mute');
    await put(carl.readerId, 'mute');
    const before = await mutes();
    for (const kind of ['block', 'block', 'mute']) {
      expect(outcome(await put(bertaActor.readerId, kind))).toBe(204);
      expect(await mutes()).toEqual([before[0], { ...before[1], kind }]);
    }
  });

  it('keeps the follow, which a block ends', async () => {
    const { key: siteKey } = await siteOf(server.sql, threadId);
    const followed = async () => (await anna.get(`/api/v1/sites/${siteKey}/follows`)).body.follows.length;
    await send(berta);
    await anna.send('PUT', `/api/v1/sites/${siteKey}/follows/reader/${bertaActor.readerId}`);
    await put(bertaActor.readerId, 'mute');
    expect(await followed()).toBe(1);
    await put(bertaActor.readerId, 'block');
    expect(await followed()).toBe(0);
    await end(bertaActor.readerId);
    expect(await followed()).toBe(0);
  });

  it('refuses oneself, whom there is not, and any other kind', async () => {
    expect(outcome(await put(annaActor.readerId, 'mute'))).toBe('422 oneself');
    expect(outcome(await put(unknownId, 'mute'))).toBe('404 not_found');
    expect(outcome(await put('nobody', 'mute'))).toBe('404 not_found');
    for (const kind of ['hate', null, undefined, true]) expect(outcome(await put(bertaActor.readerId, kind))).toBe('400 invalid_request');
    expect(await mutes()).toEqual([]);
  });

  it('comes in pages', async () => {
    await muteMany(annaActor.readerId, limits.page.mutes + 1);
    const first = (await anna.get('/api/v1/me/mutes')).body;
    const second = (await anna.get(`/api/v1/me/mutes?cursor=${first.nextCursor}`)).body;
    expect([first.mutes.length, second.mutes.length, second.nextCursor]).toEqual([limits.page.mutes, 1, null]);
    expect(new Set([...first.mutes, ...second.mutes].map(({ reader }) => reader.id)).size).toBe(limits.page.mutes + 1);
  });

  it('has a limit that holds for ten at once, and lets a mute become a block', async () => {
    await muteMany(annaActor.readerId, limits.follow.maxMutes - 2);
    const others: ReaderActor[] = [];
    while (others.length < 10) others.push(await aReader(server.sql));
    const answers = await Promise.all(others.map(({ readerId }) => put(readerId, 'mute')));
    expect(answers.map(outcome).sort()).toEqual([204, 204, ...Array.from({ length: 8 }, () => '422 too_many_mutes')]);
    const [latest] = await mutes();
    expect(outcome(await put(latest.reader.id, 'block'))).toBe(204);
  });
});

describe('who is blocked', () => {
  let parentId: string;
  beforeEach(async () => {
    parentId = (await send(berta)).body.own.id;
    await put(annaActor.readerId, 'block', berta);
  });

  it.each(['open', 'premoderated'] as const)('cannot reply to who blocked them, where the thread is %s', async (mode) => {
    await changeMode(server.sql, threadId, mode);
    const before = await counts();
    const answer = await send(anna, { parentId });
    expect(outcome(answer)).toBe('403 reply_refused');
    expect(answer.body.detail).toContain('Your text is kept.');
    expect(await counts()).toEqual(before);
  });

  it('cannot, where this process has not met the thread, nor where screening would hold the reply', async () => {
    jest.spyOn(get(OpenThreads), 'find').mockReturnValueOnce(undefined);
    expect(outcome(await send(anna, { parentId }))).toBe('403 reply_refused');
    await server.sql.query(
      `update screening_policy set new_reader_comments = 100, version = version + 1 where site_id = (select site_id from thread where id = $1)`,
      [threadId],
    );
    expect(outcome(await send(anna, { parentId }))).toBe('403 reply_refused');
  });

  it('can write beside them, and reply to others, also below them', async () => {
    const carl = await aBrowser(server, await aReader(server.sql));
    const { body } = await send(carl, { parentId });
    expect(outcome(await send(anna))).toBe(201);
    expect(outcome(await send(anna, { parentId: body.own.id }))).toBe(201);
  });

  it('can reply again when the block ends, and whom they only muted can all the time', async () => {
    await put(annaActor.readerId, 'mute', berta);
    expect(outcome(await send(anna, { parentId }))).toBe(201);
    await put(annaActor.readerId, 'block', berta);
    await end(annaActor.readerId, berta);
    expect(outcome(await send(anna, { parentId }))).toBe(201);
  });

  it('is answered who had posted before, and can edit that', async () => {
    await end(annaActor.readerId, berta);
    const reply = aPost({ parentId });
    const { body } = await send(anna, reply);
    await put(annaActor.readerId, 'block', berta);
    const again = await send(anna, reply);
    expect([again.status, again.body.own.id]).toEqual([201, body.own.id]);
    const edited = await get(EditComment).execute(annaActor, body.own.id, { revision: 1, text: 'Better said.' });
    expect(edited.own.revision).toBe(2);
  });

  it('does not learn by it whose a comment was that is not public', async () => {
    await server.sql.query(`update comment set status = 'held' where id = $1`, [parentId]);
    expect(outcome(await send(anna, { parentId }))).toBe('409 parent_gone');
  });

  it('may be replied to by who blocked them', async () => {
    const { body } = await send(anna);
    expect(outcome(await send(berta, { parentId: body.own.id }))).toBe(201);
  });

  it.each(['open', 'premoderated'] as const)(
    'is refused where the block comes while the reply is decided, and the thread is %s',
    async (mode) => {
      await end(annaActor.readerId, berta);
      await changeMode(server.sql, threadId, mode);
      const posts = get(PostComment);
      jest.spyOn(get(OpenThreads), 'find').mockReturnValueOnce(undefined);
      const { comments } = posts as unknown as { comments: { findReplyContext(wanted: object): Promise<unknown> } };
      const read = comments.findReplyContext.bind(comments);
      jest.spyOn(comments, 'findReplyContext').mockImplementationOnce(async (wanted) => {
        const context = await read(wanted);
        await put(annaActor.readerId, 'block', berta);
        return context;
      });
      expect(outcome(await send(anna, { parentId }))).toBe('403 reply_refused');
    },
  );

  async function counts() {
    const { rows } = await server.sql.query(
      `select h.comment_count, h.head, c.reply_count, (select count(*) from comment where thread_id = h.thread_id) as stored
         from thread_head h join comment c on c.id = $2 where h.thread_id = $1`,
      [threadId, parentId],
    );
    return rows;
  }
});

describe('mute words', () => {
  it('are kept as one list, each as one line and once', async () => {
    expect((await anna.get('/api/v1/me/mute-words')).body).toEqual({ words: [] });
    const given = ['  Ferry ', 'night\ntrain', 'Ferry', 're\u0301sume\u0301', '🤡'];
    const answer = await putWords(given);
    expect([answer.status, answer.body]).toEqual([200, { words: ['Ferry', 'night train', 'résumé', '🤡'] }]);
    expect((await anna.get('/api/v1/me/mute-words')).body).toEqual(answer.body);
    expect((await anna.get(`/api/v1/threads/${threadId}/mine`)).body.following.words).toEqual(answer.body.words);
    expect((await berta.get('/api/v1/me/mute-words')).body).toEqual({ words: [] });
    await putWords([]);
    expect((await anna.get('/api/v1/me/mute-words')).body).toEqual({ words: [] });
  });

  it.each([
    ['too many', Array.from({ length: limits.follow.maxWords + 1 }, (_, index) => `word ${index}`)],
    ['one too long', ['x'.repeat(limits.follow.wordMaxLength + 1)]],
    ['an empty one', ['ferry', '  ']],
    ['one that nothing is found by', ['…']],
    ['one that is no text', ['ferry', 7]],
    ['no list', 'ferry'],
    ['nothing', undefined],
  ])('are refused with %s, and what was there stays', async (_, words) => {
    await putWords(['before']);
    const answer = await putWords(words);
    expect([answer.status, answer.body.code, answer.body.errors[0].field]).toEqual([400, 'invalid_request', 'words']);
    expect((await anna.get('/api/v1/me/mute-words')).body).toEqual({ words: ['before'] });
  });

  it('can be as many and as long as the limits say', async () => {
    const words = Array.from({ length: limits.follow.maxWords }, (_, index) => String(index).padStart(limits.follow.wordMaxLength, 'x'));
    expect((await putWords(words)).body).toEqual({ words });
  });
});

describe('the routes of mutes', () => {
  it('are for readers who are logged in, in the frame', async () => {
    const visitor = new BrowserLike(server.url);
    const console = await aBrowser(server, await aStaffMember(server.sql, 'administrator'));
    for (const by of [visitor, console]) {
      const answers = [
        await put(bertaActor.readerId, 'mute', by),
        await end(bertaActor.readerId, by),
        await by.get('/api/v1/me/mutes'),
        await by.get('/api/v1/me/mute-words'),
        await putWords([], by),
      ];
      expect(answers.map(outcome)).toEqual(Array.from({ length: 5 }, () => '401 not_logged_in'));
    }
  });

  it('take no write from a page of another site', async () => {
    const answer = await anna.send('PUT', `/api/v1/me/mutes/${bertaActor.readerId}`, {
      body: { kind: 'mute' },
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(outcome(answer)).toBe('403 cross_site_request');
  });
});
