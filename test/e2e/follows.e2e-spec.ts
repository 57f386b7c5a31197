import { Client } from 'pg';
import { limits } from '../../contract/limits';
import { PostComment } from '../../src/comments/post-comment';
import { WithdrawComment } from '../../src/comments/withdraw-comment';
import type { ReaderActor } from '../../src/platform/access';
import { clientConfig } from '../../src/platform/database';
import { RateLimits } from '../../src/platform/http';
import { aPost, aReader, aThread } from '../builders/conversation';
import { siteOf } from '../builders/followed-site';
import { aBrowser, aStaffMember } from '../builders/staff';
import { BrowserLike } from '../support/browser-like';
import { until } from '../support/live-reader';
import { startTestApp, type TestApp } from '../support/test-app';

const unknownId = '0193a000-0000-7000-8000-000000000001';

let server: TestApp;
let threadId: string;
let siteId: string;
let siteKey: string;
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
  ({ id: siteId, key: siteKey } = await siteOf(server.sql, threadId));
  [annaActor, bertaActor] = [await aReader(server.sql), await aReader(server.sql)];
  [anna, berta] = [await aBrowser(server, annaActor), await aBrowser(server, bertaActor)];
});

const get = <Provider>(type: new (...given: never[]) => Provider): Provider => server.app.get(type, { strict: false });
const post = async (by: ReaderActor, given: { parentId?: string; text?: string } = {}, to = threadId): Promise<string> =>
  (await get(PostComment).execute(by, to, aPost(given))).own.id;

const address = (kind: string, subject: string, key = siteKey) => `/api/v1/sites/${key}/follows/${kind}/${encodeURIComponent(subject)}`;
const follow = (kind: string, subject: string, by = anna) => by.send('PUT', address(kind, subject));
const unfollow = (kind: string, subject: string, by = anna) => by.send('DELETE', address(kind, subject));
const block = (id: string, by: BrowserLike) => by.send('PUT', `/api/v1/me/mutes/${id}`, { body: { kind: 'block' } });
const follows = async (by = anna, query = '') => (await by.get(`/api/v1/sites/${siteKey}/follows${query}`)).body.follows;
const followers = async (by = berta) => (await by.get(`/api/v1/sites/${siteKey}/followers`)).body.followers;
const outcome = ({ status, body }: { status: number; body: any }) => (body === undefined ? status : `${status} ${body.code}`);

async function articleIn(section: string): Promise<string> {
  const id = await aThread(server.sql, { siteId });
  await server.sql.query('update thread set section = $2 where id = $1', [id, section]);
  return id;
}

/** As if the reader followed so many already. */
async function followMany(readerId: string, count: number): Promise<void> {
  await server.sql.query(
    `insert into follow (reader_id, site_id, kind, subject_id) select $1, $2, 'thread', gen_random_uuid() from generate_series(1, $3)`,
    [readerId, siteId, count],
  );
}

describe('following', () => {
  it('takes a reader, a thread, a conversation and a section, and lists them, the latest first, each with its name', async () => {
    const commentId = await post(bertaActor, { text: 'A *calm* thought, and more.' });
    await articleIn('Local / Town');
    for (const [kind, subject] of [
      ['reader', bertaActor.readerId],
      ['thread', threadId],
      ['conversation', commentId],
      ['section', 'Local / Town'],
    ] as const)
      expect(outcome(await follow(kind, subject))).toBe(204);
    const url = `https://news.example.org/${threadId}`;
    const followedAt = expect.stringMatching(/Z$/);
    const name = (await server.sql.query('select name from reader where id = $1', [bertaActor.readerId])).rows[0].name;
    expect(await follows()).toEqual([
      { kind: 'section', subject: 'Local / Town', title: 'Local / Town', url: null, followedAt },
      { kind: 'conversation', subject: commentId, title: 'A calm thought, and more.', url, followedAt },
      { kind: 'thread', subject: threadId, title: 'A story', url, followedAt },
      { kind: 'reader', subject: bertaActor.readerId, title: name, url: null, followedAt },
    ]);
    expect((await follows(anna, '?kind=thread')).map(({ subject }: any) => subject)).toEqual([threadId]);
    expect(await follows(berta)).toEqual([]);
  });

  it('changes nothing the second time, nor does unfollowing', async () => {
    await post(bertaActor);
    await follow('reader', bertaActor.readerId);
    const before = await follows();
    expect(outcome(await follow('reader', bertaActor.readerId))).toBe(204);
    expect(await follows()).toEqual(before);
    for (const _ of [1, 2]) expect(outcome(await unfollow('reader', bertaActor.readerId))).toBe(204);
    expect(await follows()).toEqual([]);
    expect(outcome(await unfollow('section', 'Never followed'))).toBe(204);
  });

  it('makes one of the same follow, sent twenty times at once', async () => {
    await articleIn('Town');
    const answers = await Promise.all(Array.from({ length: 20 }, () => follow('section', 'Town')));
    expect(new Set(answers.map(outcome))).toEqual(new Set([204]));
    expect(await follows()).toHaveLength(1);
  });

  it('gives a page and the way to the next', async () => {
    await server.sql.query(
      `insert into follow (reader_id, site_id, kind, subject_id, followed_at)
       select $1, $2, 'thread', gen_random_uuid(), now() - make_interval(secs => n / 3) from generate_series(1, $3) n`,
      [annaActor.readerId, siteId, limits.page.follows + 5],
    );
    const first = (await anna.get(`/api/v1/sites/${siteKey}/follows?kind=thread`)).body;
    const second = (await anna.get(`/api/v1/sites/${siteKey}/follows?kind=thread&cursor=${first.nextCursor}`)).body;
    expect([first.follows.length, second.follows.length, second.nextCursor]).toEqual([limits.page.follows, 5, null]);
    expect(new Set([...first.follows, ...second.follows].map(({ subject }) => subject)).size).toBe(limits.page.follows + 5);
    expect(outcome(await anna.get(`/api/v1/sites/${siteKey}/follows?cursor=nonsense`))).toBe('400 invalid_request');
    expect(outcome(await anna.get(`/api/v1/sites/${siteKey}/follows?kind=friend`))).toBe('400 invalid_request');
  });

  it('finds nothing that is not on the site, whatever it is', async () => {
    const elsewhere = await aThread(server.sql);
    const stranger = await aReader(server.sql);
    const comment = await post(stranger, {}, elsewhere);
    const refused = [
      ['reader', unknownId],
      ['reader', stranger.readerId],
      ['reader', 'nobody'],
      ['thread', unknownId],
      ['thread', elsewhere],
      ['conversation', unknownId],
      ['conversation', comment],
      ['section', 'No article is in it'],
      ['section', ' '],
      ['section', 'x'.repeat(limits.thread.sectionMaxLength + 1)],
      ['friend', threadId],
    ] as const;
    for (const [kind, subject] of refused)
      expect([kind, subject, outcome(await follow(kind, subject))]).toEqual([kind, subject, '404 not_found']);
    expect(outcome(await anna.send('PUT', address('thread', threadId, 'no-such-site')))).toBe('404 not_found');
    expect(outcome(await anna.send('DELETE', address('thread', threadId, 'no-such-site')))).toBe('404 not_found');
    expect(outcome(await anna.get('/api/v1/sites/no-such-site/follows'))).toBe('404 not_found');
    expect(outcome(await anna.get('/api/v1/sites/no-such-site/followers'))).toBe('404 not_found');
    expect(await follows()).toEqual([]);
  });

  it('finds no comment that is held or gone, nor its author by it', async () => {
    const id = await post(bertaActor);
    await server.sql.query(`update comment set status = 'held' where id = $1`, [id]);
    expect(outcome(await follow('conversation', id))).toBe('404 not_found');
    expect(outcome(await follow('reader', bertaActor.readerId))).toBe('404 not_found');
  });

  it('finds a reader without comments who has a role there, or follows the caller', async () => {
    const editor = await aStaffMember(server.sql, 'editor', siteId);
    expect(outcome(await follow('reader', editor.readerId))).toBe(204);
    await post(annaActor);
    await follow('reader', annaActor.readerId, berta);
    expect(outcome(await follow('reader', bertaActor.readerId))).toBe(204);
  });

  it('keeps what is followed when it is not public any more, without its words', async () => {
    const id = await post(bertaActor, { text: 'Soon gone.' });
    await follow('conversation', id);
    await get(WithdrawComment).execute(bertaActor, id);
    expect(await follows()).toMatchObject([{ subject: id, title: '' }]);
    expect(outcome(await unfollow('conversation', id))).toBe(204);
    expect(await follows()).toEqual([]);
  });

  it('is not of oneself', async () => {
    await post(annaActor);
    expect(outcome(await follow('reader', annaActor.readerId))).toBe('422 oneself');
  });

  it('is of one site', async () => {
    const other = await aThread(server.sql);
    await post(bertaActor);
    await post(bertaActor, {}, other);
    const { key: otherKey } = await siteOf(server.sql, other);
    await follow('reader', bertaActor.readerId);
    expect((await anna.get(`/api/v1/sites/${otherKey}/follows`)).body.follows).toEqual([]);
    expect((await berta.get(`/api/v1/sites/${otherKey}/followers`)).body.followers).toEqual([]);
    expect(await followers()).toMatchObject([{ id: annaActor.readerId, isFollowed: false }]);
  });

  it('fills the feed with the latest comments of the reader on the site, and with nothing else', async () => {
    const count = limits.feed.backfill + 3;
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) ids.push(await post(bertaActor));
    await server.sql.query(`update comment set status = 'held' where id = $1`, [ids.at(-1)]);
    await post(bertaActor, {}, await aThread(server.sql));
    await server.sql.query('delete from topic_comment');
    await follow('reader', bertaActor.readerId);
    const { rows } = await server.sql.query(
      `select t.comment_id from topic_comment t join comment c on c.id = t.comment_id and c.posted_at = t.at and c.site_id = t.site_id
        where t.topic_id = $1 and t.site_id = $2 order by t.at, t.comment_id`,
      [bertaActor.readerId, siteId],
    );
    expect(rows.map((row) => row.comment_id)).toEqual(ids.slice(0, -1).slice(-limits.feed.backfill));
    const { rows: all } = await server.sql.query('select 1 from topic_comment where topic_id = $1', [bertaActor.readerId]);
    expect(all).toHaveLength(limits.feed.backfill);
  });
});

describe('the followers of a reader', () => {
  it('are told to that reader, the latest first, but those whom they muted', async () => {
    await post(bertaActor);
    const carlActor = await aReader(server.sql);
    await follow('reader', bertaActor.readerId);
    await follow('reader', bertaActor.readerId, await aBrowser(server, carlActor));
    await follow('reader', carlActor.readerId, berta);
    expect((await followers()).map(({ id, isFollowed }: any) => [id, isFollowed])).toEqual([
      [carlActor.readerId, true],
      [annaActor.readerId, false],
    ]);
    await berta.send('PUT', `/api/v1/me/mutes/${carlActor.readerId}`, { body: { kind: 'mute' } });
    expect((await followers()).map(({ id }: any) => id)).toEqual([annaActor.readerId]);
    expect(await followers(anna)).toEqual([]);
  });

  it('come in pages', async () => {
    await server.sql.query(
      `with made as (insert into reader (id, name, name_skeleton, email, password_hash)
         select id, 'Follower ' || id, id::text, id || '@example.org', 'none' from (select gen_random_uuid() as id from generate_series(1, $3)) m returning id)
       insert into follow (reader_id, site_id, kind, subject_id) select id, $2, 'reader', $1 from made`,
      [bertaActor.readerId, siteId, limits.page.follows + 1],
    );
    const first = (await berta.get(`/api/v1/sites/${siteKey}/followers`)).body;
    const second = (await berta.get(`/api/v1/sites/${siteKey}/followers?cursor=${first.nextCursor}`)).body;
    expect([first.followers.length, second.followers.length, second.nextCursor]).toEqual([limits.page.follows, 1, null]);
    expect(new Set([...first.followers, ...second.followers].map(({ id }) => id)).size).toBe(limits.page.follows + 1);
  });
});

describe('the limit of follows', () => {
  it('holds on one site, and lets what is followed already be', async () => {
    await post(bertaActor);
    await follow('reader', bertaActor.readerId);
    await followMany(annaActor.readerId, limits.follow.maxPerReader - 1);
    const answer = await follow('thread', threadId);
    expect(outcome(answer)).toBe('422 too_many_follows');
    expect(answer.body.maxFollows).toBe(limits.follow.maxPerReader);
    expect(outcome(await follow('reader', bertaActor.readerId))).toBe(204);
    const { key: otherKey } = await siteOf(server.sql, await aThread(server.sql));
    const other = (await server.sql.query('select t.id from thread t join site s on s.id = t.site_id where s.key = $1', [otherKey])).rows[0]
      .id;
    expect(outcome(await anna.send('PUT', address('thread', other, otherKey)))).toBe(204);
    await unfollow('reader', bertaActor.readerId);
    expect(outcome(await follow('thread', threadId))).toBe(204);
  });

  it('holds for twenty at once', async () => {
    await followMany(annaActor.readerId, limits.follow.maxPerReader - 3);
    const threads: string[] = [];
    while (threads.length < 20) threads.push(await aThread(server.sql, { siteId }));
    const answers = await Promise.all(threads.map((id) => follow('thread', id)));
    expect(answers.map(outcome).sort()).toEqual([204, 204, 204, ...Array.from({ length: 17 }, () => '422 too_many_follows')]);
  });
});

describe('a block', () => {
  it('ends what the two follow of each other, on every site, and nothing else', async () => {
    const other = await aThread(server.sql);
    const { key: otherKey } = await siteOf(server.sql, other);
    for (const place of [threadId, other]) for (const by of [annaActor, bertaActor]) await post(by, {}, place);
    for (const key of [siteKey, otherKey]) {
      await anna.send('PUT', address('reader', bertaActor.readerId, key));
      await berta.send('PUT', address('reader', annaActor.readerId, key));
    }
    await follow('thread', threadId);
    expect(outcome(await block(annaActor.readerId, berta))).toBe(204);
    const { rows } = await server.sql.query('select kind from follow where reader_id in ($1, $2)', [
      annaActor.readerId,
      bertaActor.readerId,
    ]);
    expect(rows).toEqual([{ kind: 'thread' }]);
  });

  it('refuses the follow of who is blocked, until it ends', async () => {
    await post(bertaActor);
    await block(annaActor.readerId, berta);
    expect(outcome(await follow('reader', bertaActor.readerId))).toBe('403 follow_refused');
    await berta.send('DELETE', `/api/v1/me/mutes/${annaActor.readerId}`);
    expect(outcome(await follow('reader', bertaActor.readerId))).toBe(204);
  });

  it('tells who blocked to end it first, also where it is mutual', async () => {
    await post(bertaActor);
    await block(bertaActor.readerId, anna);
    expect(outcome(await follow('reader', bertaActor.readerId))).toBe('409 reader_blocked');
    await block(annaActor.readerId, berta);
    expect(outcome(await follow('reader', bertaActor.readerId))).toBe('409 reader_blocked');
  });

  it('is told to nobody of whom the reader is not known on the site', async () => {
    await block(annaActor.readerId, berta);
    expect(outcome(await follow('reader', bertaActor.readerId))).toBe('404 not_found');
  });

  it('leaves no follow by who is blocked, where the follow is being written when it comes', async () => {
    await post(bertaActor);
    const beside = new Client(clientConfig(server.database.connection));
    await beside.connect();
    await beside.query('begin');
    // The insert of the follow has to wait for this one, and comes when it is rolled back.
    await beside.query(`insert into follow (reader_id, site_id, kind, subject_id) values ($1, $2, 'reader', $3)`, [
      annaActor.readerId,
      siteId,
      bertaActor.readerId,
    ]);
    const following = follow('reader', bertaActor.readerId);
    await waiting(1);
    const blocking = block(annaActor.readerId, berta);
    await Promise.race([blocking, waiting(2)]);
    await beside.query('rollback');
    await beside.end();
    expect([await following, await blocking].map(outcome)).toEqual([204, 204]);
    expect(await follows()).toEqual([]);
  });

  it('lets no deadlock be, nor a follow by who is blocked, whatever two do to each other at once', async () => {
    for (const by of [annaActor, bertaActor]) await post(by);
    const [a, b] = [annaActor.readerId, bertaActor.readerId];
    for (let round = 0; round < 10; round += 1) {
      const answers = await Promise.all([
        follow('reader', b),
        follow('reader', a, berta),
        block(a, berta),
        follow('reader', b),
        block(b, anna),
        follow('reader', a, berta),
      ]);
      for (const { status } of answers) expect([204, 403, 409]).toContain(status);
      expect([await follows(), await follows(berta)]).toEqual([[], []]);
      await server.sql.query('delete from mute');
    }
  });

  async function waiting(count: number): Promise<void> {
    await until(`${count} wait`, async () => {
      const { rowCount } = await server.sql.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return (rowCount ?? 0) >= count;
    });
  }
});

describe('what a reader follows', () => {
  it('is known of a thread that is read: itself, its section and its conversations, however many readers they follow', async () => {
    const nothing = { followsThread: false, followsSection: false, conversations: [], muted: [], words: [] };
    const mine = async (id = threadId) => (await anna.get(`/api/v1/threads/${id}/mine`)).body.following;
    const inSection = await articleIn('Town');
    const [here, there] = [await post(bertaActor), await post(bertaActor, {}, inSection)];
    expect([await mine(), await mine(unknownId)]).toEqual([nothing, nothing]);
    await follow('conversation', here);
    await follow('reader', bertaActor.readerId);
    expect(await mine()).toEqual({ ...nothing, conversations: [here] });
    await follow('thread', threadId);
    expect((await mine()).followsThread).toBe(true);
    await follow('section', 'Town');
    await follow('conversation', there);
    expect(await mine(inSection)).toEqual({ ...nothing, followsSection: true, conversations: [there] });
    expect((await mine()).followsSection).toBe(false);
    expect(await mine(await aThread(server.sql))).toEqual(nothing);
  });
});

describe('the routes of follows', () => {
  it('are for readers who are logged in, in the frame', async () => {
    const visitor = new BrowserLike(server.url);
    const console = await aBrowser(server, await aStaffMember(server.sql, 'administrator'));
    for (const by of [visitor, console]) {
      const answers = [
        await follow('thread', threadId, by),
        await unfollow('thread', threadId, by),
        await by.get(`/api/v1/sites/${siteKey}/follows`),
        await by.get(`/api/v1/sites/${siteKey}/followers`),
      ];
      expect(answers.map(outcome)).toEqual(Array.from({ length: 4 }, () => '401 not_logged_in'));
    }
  });

  it('take no write from a page of another site', async () => {
    for (const method of ['PUT', 'DELETE'] as const) {
      const answer = await anna.send(method, address('thread', threadId), { headers: { 'sec-fetch-site': 'cross-site' } });
      expect(outcome(answer)).toBe('403 cross_site_request');
    }
  });

  it('are counted by reader', async () => {
    const consume = jest.mocked(get(RateLimits).consume);
    consume.mockClear();
    await follow('thread', threadId);
    await unfollow('thread', threadId);
    const counted = consume.mock.calls.filter(([rate]) => rate === 'followsPerReader');
    expect(counted).toEqual([1, 2].map(() => ['followsPerReader', annaActor.readerId]));
  });
});
