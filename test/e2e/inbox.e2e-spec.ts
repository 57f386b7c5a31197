import { randomUUID } from 'node:crypto';
import type { AnswersItem, InboxItem, InboxPage, NewsCount } from '../../contract/inbox';
import { limits } from '../../contract/limits';
import type { Verdict } from '../../contract/moderation';
import type { ReaderActor } from '../../src/platform/access';
import { aPost, aReader, aThread } from '../builders/conversation';
import { aMute, siteOf, whenAllIsAnnounced } from '../builders/followed-site';
import { aBrowser, aReason, aStaffMember } from '../builders/staff';
import { BrowserLike } from '../support/browser-like';
import { until } from '../support/live-reader';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let threadId: string;
let site: { id: string; key: string };
let anna: ReaderActor;
let annas: BrowserLike;
let bens: BrowserLike;
let moderator: BrowserLike;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());
beforeEach(async () => {
  threadId = await aThread(server.sql);
  site = await siteOf(server.sql, threadId);
  anna = await aReader(server.sql);
  annas = await aBrowser(server, anna);
  bens = await aBrowser(server, await aReader(server.sql));
  moderator = await aBrowser(server, await aStaffMember(server.sql, 'moderator', site.id));
});

async function post(by: BrowserLike, given: { parentId?: string; text?: string } = {}): Promise<string> {
  const { status, body } = await by.post(`/api/v1/threads/${threadId}/comments`, aPost(given));
  expect(status).toBe(201);
  return body.own.id;
}

async function decide(id: string, verdict: Verdict): Promise<void> {
  const reasonId = await aReason(server.sql, id);
  const { status } = await moderator.post(`/api/v1/comments/${id}/decisions`, { verdict, revision: 1, reasonId });
  expect(status).toBe(201);
}

async function inbox(by = annas, cursor?: string): Promise<InboxPage> {
  await whenAllIsAnnounced(server);
  const { status, body } = await by.get(`/api/v1/sites/${site.key}/inbox${cursor === undefined ? '' : `?cursor=${cursor}`}`);
  expect(status).toBe(200);
  return body;
}

async function news(by = annas): Promise<NewsCount> {
  await whenAllIsAnnounced(server);
  return (await by.get(`/api/v1/sites/${site.key}/news`)).body;
}

const read = (id: string, by = annas) => by.post(`/api/v1/sites/${site.key}/inbox/read`, { id });
const readUpTo = (upTo: string, by = annas) => by.post(`/api/v1/sites/${site.key}/inbox/read`, { upTo });
const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
const never = '2400-12-31T00:00:00Z';
const answers = (page: InboxPage) => page.items.map((item) => item as AnswersItem);

let seq = 1_000_000;

/** Comments as they are in the database, without a request for each, and announced like any. */
async function insertComments(given: { authorId: string; count: number; parentId?: string }): Promise<string[]> {
  const { authorId, count, parentId = null } = given;
  seq += count;
  const { rows } = await server.sql.query(
    `insert into comment (id, thread_id, site_id, parent_id, root_id, depth, author_id, client_id, request_digest, status, seq, sort_seq, text, body, posted_at)
     select id, $1, $2, $3, coalesce($3, id), case when $3::uuid is null then 0 else 1 end, $4, gen_random_uuid(), '', 'published', seq, seq, 'x', '[]',
            clock_timestamp() from (select gen_random_uuid() as id, $6::int - n as seq from generate_series(1, $5::int) n) made returning id`,
    [threadId, site.id, parentId, authorId, count, seq],
  );
  return rows.map(({ id }) => id);
}

/** So many items, each of so many replies. */
async function manyItems(count: number, repliesEach: number): Promise<void> {
  const ben = await aReader(server.sql);
  const own = await insertComments({ authorId: anna.readerId, count });
  for (const parentId of own) await insertComments({ authorId: ben.readerId, count: repliesEach, parentId });
  await whenAllIsAnnounced(server);
}

/** Another writer has that item. */
async function whileLocked<Result>(itemId: string, work: () => Promise<Result>): Promise<Result> {
  await server.sql.query('begin');
  try {
    await server.sql.query('select from inbox_item where id = $1 for update', [itemId]);
    return await work();
  } finally {
    await server.sql.query('rollback');
  }
}

describe('an inbox', () => {
  it('has replies to one comment as one item, with the newest and who wrote them', async () => {
    const own = await post(annas);
    const [first, carls] = [await post(bens, { parentId: own }), await aBrowser(server, await aReader(server.sql))];
    await whenAllIsAnnounced(server);
    const second = await post(carls, { parentId: own, text: 'The second answer.' });
    const other = await post(annas);
    await whenAllIsAnnounced(server);
    await post(bens, { parentId: other });
    const page = await inbox();
    expect(answers(page).map(({ kind, count, isRead }) => ({ kind, count, isRead }))).toEqual([
      { kind: 'reply', count: 1, isRead: false },
      { kind: 'reply', count: 2, isRead: false },
    ]);
    const [, item] = answers(page);
    expect(item).toMatchObject({ newest: { comment: { id: second }, parent: { author: { id: anna.readerId } } } });
    expect([item?.authors.length, item?.authorCount]).toEqual([2, 2]);
    expect(page.nextCursor).toBeNull();
    expect(await news()).toEqual({ unread: 2, following: 0 });
    expect(first).not.toBe(second);
  });

  it('names three of those who wrote, the latest first, and says how many there are', async () => {
    const own = await post(annas);
    const writers = [];
    for (let count = 0; count < 4; count += 1) writers.push(await aReader(server.sql));
    for (const writer of writers) {
      await post(await aBrowser(server, writer), { parentId: own });
      await whenAllIsAnnounced(server);
    }
    const [item] = answers(await inbox());
    expect([item?.count, item?.authorCount]).toEqual([4, 4]);
    expect(item?.authors.map(({ id }) => id)).toEqual(
      writers
        .slice(1)
        .reverse()
        .map(({ readerId }) => readerId),
    );
  });

  it('loses what is removed, has it again when that is undone, and loses the item with the last of it', async () => {
    const own = await post(annas);
    const first = await post(bens, { parentId: own });
    await whenAllIsAnnounced(server);
    const second = await post(bens, { parentId: own });
    await inbox();
    await decide(second, 'remove');
    expect(answers(await inbox())).toMatchObject([{ count: 1, newest: { comment: { id: first } } }]);
    await decide(first, 'remove');
    expect([(await inbox()).items, await news()]).toEqual([[], { unread: 0, following: 0 }]);
    await decide(second, 'publish');
    expect(answers(await inbox())).toMatchObject([{ count: 1, isRead: false, newest: { comment: { id: second } } }]);
  });

  it('is without those whom the reader muted since, and without their mute words', async () => {
    const own = await post(annas);
    const ben = (await server.sql.query('select author_id from comment where id = $1', [await post(bens, { parentId: own })])).rows[0];
    await whenAllIsAnnounced(server);
    const carls = await aBrowser(server, await aReader(server.sql));
    await post(carls, { parentId: own, text: 'Pineapple on everything.' });
    expect(answers(await inbox())).toMatchObject([{ count: 2 }]);
    await server.sql.query('insert into mute_words (reader_id, words) values ($1, $2)', [anna.readerId, ['pineapple']]);
    expect([answers(await inbox()), (await news()).unread]).toMatchObject([[{ count: 1 }], 1]);
    await aMute(server.sql, anna.readerId, ben.author_id);
    expect([(await inbox()).items, (await news()).unread]).toEqual([[], 0]);
  });

  it('is read item by item up to what was shown, all at once, and again as often as somebody asks', async () => {
    const [one, other] = [await post(annas), await post(annas)];
    await post(bens, { parentId: one });
    await whenAllIsAnnounced(server);
    await post(bens, { parentId: other });
    const [newest] = (await inbox()).items as [InboxItem];
    await post(bens, { parentId: other, text: 'Meanwhile.' });
    await whenAllIsAnnounced(server);
    expect((await read(newest.id)).body).toEqual({ unread: 2, following: 0 });
    const [again] = (await inbox()).items as [InboxItem];
    expect((await read(again.id)).body).toEqual({ unread: 1, following: 0 });
    expect((await read(newest.id)).body).toEqual({ unread: 1, following: 0 });
    expect((await inbox()).items.map(({ isRead }) => isRead)).toEqual([true, false]);
    for (const again of [1, 2]) expect([again, (await readUpTo(never)).body]).toEqual([again, { unread: 0, following: 0 }]);
    await post(bens, { parentId: one });
    expect((await inbox()).items.map(({ isRead }) => isRead)).toEqual([false, true]);
  });

  it('is read all at once up to the newest that was shown: what came since stays unread', async () => {
    const [one, other] = [await post(annas), await post(annas)];
    await post(bens, { parentId: one });
    await post(bens, { parentId: other });
    const [{ at }] = (await inbox()).items as [InboxItem];
    await post(bens, { parentId: one, text: 'Meanwhile.' });
    await whenAllIsAnnounced(server);
    expect((await readUpTo(at)).body).toEqual({ unread: 1, following: 0 });
    expect(answers(await inbox()).map(({ isRead, count }) => [isRead, count])).toEqual([
      [false, 2],
      [true, 1],
    ]);
  });

  it('is locked in one order by who reads all, whenever its items came: nobody waits in a circle', async () => {
    await manyItems(2, 1);
    const { rows } = await server.sql.query('select id from inbox_item where reader_id = $1 order by about_id', [anna.readerId]);
    const [first, last] = rows.map(({ id }) => id);
    await server.sql.query(`update inbox_item set told_at = told_at - interval '1 hour' where id = $1`, [last]);
    const reading = await whileLocked(first, async () => {
      const answer = readUpTo(never);
      await until('it waits', async () => (await server.sql.query(waiting)).rows.length > 0);
      await server.sql.query('select from inbox_item where id = $1 for update nowait', [last]);
      return { answer };
    });
    expect((await reading.answer).body).toEqual({ unread: 0, following: 0 });
  });

  it('is read too when the newest of what was read is removed', async () => {
    const own = await post(annas);
    await post(bens, { parentId: own });
    await whenAllIsAnnounced(server);
    const newest = await post(bens, { parentId: own });
    await whenAllIsAnnounced(server);
    await readUpTo(never);
    await decide(newest, 'remove');
    expect([answers(await inbox()), (await news()).unread]).toMatchObject([[{ count: 1, isRead: true }], 0]);
  });

  it('goes on where its cursor says, whatever came meanwhile', async () => {
    await manyItems(limits.page.inbox + 5, 1);
    const first = await inbox();
    await post(bens, { parentId: await post(annas) });
    const second = await inbox(annas, first.nextCursor ?? undefined);
    const parents = new Set([...answers(first), ...answers(second)].map(({ newest }) => newest.comment.parentId));
    expect([first.items.length, second.items.length, second.nextCursor, parents.size]).toEqual([20, 5, null, 25]);
  });

  it('has a full page where hundreds of what came last may not be shown', async () => {
    await manyItems(25, 1);
    const hidden = await aReader(server.sql);
    for (const parentId of await insertComments({ authorId: anna.readerId, count: 100 }))
      await insertComments({ authorId: hidden.readerId, count: 1, parentId });
    await whenAllIsAnnounced(server);
    await aMute(server.sql, anna.readerId, hidden.readerId);
    const first = await inbox();
    const second = await inbox(annas, first.nextCursor ?? undefined);
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([20, 5, null]);
  });
});

describe('the inbox of somebody else', () => {
  it('is not for visitors, and unknown sites have none', async () => {
    const visitor = new BrowserLike(server.url);
    for (const path of ['inbox', 'news']) {
      expect((await visitor.get(`/api/v1/sites/${site.key}/${path}`)).status).toBe(401);
      expect((await annas.get(`/api/v1/sites/nowhere/${path}`)).status).toBe(404);
    }
    expect((await readUpTo(never, visitor)).status).toBe(401);
    expect((await annas.post('/api/v1/sites/nowhere/inbox/read', { upTo: never })).status).toBe(404);
    expect((await annas.get(`/api/v1/sites/${site.key}/inbox?cursor=x`)).body.code).toBe('invalid_request');
    for (const refused of [await read('x'), await readUpTo('yesterday'), await annas.post(`/api/v1/sites/${site.key}/inbox/read`, {})])
      expect(refused.body.code).toBe('invalid_request');
  });

  it('cannot be marked as read, nor that of another site', async () => {
    await post(bens, { parentId: await post(annas) });
    const [item] = (await inbox()).items as [InboxItem];
    const { key } = await siteOf(server.sql, await aThread(server.sql));
    expect((await read(item.id, bens)).status).toBe(404);
    expect((await annas.post(`/api/v1/sites/${key}/inbox/read`, { id: item.id })).status).toBe(404);
    expect((await read(randomUUID())).status).toBe(404);
    await readUpTo(never, bens);
    await annas.post(`/api/v1/sites/${key}/inbox/read`, { upTo: never });
    expect(await news()).toEqual({ unread: 1, following: 0 });
    expect((await annas.get(`/api/v1/sites/${key}/inbox`)).body.items).toEqual([]);
    expect((await inbox(bens)).items).toEqual([]);
  });
});
