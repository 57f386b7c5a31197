import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { FollowKind } from '../../contract/following';
import type { FeedItem, FeedPage } from '../../contract/inbox';
import { limits } from '../../contract/limits';
import type { Verdict } from '../../contract/moderation';
import { PostComment } from '../../src/comments/post-comment';
import { DecideComment } from '../../src/moderation/decide-comment';
import type { ReaderActor } from '../../src/platform/access';
import { aPost, aReader, aThread } from '../builders/conversation';
import { aFollow, siteOf, whenAllIsAnnounced } from '../builders/followed-site';
import { manyPastComments } from '../builders/past-comments';
import { aBrowser, aReason, aStaffMember } from '../builders/staff';
import { BrowserLike } from '../support/browser-like';
import { HintedReader } from '../support/hinted-reader';
import { until } from '../support/live-reader';
import { startTestApp, type TestApp } from '../support/test-app';

const pageSize = limits.page.feed;
/** Whoever reads a feed. */
const askedByTimers = new Set(['announcements_due', 'documents_due', 'live_session', 'thread_heads']);

let server: TestApp;
let siteId: string;
let siteKey: string;
let threadId: string;
let me: ReaderActor;
let other: ReaderActor;
let moderator: ReaderActor;
let browser: BrowserLike;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

beforeEach(async () => {
  threadId = await aThread(server.sql);
  ({ id: siteId, key: siteKey } = await siteOf(server.sql, threadId));
  me = await aReader(server.sql);
  other = await aFollower();
  moderator = await aStaffMember(server.sql, 'moderator', siteId);
  browser = await aBrowser(server, me);
});

const get = <Provider>(type: new (...given: never[]) => Provider): Provider => server.app.get(type, { strict: false });
const decide = async (id: string, verdict: Verdict) =>
  get(DecideComment).execute(moderator, id, { verdict, revision: 1, reasonId: await aReason(server.sql, id) });
const addressOf = (cursor?: string | null) => `/api/v1/sites/${siteKey}/feed${cursor ? `?cursor=${cursor}` : ''}`;
const isNew = async (): Promise<number> => (await browser.get(`/api/v1/sites/${siteKey}/news`)).body.following;
const idsOf = (items: FeedItem[]) => items.map(({ comment }) => comment.id);
const seen = (at: string, by = browser) => by.send('PUT', `/api/v1/sites/${siteKey}/feed/seen`, { body: { at } });

async function post(given: { by?: ReaderActor; in?: string; parentId?: string; text?: string } = {}): Promise<string> {
  const { own } = await get(PostComment).execute(given.by ?? other, given.in ?? threadId, aPost(given));
  await whenAllIsAnnounced(server);
  return own.id;
}

async function follow(kind: FollowKind, subject: string, on = siteKey): Promise<void> {
  expect(await browser.send('PUT', `/api/v1/sites/${on}/follows/${kind}/${subject}`)).toMatchObject({ status: 204 });
}

async function mute(readerId: string): Promise<void> {
  expect(await browser.send('PUT', `/api/v1/me/mutes/${readerId}`, { body: { kind: 'mute' } })).toMatchObject({ status: 204 });
}

/** Somebody whom the reader meets on the site, though they have not written there. */
async function aFollower(on = siteId): Promise<ReaderActor> {
  const reader = await aReader(server.sql);
  await aFollow(server.sql, { readerId: reader.readerId, siteId: on, kind: 'reader', subjectId: me.readerId });
  return reader;
}

async function page(cursor?: string | null): Promise<FeedPage> {
  const { status, body } = await browser.get<FeedPage>(addressOf(cursor));
  expect(status).toBe(200);
  return body;
}

async function feedIds(): Promise<string[]> {
  return idsOf((await page()).items);
}

/** The whole feed, page by page. */
async function everything(): Promise<{ ids: string[]; pages: number[] }> {
  const pages: string[][] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const { items, nextCursor } = await page(cursor);
    pages.push(idsOf(items));
    cursor = nextCursor;
  }
  return { ids: pages.flat(), pages: pages.map(({ length }) => length) };
}

const nameSection = (of: string, name: string) => server.sql.query('update thread set section = $2 where id = $1', [of, name]);

describe('the feed of a reader', () => {
  it('has what readers, threads, conversations and sections that they follow brought, the newest first, with the article and what it answers', async () => {
    const conversation = await post({ by: await aReader(server.sql) });
    const inSection = await aThread(server.sql, { siteId });
    await nameSection(inSection, 'sport');
    const followedThread = await aThread(server.sql, { siteId });
    await follow('reader', other.readerId);
    await follow('conversation', conversation);
    await follow('thread', followedThread);
    await follow('section', 'sport');
    const somebody = await aReader(server.sql, { name: `Somebody ${siteKey}` });
    const ids = [
      await post({ by: other }),
      await post({ by: somebody, parentId: conversation, text: 'An answer.' }),
      await post({ by: somebody, in: followedThread }),
      await post({ by: somebody, in: inSection }),
    ];
    await post({ by: somebody });
    const { items, nextCursor } = await page();
    expect([idsOf(items), nextCursor]).toEqual([ids.reverse(), null]);
    expect(items[2]).toMatchObject({
      at: items[2]?.comment.postedAt,
      comment: { state: 'published', author: { name: `Somebody ${siteKey}` }, parentId: conversation },
      thread: { id: threadId, title: 'A story', url: expect.stringContaining('https://news.example.org/') },
      parent: { excerpt: 'A calm thought.' },
    });
  });

  it('has a comment once that comes by its author, its thread and its section', async () => {
    await nameSection(threadId, 'city');
    await follow('reader', other.readerId);
    await follow('thread', threadId);
    await follow('section', 'city');
    const ids = [await post(), await post(), await post()];
    expect(await feedIds()).toEqual(ids.reverse());
    expect(await isNew()).toBe(3);
  });

  it('has nothing of oneself, nor of another site', async () => {
    const elsewhere = await aThread(server.sql);
    const there = await siteOf(server.sql, elsewhere);
    const author = await aFollower(there.id);
    await aFollow(server.sql, { readerId: author.readerId, siteId, kind: 'reader', subjectId: me.readerId });
    for (const key of [siteKey, there.key]) await follow('reader', author.readerId, key);
    await follow('thread', threadId);
    const id = await post({ by: author, in: elsewhere });
    await post({ by: me });
    expect([await feedIds(), await isNew()]).toEqual([[], 0]);
    expect(idsOf((await browser.get<FeedPage>(`/api/v1/sites/${there.key}/feed`)).body.items)).toEqual([id]);
  });

  it('loses what is removed with the next read, and has it back when that is undone', async () => {
    await follow('reader', other.readerId);
    const [first, second] = [await post(), await post()];
    await decide(second, 'remove');
    expect([await feedIds(), await isNew()]).toEqual([[first], 1]);
    await decide(second, 'publish');
    expect([await feedIds(), await isNew()]).toEqual([[second, first], 2]);
  });

  it('has what was there before one followed, and does not call it new', async () => {
    const [first, second] = [await post(), await post()];
    await follow('reader', other.readerId);
    expect([await feedIds(), await isNew()]).toEqual([[second, first], 0]);
    const third = await post();
    expect([await feedIds(), await isNew()]).toEqual([[third, second, first], 1]);
  });

  it('has a comment that was let through once, whenever who wrote it is followed', async () => {
    await server.sql.query(`update thread set mode = 'premoderated' where id = $1`, [threadId]);
    await follow('thread', threadId);
    const id = await post();
    expect(await feedIds()).toEqual([]);
    await decide(id, 'publish');
    await whenAllIsAnnounced(server);
    await follow('reader', other.readerId);
    expect([await feedIds(), await isNew()]).toEqual([[id], 1]);
  });

  it('has nothing that is held or rejected, whatever rows there are', async () => {
    await follow('reader', other.readerId);
    const id = await post();
    for (const verdict of ['remove', 'hold', 'reject'] as const) {
      await decide(id, verdict);
      expect([await feedIds(), await isNew()]).toEqual([[], 0]);
    }
  });

  it('hides who is muted, and what has a mute word, also from the count', async () => {
    const muted = await aFollower();
    await follow('thread', threadId);
    await follow('reader', muted.readerId);
    const shown = await post({ text: 'About the harbour.' });
    await post({ text: 'About the Stadium.' });
    const parent = await post({ by: muted });
    const reply = await post({ parentId: parent });
    await mute(muted.readerId);
    expect(await isNew()).toBe(3);
    await browser.send('PUT', '/api/v1/me/mute-words', { body: { words: ['stadium'] } });
    const { items } = await page();
    expect(idsOf(items)).toEqual([reply, shown]);
    expect(items[0]?.parent).toBeNull();
    expect(await isNew()).toBe(2);
  });

  it('is empty for whoever follows nothing', async () => {
    await post();
    expect(await page()).toEqual({ items: [], nextCursor: null, seenAt: null });
    expect(await isNew()).toBe(0);
  });

  it('is asked for in five statements', async () => {
    await follow('thread', threadId);
    for (let count = 0; count < 3; count += 1) await post();
    await page();
    const spy = jest.spyOn(Client.prototype as { query(sent: { name?: string }): unknown }, 'query');
    await page();
    const sent = spy.mock.calls.flatMap(([{ name }]) => (name === undefined ? [] : [name]));
    spy.mockRestore();
    expect(sent.filter((name) => !askedByTimers.has(name)).sort()).toEqual([
      'comments_elsewhere',
      'feed_rows',
      'feed_seen',
      'mute_words_of_reader',
      'site_by_key',
    ]);
  });
});

describe('pages of a feed', () => {
  /** Newer than those before, and older than what is posted. */
  const manyBy = async ({ readerId: authorId }: ReaderActor, count: number) => {
    await server.sql.query('begin');
    await manyPastComments(server.sql, { threadId, authorId }, { count, text: 'Thought ' });
    await server.sql.query(
      `update comment c set posted_at = now() - interval '1 day' + (n.place + n.others) * interval '1 second'
         from (select id, row_number() over (order by id) as place, (select count(*) from comment where thread_id = $1 and author_id <> $2) as others
                 from comment where thread_id = $1 and author_id = $2) n where n.id = c.id`,
      [threadId, authorId],
    );
    await server.sql.query('commit');
    await whenAllIsAnnounced(server);
  };

  /** So many readers who are followed and wrote twice. */
  async function followMany(count: number): Promise<void> {
    const { rows } = await server.sql.query<{ id: string }>(
      `insert into reader (id, name, name_skeleton, email, password_hash)
       select gen_random_uuid(), n || ' ' || $1, n || ' ' || $1, n || $1, 'none' from generate_series(1, $2::int) n returning id`,
      [siteKey, count],
    );
    const ids = rows.map(({ id }) => id);
    await server.sql.query(`insert into follow (reader_id, site_id, kind, subject_id) select $1, $2, 'reader', unnest($3::uuid[])`, [
      me.readerId,
      siteId,
      ids,
    ]);
    await server.sql.query(
      `insert into comment (id, thread_id, root_id, depth, author_id, client_id, request_digest, status, text, body, posted_at)
       select id, $1, id, 0, author_id, gen_random_uuid(), '', 'published', 'x', '[]', now() - floor(random() * 300) * interval '1 second'
         from (select uuidv7() as id, id as author_id from unnest($2::uuid[]) id, generate_series(1, 2) n) c`,
      [threadId, ids],
    );
    await whenAllIsAnnounced(server);
  }

  async function expectAllInOrder(count: number): Promise<void> {
    const { rows } = await server.sql.query('select id from comment where thread_id = $1 order by posted_at desc, id desc', [threadId]);
    expect(await everything()).toEqual({
      ids: rows.map(({ id }) => id),
      pages: Array.from({ length: count / pageSize }, () => pageSize),
    });
  }

  it('go through all of 500 readers and of what comes by three of their topics at once, once each and in order', async () => {
    await nameSection(threadId, 'city');
    await follow('thread', threadId);
    await follow('section', 'city');
    await followMany(500);
    await expectAllInOrder(1_000);
    expect(await isNew()).toBe(limits.inbox.maxCounted);
  });

  it('go through what many brought a while ago, though much that others follow has come since', async () => {
    await followMany(50);
    const busy = await aThread(server.sql, { siteId });
    await aFollow(server.sql, { readerId: other.readerId, siteId, kind: 'thread', subjectId: busy });
    await server.sql.query('begin');
    await manyPastComments(server.sql, { threadId: busy, authorId: other.readerId }, { count: 150, text: 'Busy ' });
    await server.sql.query('update comment set posted_at = now() where thread_id = $1', [busy]);
    await server.sql.query('commit');
    await whenAllIsAnnounced(server);
    await expectAllInOrder(100);
  });

  it('have no comment twice and lack none below their cursor while others post', async () => {
    await follow('thread', threadId);
    await manyBy(other, 3 * pageSize);
    const before = await server.sql.query('select id from comment where thread_id = $1 order by posted_at desc, id desc', [threadId]);
    const ids: string[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const { items, nextCursor } = await page(cursor);
      ids.push(...idsOf(items));
      cursor = nextCursor;
      for (let count = 0; count < 3; count += 1) await post();
    }
    expect(ids).toEqual(before.rows.map(({ id }) => id));
  });

  it('are full, though much in between may not be shown', async () => {
    const muted = await aReader(server.sql);
    await follow('thread', threadId);
    await manyBy(other, pageSize - 1);
    const oldest = await feedIds();
    await manyBy(muted, 4 * pageSize);
    await mute(muted.readerId);
    const newest = await post();
    const { items, nextCursor } = await page();
    expect([idsOf(items), nextCursor]).toEqual([[newest, ...oldest], null]);
  });

  it('go on behind the last that was looked at where very many in a row may not be shown', async () => {
    const muted = await aReader(server.sql);
    await follow('thread', threadId);
    await manyBy(other, 1);
    const [oldest] = await feedIds();
    await manyBy(muted, 40 * pageSize);
    await mute(muted.readerId);
    const { items, nextCursor } = await page();
    expect([items, nextCursor]).toEqual([[], expect.any(String)]);
    const { items: next, nextCursor: end } = await page(nextCursor);
    expect([idsOf(next), end]).toEqual([[oldest], null]);
  });

  it.each([0, 1])('count what is new though hundreds that came later may not be shown, with %d mute words', async (words) => {
    const muted = await aReader(server.sql);
    await follow('thread', threadId);
    await manyBy(other, 3);
    await manyBy(muted, 3 * limits.inbox.maxCounted);
    await mute(muted.readerId);
    if (words > 0) await server.sql.query(`insert into mute_words (reader_id, words) values ($1, '{elephant}')`, [me.readerId]);
    expect(await isNew()).toBe(3);
  });
});

describe('up to where a feed was seen', () => {
  it('is told with it, and what came since is counted', async () => {
    await follow('reader', other.readerId);
    await post();
    await post();
    const { items } = await page();
    expect(await isNew()).toBe(2);
    expect(await seen(items[1]?.toldAt ?? '')).toMatchObject({ status: 200, body: { following: 1 } });
    expect([(await page()).seenAt, await isNew()]).toEqual([items[1]?.toldAt, 1]);
    await seen(items[0]?.toldAt ?? '');
    expect([(await page()).seenAt, await isNew()]).toEqual([items[0]?.toldAt, 0]);
    await post();
    expect(await isNew()).toBe(1);
  });

  it('is behind what comes late, wherever that stands', async () => {
    await follow('reader', other.readerId);
    const newest = await post();
    await seen((await page()).items[0]?.toldAt ?? '');
    await server.sql.query(
      `insert into comment (id, thread_id, site_id, root_id, depth, author_id, client_id, request_digest, status, text, body, posted_at)
       select id, $1, $2, id, 0, $3, gen_random_uuid(), '', 'published', 'x', '[]', now() - interval '1 hour' from (select gen_random_uuid() as id) made`,
      [threadId, siteId, other.readerId],
    );
    await whenAllIsAnnounced(server);
    const { items, seenAt } = await page();
    expect([items.map(({ toldAt }) => toldAt > (seenAt ?? '')), items[0]?.comment.id, await isNew()]).toEqual([[false, true], newest, 1]);
    expect(await seen(items[1]?.toldAt ?? '')).toMatchObject({ body: { following: 0 } });
  });

  it('is beyond what somebody wrote before they were followed, and what was brought from elsewhere', async () => {
    await post();
    await post();
    await seen(new Date().toISOString());
    await follow('reader', other.readerId);
    await server.sql.query(
      `insert into comment (id, thread_id, site_id, root_id, depth, author_id, client_id, request_digest, status, text, body, posted_at)
       select id, $1, $2, id, 0, $3, gen_random_uuid(), '', 'published', 'x', '[]', now() - interval '9 days' from (select gen_random_uuid() as id) made`,
      [threadId, siteId, other.readerId],
    );
    await whenAllIsAnnounced(server);
    expect([(await page()).items.length, await isNew()]).toEqual([3, 0]);
  });

  it('never goes back, and not beyond now', async () => {
    const [earlier, later] = [new Date(Date.now() - 60_000).toISOString(), new Date(Date.now() - 30_000).toISOString()];
    await seen(later);
    await seen(earlier);
    expect((await page()).seenAt).toBe(later);
    await seen('2099-01-01T00:00:00+02:00');
    const now = Date.now();
    const { seenAt } = await page();
    expect(Date.parse(seenAt ?? '')).toBeGreaterThan(Date.parse(later));
    expect(Date.parse(seenAt ?? '')).toBeLessThanOrEqual(now);
  });

  it('is one for all tabs of a reader, and of nobody else', async () => {
    await seen('2026-01-01T00:00:00.000Z');
    const [tab, stranger] = [await aBrowser(server, me), await aBrowser(server, other)];
    expect((await tab.get<FeedPage>(addressOf())).body.seenAt).toBe('2026-01-01T00:00:00.000Z');
    expect((await stranger.get<FeedPage>(addressOf())).body.seenAt).toBeNull();
  });
});

describe('an open page', () => {
  it('is told that something came to the feed, and in every tab that it was seen, once', async () => {
    await follow('reader', other.readerId);
    const tab = new HintedReader(browser);
    await until('the page is connected', () => tab.isConnected);
    await post();
    await until('it is told of the comment', () => tab.added === 1);
    const at = new Date().toISOString();
    await seen(at);
    await until('it is told to ask again', () => tab.feed.length === 2);
    expect(tab.feed).toEqual([
      { siteId, added: 1 },
      { siteId, added: null },
    ]);
    await seen(at);
    await post();
    await until('it is told of the next', () => tab.added === 2);
    tab.close();
    expect(tab.feed).toHaveLength(3);
  });
});

describe('who may read a feed', () => {
  it('is nobody without a session in the frame', async () => {
    const visitor = new BrowserLike(server.url);
    const console = await aBrowser(server, moderator);
    for (const each of [visitor, console]) {
      expect(await each.get(addressOf())).toMatchObject({ status: 401, body: { code: 'not_logged_in' } });
      expect(await seen('2026-01-01T00:00:00Z', each)).toMatchObject({ status: 401 });
    }
  });

  it('is told of a site that is unknown, of a cursor of another list, and of no time', async () => {
    expect(await browser.get('/api/v1/sites/nowhere/feed')).toMatchObject({ status: 404, body: { code: 'not_found' } });
    const unknown = await browser.send('PUT', '/api/v1/sites/nowhere/feed/seen', { body: { at: '2026-01-01T00:00:00Z' } });
    expect(unknown).toMatchObject({
      status: 404,
    });
    const foreign = Buffer.from(JSON.stringify({ order: 'newest', key: '1' })).toString('base64url');
    for (const cursor of [foreign, 'x', '%00'])
      expect(await browser.get(addressOf(cursor))).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    for (const at of ['yesterday', '2026-02-30T00:00:00Z', '2026-01-01T00:00:00']) expect(await seen(at)).toMatchObject({ status: 400 });
    expect((await page()).seenAt).toBeNull();
  });

  it('is refused a cursor with an offset that no database knows, and heard with such a time', async () => {
    const cursor = Buffer.from(`2026-01-01T00:00:00+23:00|${randomUUID()}`).toString('base64url');
    expect(await browser.get(addressOf(cursor))).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    expect((await seen('2026-01-01T00:00:00+23:00')).status).toBe(200);
  });
});
