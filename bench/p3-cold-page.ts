import { Client } from 'pg';
import { type CommentOrder, commentOrders } from '../contract/conversation';
import { orderSql, writeCursor } from '../src/comments/comment-order';
import { PagesRepository } from '../src/comments/pages.repository';
import { clientConfig, type Reads } from '../src/platform/database';
import { Clock } from '../src/platform/time';
import { type SeededThread, seedThread } from './seed-thread';
import { atEnd } from './support/at-end';
import { median, printResult } from './support/compare';
import { HttpConnection, requestText } from './support/http-connection';
import { asReader, fromReader } from './support/reader-address';
import { type SeededReader, seedReaders } from './support/seed-readers';
import { startApplication } from './support/server-process';
import { type BenchDatabase, startDatabase } from './support/start-database';

/**
 * P3: how long a page takes that is nowhere in memory, over HTTP, one at a time: threads of 100, 10,000 and 100,000 comments, every order,
 * the first page and one from the middle. Its limit: the page's own SQL by the `pg` driver, in turn with it. The worst case counts.
 *
 * The application keeps finished pages while their thread does not change. So before each first page somebody reacts, over HTTP, and each
 * page from the middle is asked for by a reader who began at another moment.
 */
const sizes = [100, 10_000, 100_000];
const warmUps = 15;
const rounds = 31;
/** A thread of 100 has fewer replies to show under its first comments than one of 100,000, and each takes its time wherever it is read. */
const alikeWithin = 1.5;

interface Place {
  startedAt: number;
  key: string;
  id: string;
}

interface Case {
  size: number;
  thread: SeededThread;
  order: CommentOrder;
  /** Where the page begins; the first page without it. */
  place?: Place;
  comments: number;
  pageMilliseconds: number[];
  sqlMilliseconds: number[];
}

export async function run(): Promise<void> {
  const database = await startDatabase();
  const readers = await seedReaders(database.sql, 2_000);
  const cases: Case[] = [];
  for (const size of sizes) {
    const thread = await seedThread(database.sql, { comments: size, readers: readers.map(({ id }) => id) });
    const given = { size, thread, comments: 0 };
    for (const order of commentOrders) {
      cases.push({ ...given, order, pageMilliseconds: [], sqlMilliseconds: [] });
      cases.push({ ...given, order, pageMilliseconds: [], sqlMilliseconds: [], place: await middleOf(database, thread.id, order) });
    }
  }
  await database.sql.query('vacuum analyze');
  const application = await startApplication(database);
  const connection = await HttpConnection.open(application.port);
  const reading = new ColdReading({ connection, readers, bareSql: await openBareSql(database) });
  for (let round = -warmUps; round < rounds; round += 1) {
    if (round === 0) for (const each of cases) forgetWarmUps(each);
    for (const each of cases) await reading.measure(each);
  }
  report(cases);
}

function forgetWarmUps(each: Case): void {
  each.pageMilliseconds.length = 0;
  each.sqlMilliseconds.length = 0;
}

interface Measured extends Case {
  page: number;
  sql: number;
}

function report(cases: Case[]): void {
  const results = cases.map((each): Measured => {
    const result = { ...each, page: median(each.pageMilliseconds), sql: median(each.sqlMilliseconds) };
    const { size, order, place, comments, page, sql } = result;
    const name = `${order}, ${place === undefined ? 'first' : 'middle'} of ${size} (${comments} comments)`;
    console.log(`${name}: ${page.toFixed(2)} ms beside ${sql.toFixed(2)} ms`);
    return result;
  });
  reportGrowth(results);
  const worst = results.reduce((one, other) => (one.sql / one.page < other.sql / other.page ? one : other));
  printResult({ id: 'P3', unit: 'ms', better: 'less' }, { value: worst.page, limit: worst.sql });
}

/** How much longer the longest thread takes than the shortest, for pages that hold about as much and for all. */
function reportGrowth(results: Measured[]): void {
  const [small = [], large = []] = [sizes[0], sizes.at(-1)].map((size) => results.filter((result) => result.size === size));
  const pairs = large.flatMap((each, place) => {
    const than = small[place];
    return than === undefined ? [] : [{ each, than, growth: each.page / than.page }];
  });
  const alike = pairs.filter(({ each, than }) => each.comments <= than.comments * alikeWithin);
  for (const [which, compared] of [
    ['pages that hold about as much', alike],
    ['all pages', pairs],
  ] as const) {
    const most = compared.reduce((one, other) => (one.growth > other.growth ? one : other));
    const content = `${most.each.order}, ${most.each.comments} comments on the page rather than ${most.than.comments}`;
    console.log(
      `of ${which}, ${most.each.size} comments take at most ${most.growth.toFixed(2)} times as long as ${most.than.size} (${content})`,
    );
  }
}

async function middleOf({ sql }: BenchDatabase, threadId: string, order: CommentOrder): Promise<Place> {
  const { column, direction, type } = orderSql[order];
  const key = type === 'timestamptz' ? `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : `${column}::text`;
  const top = 'c.thread_id = $1 and c.parent_id is null and c.visible';
  const { rows } = await sql.query<Place>(
    `select c.id, ${key} as key, (select head::int from thread_head h where h.thread_id = $1) as "startedAt"
       from comment c where ${top} order by ${column} ${direction}, id ${direction}
     offset (select count(*) * 2 / 5 from comment c where ${top}) limit 1`,
    [threadId],
  );
  const [place] = rows;
  if (place === undefined) throw new Error(`thread ${threadId} has no middle`);
  return place;
}

/** Runs what the repository of the application sends, and notes how long the driver took for it. */
interface BareSql {
  pages: PagesRepository;
  lastMilliseconds(): number;
}

async function openBareSql({ connection }: BenchDatabase): Promise<BareSql> {
  const client = new Client(clientConfig(connection));
  client.on('error', () => undefined);
  await client.connect();
  atEnd(() => client.end());
  let last = 0;
  const prepared = async (name: string, text: string, values: unknown[]): Promise<unknown[]> => {
    const start = performance.now();
    const { rows } = await client.query({ name, text, values });
    last = performance.now() - start;
    return rows;
  };
  return { pages: new PagesRepository({ prepared } as unknown as Reads, new Clock()), lastMilliseconds: () => last };
}

class ColdReading {
  private readonly began = Date.now();
  private turn = 0;

  constructor(private readonly parts: { connection: HttpConnection; readers: SeededReader[]; bareSql: BareSql }) {}

  /** Once the SQL and once the page, which is another reader's each time. */
  async measure(each: Case): Promise<void> {
    const { thread, order, place } = each;
    this.turn += 1;
    if (place === undefined) await this.react(thread);
    const cursor = place && { ...place, order, startedTime: this.began - this.turn };
    const { pages, lastMilliseconds } = this.parts.bareSql;
    each.comments = (await pages.readPage(thread.id, order, cursor)).comments.length;
    each.sqlMilliseconds.push(lastMilliseconds());
    const path = `${thread.id}/comments?order=${order}${cursor ? `&cursor=${writeCursor(cursor)}` : ''}`;
    each.pageMilliseconds.push(await this.readPage(path));
  }

  private async readPage(path: string): Promise<number> {
    const start = performance.now();
    const { status } = await this.parts.connection.send(requestText(`GET /api/v1/threads/${path}`, { headers: fromReader(this.turn) }));
    if (status !== 200) throw new Error(`a page was answered with ${status}`);
    return performance.now() - start;
  }

  /** Moves the thread on by one change, and with it out of the application's memory. */
  private async react(thread: SeededThread): Promise<void> {
    const reader = this.parts.readers[this.turn % this.parts.readers.length];
    const commentId = thread.publishedIds[(this.turn * 31) % thread.publishedIds.length];
    const headers = asReader(reader?.token, this.turn);
    for (const kind of ['like', 'dislike']) {
      const body = JSON.stringify({ kind });
      const { status } = await this.parts.connection.send(requestText(`PUT /api/v1/comments/${commentId}/reaction`, { headers, body }));
      if (status !== 200) throw new Error(`a reaction was answered with ${status}`);
    }
  }
}
