import { Client } from 'pg';
import type { AnswersItem, InboxPage, NewsCount } from '../../contract/inbox';
import { limits } from '../../contract/limits';
import { Announce } from '../../src/announcements/announce';
import type { ReaderActor } from '../../src/platform/access';
import { WriteDocuments } from '../../src/search/write-documents';
import { aReader, aThread } from '../builders/conversation';
import { aMute, siteOf } from '../builders/followed-site';
import { type Answered, answeredComments } from '../builders/inbox';
import { aBrowser } from '../builders/staff';
import type { BrowserLike } from '../support/browser-like';
import { startTestApp, type TestApp } from '../support/test-app';

const { maxCounted } = limits.inbox;

let server: TestApp;
let threadId: string;
let site: { id: string; key: string };
let anna: ReaderActor;
let annas: BrowserLike;
let ben: ReaderActor;
let unwanted: ReaderActor;

beforeAll(async () => {
  server = await startTestApp();
  for (const worker of [Announce, WriteDocuments])
    await server.app.get<Announce | WriteDocuments>(worker, { strict: false }).beforeApplicationShutdown();
});
afterAll(() => server.close());
beforeEach(async () => {
  threadId = await aThread(server.sql);
  site = await siteOf(server.sql, threadId);
  [anna, ben, unwanted] = [await aReader(server.sql), await aReader(server.sql), await aReader(server.sql)];
  annas = await aBrowser(server, anna);
});

type Given = Omit<Answered, 'threadId' | 'siteId' | 'readerId' | 'authorId'> & { by?: ReaderActor };

async function answered({ by = ben, ...given }: Given): Promise<void> {
  await answeredComments(server.sql, { threadId, siteId: site.id, readerId: anna.readerId, authorId: by.readerId, ...given });
  await server.sql.query('analyze notification, comment, inbox_item');
}

/** All answers become one item. */
async function joinItems(): Promise<void> {
  await server.sql.query(
    'update notification set about_id = (select min(about_id::text)::uuid from notification where reader_id = $1) where reader_id = $1',
    [anna.readerId],
  );
  await server.sql.query(
    'delete from inbox_item i where i.reader_id = $1 and not exists (select from notification n where n.reader_id = $1 and n.about_id = i.about_id)',
    [anna.readerId],
  );
  await server.sql.query(
    'update inbox_item set told_at = (select max(made_at) from notification where reader_id = $1) where reader_id = $1',
    [anna.readerId],
  );
}

const addMuteWords = (words: string[]) =>
  server.sql.query('insert into mute_words (reader_id, words) values ($1, $2)', [anna.readerId, words]);

async function page(cursor?: string): Promise<InboxPage> {
  const { status, body } = await annas.get(`/api/v1/sites/${site.key}/inbox${cursor === undefined ? '' : `?cursor=${cursor}`}`);
  expect(status).toBe(200);
  return body;
}

async function count(): Promise<number> {
  const { status, body } = await annas.get(`/api/v1/sites/${site.key}/news`);
  expect(status).toBe(200);
  return (body as NewsCount).unread;
}

const counts = ({ items }: InboxPage) => items.map((item) => (item as AnswersItem).count);

interface Sent {
  text: string;
  values: unknown[];
}

/** Without those of timers and of what goes on beside. */
async function statements(work: () => Promise<unknown>): Promise<Sent[]> {
  const spy = jest.spyOn(Client.prototype as { query(sent: unknown, values?: unknown): unknown }, 'query');
  await work();
  const sent = spy.mock.calls.map(([query, values]) => (typeof query === 'string' ? { text: query, values } : query) as Sent);
  spy.mockRestore();
  return sent.filter(({ text }) => !/any\(\$1\)$|ended_at >|listen |graphile/i.test(text.trim()));
}

/** What the statements that look into items bring again: so many texts were read. */
async function textsRead(work: () => Promise<unknown>): Promise<number> {
  let texts = 0;
  for (const { text, values } of await looksOf(work))
    texts += (await server.sql.query(text, values)).rows.filter(({ body }) => body !== null).length;
  return texts;
}

/** Of the plan of each look, as it ran: the most rows that a node of it has brought, each time or altogether. */
async function mostRowsOfANode(work: () => Promise<unknown>): Promise<{ atOnce: number; altogether: number }> {
  type Node = { 'Actual Rows': number; 'Actual Loops': number; Plans?: Node[] };
  const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)];
  const found: Node[] = [];
  for (const { text, values } of await looksOf(work))
    found.push(...nodes((await server.sql.query(`explain (analyze, format json) ${text}`, values)).rows[0]['QUERY PLAN'][0].Plan));
  return {
    atOnce: Math.max(...found.map((node) => node['Actual Rows'])),
    altogether: Math.max(...found.map((node) => node['Actual Rows'] * node['Actual Loops'])),
  };
}

async function looksOf(work: () => Promise<unknown>): Promise<Sent[]> {
  const looks = (await statements(work)).filter(({ text }) => /inbox_item i/.test(text));
  expect(looks.length).toBeGreaterThan(0);
  return looks;
}

describe('however much is in an inbox', () => {
  it('ten thousand replies to one comment are one item of at most a hundred, and no more of them are looked at', async () => {
    await answered({ items: 1, repliesEach: 10_000, minutesAgo: 10 });
    expect(counts(await page())).toEqual([maxCounted]);
    expect(await count()).toBe(1);
    expect((await mostRowsOfANode(page)).atOnce).toBeLessThanOrEqual(maxCounted);
    expect((await mostRowsOfANode(count)).atOnce).toBeLessThanOrEqual(10);
  });

  it('a page takes six statements and a count four', async () => {
    await answered({ items: 1, repliesEach: 1, minutesAgo: 10 });
    const taken = async () => [(await statements(page)).length, (await statements(count)).length];
    await taken();
    expect(await taken()).toEqual([6, 4]);
    await answered({ items: 40, repliesEach: 20, minutesAgo: 5 });
    expect(await taken()).toEqual([6, 4]);
  });

  it('a count looks at one text of each item, and at few hundred where a word hides all', async () => {
    await answered({ items: maxCounted, repliesEach: 100, minutesAgo: 10, text: 'The ferry is late again.' });
    await addMuteWords(['pineapple']);
    expect([await count(), await textsRead(count)]).toEqual([maxCounted, maxCounted]);
    expect((await mostRowsOfANode(count)).altogether).toBeLessThanOrEqual(10 * maxCounted);
    await server.sql.query(`update mute_words set words = '{ferry}' where reader_id = $1`, [anna.readerId]);
    expect(await count()).toBe(0);
    for (const read of [count, page]) expect(await textsRead(read)).toBeLessThanOrEqual(300);
    expect((await mostRowsOfANode(count)).altogether).toBeLessThanOrEqual(1_000);
  });

  it('its members are counted for the items of a page alone', async () => {
    await answered({ items: 60, repliesEach: 30, minutesAgo: 10 });
    await addMuteWords(['pineapple']);
    expect(counts(await page())).toEqual(Array(limits.page.inbox).fill(30));
    expect(await textsRead(page)).toBe(limits.page.inbox + 1 + limits.page.inbox * 29);
  });
});

describe('what is hidden in an inbox', () => {
  beforeEach(() => answered({ items: 3, repliesEach: 2, minutesAgo: 30 }));

  it('by a mute takes no count from what is behind it', async () => {
    await answered({ by: unwanted, items: 150, repliesEach: 1, minutesAgo: 10 });
    expect(await count()).toBe(maxCounted);
    await aMute(server.sql, anna.readerId, unwanted.readerId);
    expect([counts(await page()), await count()]).toEqual([[2, 2, 2], 3]);
  });

  it('by a word takes no count from what is behind it', async () => {
    await answered({ items: 150, repliesEach: 1, minutesAgo: 10, text: 'Pineapple on everything.' });
    await addMuteWords(['pineapple']);
    expect([counts(await page()), await count()]).toEqual([[2, 2, 2], 3]);
  });

  it('by a mute is no end of the item it is in', async () => {
    await answered({ by: unwanted, items: 1, repliesEach: 150, minutesAgo: 10 });
    await joinItems();
    await aMute(server.sql, anna.readerId, unwanted.readerId);
    const { items } = await page();
    expect([items.map(({ isRead }) => isRead), counts(await page()), await count()]).toEqual([[false], [6], 1]);
  });

  it('by a word is no end of the item it is in', async () => {
    await answered({ items: 1, repliesEach: 150, minutesAgo: 10, text: 'Pineapple on everything.' });
    await joinItems();
    await addMuteWords(['pineapple']);
    expect([counts(await page()), await count()]).toEqual([[6], 1]);
  });

  it('makes nothing unread that was read', async () => {
    await answered({ by: unwanted, items: 1, repliesEach: 5, minutesAgo: 10 });
    await joinItems();
    await aMute(server.sql, anna.readerId, unwanted.readerId);
    await server.sql.query(`update inbox_item set read_to = now() - interval '20 minutes' where reader_id = $1`, [anna.readerId]);
    const { items } = await page();
    expect([items.map(({ isRead }) => isRead), await count()]).toEqual([[true], 0]);
  });
});
