import { Client } from 'pg';
import { limits } from '../contract/limits';
import type { HeldPage } from '../contract/moderation';
import type { ReasonView } from '../contract/reasons';
import { ModeratedCommentsRepository } from '../src/comments';
import { clientConfig, type Reads } from '../src/platform/database';
import { atEnd } from './support/at-end';
import { percentile95, printResult } from './support/compare';
import { HttpConnection, requestText } from './support/http-connection';
import { seedModerator } from './support/seed-moderator';
import { seedReaders } from './support/seed-readers';
import { type SeededSite, seedSite } from './support/seed-site';
import { startApplication } from './support/server-process';
import { type BenchDatabase, startDatabase } from './support/start-database';

/**
 * P11: the first page of a queue of 100,000 held comments, over HTTP through the whole stack, beside another site with twice as many of every status.
 * Its limit: the statement that the application sends for it, by the `pg` driver, in turn with it. What else a moderator does there is told above.
 */
const held = 100_000;
const others = 200_000;
const rounds = 200;
const warmUps = 30;
const pageSize = limits.page.heldComments + 1;

export async function run(): Promise<void> {
  const database = await startDatabase();
  const readers = (await seedReaders(database.sql, 5_000)).map(({ id }) => id);
  await seedSite(database.sql, {
    comments: others,
    readers,
    threads: 500,
    status: `(array['held', 'published'])[1 + least(n % 50, 1)]`,
    isFound: 'n % 50 = 0',
  });
  const site = await seedSite(database.sql, { comments: held, readers, threads: 500, status: `'held'`, isFound: 'n % 10 < 9' });
  await database.sql.query('vacuum analyze');
  const application = await startApplication(database);
  const connection = await HttpConnection.open(application.port, 'keeps bodies');
  const queue = new Queue({ connection, site, headers: await seedModerator(database.sql, site.id), sql: await openBareSql(database) });
  await queue.measure();
}

interface Parts {
  connection: HttpConnection;
  site: SeededSite;
  headers: Record<string, string>;
  sql: (siteId: string) => Promise<number>;
}

/** Runs what the repository of the application sends, and tells how long the driver took for it. */
async function openBareSql({ connection }: BenchDatabase): Promise<(siteId: string) => Promise<number>> {
  const client = new Client(clientConfig(connection));
  client.on('error', () => undefined);
  await client.connect();
  atEnd(() => client.end());
  let last = 0;
  const send = async (query: object): Promise<unknown[]> => {
    const start = performance.now();
    const { rows } = await client.query(query as { text: string });
    last = performance.now() - start;
    return rows;
  };
  const reads = {
    rows: (text: string, values: unknown[]) => send({ text, values }),
    prepared: (name: string, text: string, values: unknown[]) => send({ name, text, values }),
  };
  const comments = new ModeratedCommentsRepository(reads as unknown as Reads);
  return async (siteId) => {
    await comments.listHeld(siteId, { limit: pageSize });
    return last;
  };
}

class Queue {
  private readonly times = new Map<string, number[]>();

  constructor(private readonly parts: Parts) {}

  async measure(): Promise<void> {
    const cursors = await this.deepCursors();
    const [reason] = await this.ask<ReasonView[]>('reasons', `GET /api/v1/sites/${this.parts.site.key}/reasons`);
    for (let round = -warmUps; round < rounds; round += 1) {
      if (round === 0) this.times.clear();
      this.note('bare SQL', await this.parts.sql(this.parts.site.id));
      const page = await this.read('first page');
      const cursor = cursors[(round + warmUps) % cursors.length] ?? '';
      await this.read('deep page', { cursor });
      await this.read('first page of a frequent rule', { rule: 'watched_words' });
      await this.read('deep page of a frequent rule', { rule: 'watched_words', cursor });
      await this.read('first page of a rare rule', { rule: 'links' });
      await this.decideOn(page, reason?.id);
    }
    for (const [what, times] of this.times)
      console.log(`${what}: ${percentile95(times).toFixed(2)} ms (95th percentile of ${times.length})`);
    const [value = [], limit = []] = [this.times.get('first page'), this.times.get('bare SQL')];
    printResult({ id: 'P11', unit: 'ms', better: 'less' }, { value: percentile95(value), limit: percentile95(limit) });
  }

  /** Where pages begin all over the second half of the queue. */
  private async deepCursors(): Promise<string[]> {
    const cursors: string[] = [];
    for (const share of [0.5, 0.6, 0.7, 0.8, 0.9]) {
      const postedAt = new Date(Date.now() - held * (1 - share) * 90_000);
      cursors.push(Buffer.from(`${postedAt.toISOString()}|00000000-0000-0000-0000-000000000000`).toString('base64url'));
    }
    return cursors;
  }

  private async read(what: string, asked: Record<string, string> = {}): Promise<HeldPage> {
    const page = await this.ask<HeldPage>(what, `GET /api/v1/sites/${this.parts.site.key}/held?${new URLSearchParams(asked)}`);
    if (page.comments.length !== limits.page.heldComments) throw new Error(`${what} has ${page.comments.length} comments`);
    return page;
  }

  /** Takes the next item, and decides on it. */
  private async decideOn({ comments: [next] }: HeldPage, reasonId?: string): Promise<void> {
    if (next === undefined) throw new Error('the queue is empty');
    await this.ask('lease', `PUT /api/v1/comments/${next.id}/lease`);
    const verdict = (this.times.get('decision')?.length ?? 0) % 2 === 0 ? 'publish' : 'reject';
    await this.ask('decision', `POST /api/v1/comments/${next.id}/decisions`, { verdict, revision: next.revision, reasonId });
  }

  private async ask<Body>(what: string, line: string, body?: object): Promise<Body> {
    const { connection, headers } = this.parts;
    const start = performance.now();
    const answer = await connection.send(requestText(line, { headers, body: body && JSON.stringify(body) }));
    this.note(what, performance.now() - start);
    if (answer.status >= 300) throw new Error(`${line} was answered with ${answer.status}: ${answer.body}`);
    return JSON.parse(answer.body.toString() || '{}') as Body;
  }

  private note(what: string, milliseconds: number): void {
    this.times.set(what, [...(this.times.get(what) ?? []), milliseconds]);
  }
}
