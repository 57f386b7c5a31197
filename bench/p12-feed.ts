import { Client } from 'pg';
import type { FeedPage } from '../contract/inbox';
import { limits } from '../contract/limits';
import { CommentsElsewhere } from '../src/comments';
import { FeedRepository } from '../src/feed/feed.repository';
import { ReadFeed } from '../src/feed/read-feed';
import { MutesRepository } from '../src/follows';
import { clientConfig, type Reads } from '../src/platform/database';
import { SitesRepository } from '../src/sites';
import { atEnd } from './support/at-end';
import { median, percentile95, printResult } from './support/compare';
import { HttpConnection, requestText } from './support/http-connection';
import { asReader } from './support/reader-address';
import { type SeededFeeds, seedFeeds } from './support/seed-feeds';
import { type SeededReader, seedReaders } from './support/seed-readers';
import { startApplication } from './support/server-process';
import { type BenchDatabase, startDatabase } from './support/start-database';

/**
 * P12: the first page of the feed of readers who follow 1,000 others each, on a site of 5,000,000 comments, over HTTP through the whole stack. Its limit: the
 * statements that the application sends for it, one after the other by the `pg` driver, in turn with it. Before that the same on a tenth of the comments; how
 * much longer the many take is told above. Another number of comments can be given: `npm run bench -- P12 1000000`.
 */
const followees = 1_000;
const authors = 20_000;
const followers = 20;
const warmUps = 3;
const rounds = 20;

interface Times {
  page: number[];
  sql: number[];
}

export async function run(comments = '5000000'): Promise<void> {
  const few = await measure(Number(comments) / 10);
  const many = await measure(Number(comments));
  const growth = (of: keyof Times) => (median(many[of]) / median(few[of])).toFixed(2);
  console.log(
    `ten times as many comments take ${growth('page')} times as long over HTTP, and ${growth('sql')} times as bare SQL (medians)`,
  );
  printResult({ id: 'P12', unit: 'ms', better: 'less' }, { value: percentile95(many.page), limit: percentile95(many.sql) });
}

async function measure(comments: number): Promise<Times> {
  const start = performance.now();
  const database = await startDatabase();
  const readers = await seedReaders(database.sql, followers);
  const site = await seedFeeds(database.sql, {
    comments,
    authors: (await seedReaders(database.sql, authors)).map(({ id }) => id),
    followers: readers.map(({ id }) => id),
    followees,
  });
  console.log(`${comments} comments were seeded in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  const application = await startApplication(database);
  const feeds = new Feeds({
    site,
    readers,
    connection: await HttpConnection.open(application.port, 'keeps bodies'),
    sql: await BareSql.open(database),
  });
  const times = await feeds.measure();
  for (const of of ['page', 'sql'] as const)
    console.log(
      `${comments} comments, ${of}: ${median(times[of]).toFixed(2)} ms, 95th percentile ${percentile95(times[of]).toFixed(2)} ms`,
    );
  await application.stop();
  return times;
}

class Feeds {
  constructor(private readonly parts: { site: SeededFeeds; readers: SeededReader[]; connection: HttpConnection; sql: BareSql }) {}

  /** In each round every reader's feed once by SQL and once over HTTP, a while apart, so that none of the two finds warm what the other read. */
  async measure(): Promise<Times> {
    const times: Times = { page: [], sql: [] };
    for (let turn = -warmUps * followers; turn < rounds * followers; turn += 1) {
      const [sql, page] = [await this.bySql(turn), await this.overHttp(turn + followers / 2)];
      if (turn < 0) continue;
      times.sql.push(sql);
      times.page.push(page);
    }
    return times;
  }

  private async bySql(turn: number): Promise<number> {
    const { sql, site } = this.parts;
    return sql.milliseconds(() => sql.feed.execute(this.reader(turn).id, site.siteKey));
  }

  private async overHttp(turn: number): Promise<number> {
    const { connection, site } = this.parts;
    const headers = asReader(this.reader(turn).token, placeOf(turn));
    const start = performance.now();
    const { status, body } = await connection.send(requestText(`GET /api/v1/sites/${site.siteKey}/feed`, { headers }));
    const milliseconds = performance.now() - start;
    if (status !== 200) throw new Error(`a feed was answered with ${status}: ${body}`);
    const { items } = JSON.parse(body.toString()) as FeedPage;
    if (items.length !== limits.page.feed) throw new Error(`a page has ${items.length} comments`);
    return milliseconds;
  }

  private reader(turn: number): SeededReader {
    const reader = this.parts.readers[placeOf(turn)];
    if (reader === undefined) throw new Error('there are no readers');
    return reader;
  }
}

function placeOf(turn: number): number {
  return (turn + warmUps * followers) % followers;
}

/** Runs what the application sends, one statement after the other, and tells how long the driver took for all of them. */
class BareSql {
  readonly feed: ReadFeed;
  private running: Promise<unknown> = Promise.resolve();
  private spent = 0;

  private constructor(private readonly client: Client) {
    const reads = { prepared: (name: string, text: string, values: unknown[]) => this.send({ name, text, values }) } as unknown as Reads;
    const elsewhere = new CommentsElsewhere(reads, new MutesRepository(reads));
    this.feed = new ReadFeed(new FeedRepository(reads), new SitesRepository(reads), elsewhere);
  }

  static async open({ connection }: BenchDatabase): Promise<BareSql> {
    const client = new Client(clientConfig(connection));
    client.on('error', () => undefined);
    await client.connect();
    atEnd(() => client.end());
    return new BareSql(client);
  }

  async milliseconds(work: () => Promise<unknown>): Promise<number> {
    this.spent = 0;
    await work();
    return this.spent;
  }

  private async send(query: { name: string; text: string; values: unknown[] }): Promise<unknown[]> {
    const rows = this.running.then(async () => {
      const start = performance.now();
      const answer = await this.client.query(query);
      this.spent += performance.now() - start;
      return answer.rows as unknown[];
    });
    this.running = rows;
    return rows;
  }
}
