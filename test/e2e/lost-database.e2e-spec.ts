import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Pool } from 'pg';
import { readEnv } from '../../src/config';
import { createApp } from '../../src/create-app';
import { bringUpToDate } from '../../src/open-database';
import { type EmbeddedPostgres, startEmbeddedPostgres, Transactions } from '../../src/platform/database';
import { Jobs } from '../../src/platform/jobs';
import { until } from '../support/live-reader';
import { startTestApp, type TestApp } from '../support/test-app';
import { silentLog, testEnv } from '../support/test-server';

describe('jobs, when the database goes away under them', () => {
  let dataDir: string;
  let postgres: EmbeddedPostgres;
  let app: NestFastifyApplication;
  let started = 0;
  const done: unknown[] = [];

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'parley-jobs-'));
    postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined });
    await bringUpToDate(postgres.connection);
    app = await createApp({ env: testEnv, logger: silentLog, connection: postgres.connection });
    const pool = app.get(Pool);
    app.get(Jobs).define({
      name: 'held',
      run: async ({ number }) => {
        started += 1;
        if (started === 1) await pool.query('select pg_sleep(60)');
        done.push(number);
      },
    });
    await app.get(Jobs).start();
  }, 60_000);
  afterAll(async () => {
    await app.close();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('are run again by the same process: the one that was lost, and those that come', async () => {
    const jobs = app.get(Jobs);
    const transactions = app.get(Transactions);
    await transactions.run((tx) => jobs.enqueue(tx, 'held', { number: 1 }));
    await until('the job runs', () => started === 1);
    process.kill(postgres.pid, 'SIGQUIT');
    await until('the lost job has run', () => done.includes(1), 20_000);
    await transactions.run((tx) => jobs.enqueue(tx, 'held', { number: 2 }));
    await until('a new job has run', () => done.includes(2), 20_000);
  }, 60_000);
});

describe('the largest pool', () => {
  const largestPool = 100;
  let server: TestApp;
  beforeAll(async () => {
    server = await startTestApp({ DATABASE_POOL: largestPool });
  });
  afterAll(() => server.close());

  it('fits into the embedded server, whose settings are the ones of production here', async () => {
    expect(() => readEnv({ DATABASE_POOL: String(largestPool + 1) })).toThrow('DATABASE_POOL');
    const pool = server.app.get(Pool);
    const clients = await Promise.all(Array.from({ length: largestPool }, () => pool.connect()));
    for (const client of clients) client.release();
    expect(pool.totalCount).toBe(largestPool);
  });
});

describe('a connection of the pool', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startTestApp();
  });
  afterAll(() => server.close());

  it('does not end the process when it breaks in use, the very first included', async () => {
    const pool = server.app.get(Pool);
    const clients = await Promise.all(Array.from({ length: server.env.DATABASE_POOL }, () => pool.connect()));
    for (const client of clients) {
      expect(() => client.emit('error', new Error('write EPIPE'))).not.toThrow();
      client.release();
    }
  });

  it('leaves it when no answer comes, so that nobody waits behind that', async () => {
    const pool = server.app.get(Pool);
    const unanswered = { text: 'select pg_sleep(5)', query_timeout: 50 };
    const given: Promise<unknown>[] = [];
    for (let connection = 0; connection < server.env.DATABASE_POOL; connection += 1) {
      const client = await pool.connect();
      given.push(client.query(unanswered).finally(() => client.release()));
    }
    for (const answer of await Promise.allSettled(given)) expect(answer).toMatchObject({ reason: { message: 'Query read timeout' } });
    const answered = { text: 'select 1 as one', query_timeout: 2_000 };
    expect((await pool.query(answered)).rows).toEqual([{ one: 1 }]);
  });
});
