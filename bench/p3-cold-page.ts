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
const times = 31;

interface Case {
  size: number;
  order: CommentOrder;
  depth: 'first' | 'middle';
}

interface Times {
  page: number;
  sql: number;
}

export async function run(): Promise<void> {
  const database = await startDatabase();
  const readers = await seedReaders(database.sql, 2_000);
  const threads = new Map<number, SeededThread>();
  for (const size of sizes) threads.set(size, await seedThread(database.sql, { comments: size, readers: readers.map(({ id }) => id) }));
  await database.sql.query('vacuum analyze');
  const application = await startApplication(database);
  const connection = await HttpConnection.open(application.port);
  const reading = new ColdReading(database, { connection, readers, bareSql: await openBareSql(database) });
  const results: (Case & Times)[] = [];
  for (const order of commentOrders) {
    for (const depth of ['first', 'middle'] as const) {
      for (const [size, thread] of threads) {
        const found = { size, order, depth, ...(await reading.measure(thread, { order, depth })) };
        results.push(found);
        console.log(
          `${order} ${depth} of ${size}: ${found.page.toFixed(2)} ms, SQL ${found.sql.toFixed(2)} ms, ${(found.sql / found.page).toFixed(2)}`,
        );
      }
    }
  }
  console.log(`${sizes.at(-1)} comments take at most ${growth(results).toFixed(2)} times as long as ${sizes[0]}`);
  const worst = results.reduce((one, other) => (one.sql / one.page < other.sql / other.page ? one : other));
  printResult({ id: 'P3', unit: 'ms', better: 'less' }, { value: worst.page, limit: worst.sql });
}

function growth(results: (Case & Times)[]): number {
  const [small, large] = [sizes[0], sizes.at(-1)].map((size) => results.filter((result) => result.size === size));
  return Math.max(...(large ?? []).map(({ page }, place) => page / (small?.[place]?.page ?? 0)));
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

  constructor(
    private readonly database: BenchDatabase,
    private readonly parts: { connection: HttpConnection; readers: SeededReader[]; bareSql: BareSql },
  ) {}

  async measure(thread: SeededThread, { order, depth }: Omit<Case, 'size'>): Promise<Times> {
    const place = depth === 'middle' ? await this.middleOf(thread.id, order) : undefined;
    const found: Times[] = [];
    for (let time = 0; time < warmUps + times; time += 1) {
      if (place === undefined) await this.react(thread);
      const cursor = place && { ...place, order, startedTime: this.began - this.turn++ };
      await this.parts.bareSql.pages.readPage(thread.id, order, cursor);
      const sql = this.parts.bareSql.lastMilliseconds();
      found.push({
        sql,
        page: await this.readPage(`${thread.id}/comments?order=${order}${cursor ? `&cursor=${writeCursor(cursor)}` : ''}`),
      });
    }
    const counted = found.slice(warmUps);
    return { sql: median(counted.map(({ sql }) => sql)), page: median(counted.map(({ page }) => page)) };
  }

  private async readPage(path: string): Promise<number> {
    const start = performance.now();
    const { status } = await this.parts.connection.send(requestText(`GET /api/v1/threads/${path}`));
    if (status !== 200) throw new Error(`a page was answered with ${status}`);
    return performance.now() - start;
  }

  /** Moves the thread on by one change, and with it out of the application's memory. */
  private async react(thread: SeededThread): Promise<void> {
    this.turn += 1;
    const reader = this.parts.readers[this.turn % this.parts.readers.length];
    const commentId = thread.publishedIds[(this.turn * 31) % thread.publishedIds.length];
    const headers = {
      cookie: `__Host-parley=${reader?.token}`,
      'sec-fetch-site': 'same-origin',
      'x-forwarded-for': `10.0.0.${this.turn % 250}`,
    };
    for (const kind of ['like', 'dislike']) {
      const body = JSON.stringify({ kind });
      const { status } = await this.parts.connection.send(requestText(`PUT /api/v1/comments/${commentId}/reaction`, { headers, body }));
      if (status !== 200) throw new Error(`a reaction was answered with ${status}`);
    }
  }

  private async middleOf(threadId: string, order: CommentOrder): Promise<{ startedAt: number; key: string; id: string }> {
    const { column, direction, type } = orderSql[order];
    const key = type === 'timestamptz' ? `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : `${column}::text`;
    const { rows } = await this.database.sql.query(
      `select c.id, ${key} as key, (select head::int from thread_head h where h.thread_id = $1) as "startedAt"
         from comment c where c.thread_id = $1 and c.parent_id is null and c.visible order by ${column} ${direction}, id ${direction}
       offset (select count(*) / 2 from comment c where c.thread_id = $1 and c.parent_id is null and c.visible) limit 1`,
      [threadId],
    );
    return rows[0];
  }
}
