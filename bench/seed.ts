import { resolve } from 'node:path';
import { Client } from 'pg';
import { bringUpToDate } from '../src/open-database';
import { clientConfig, type DatabaseConnection, startEmbeddedPostgres } from '../src/platform/database';
import { assertCountersAreTrue, seedThread } from './seed-thread';
import { atEnd } from './support/at-end';
import { seedReaders } from './support/seed-readers';
import { startDatabase } from './support/start-database';

const comments = 100_000;
const readers = 2_000;

/**
 * Seeds a thread of 100,000 comments by hand: `npm run bench -- seed postgres://...`, or the data folder of an embedded server
 * (`npm run bench -- seed ./data`); without either, a database that is thrown away, to see how long it takes.
 */
export async function run(place?: string): Promise<void> {
  const sql = new Client(clientConfig(await open(place)));
  sql.on('error', () => undefined);
  await sql.connect();
  atEnd(() => sql.end());
  const start = performance.now();
  const people = await seedReaders(sql, readers);
  const thread = await seedThread(sql, { comments, readers: people.map(({ id }) => id) });
  await sql.query('vacuum analyze comment, reaction, thread_head, reader');
  const seconds = (performance.now() - start) / 1000;
  await assertCountersAreTrue(sql, thread.id);
  console.log(`seeded thread ${thread.id} with ${comments} comments in ${seconds.toFixed(1)} s; its counters are true`);
  console.log(`GET /api/v1/threads/${thread.id}/comments`);
}

async function open(place?: string): Promise<DatabaseConnection> {
  if (place === undefined) return (await startDatabase()).connection;
  const connection = /^postgres(ql)?:/.test(place) ? { connectionString: place } : await openEmbedded(resolve(place));
  await bringUpToDate(connection);
  return connection;
}

async function openEmbedded(dataDir: string): Promise<DatabaseConnection> {
  const server = await startEmbeddedPostgres({ dataDir, log: (message) => console.log(message) });
  atEnd(() => server.stop());
  return server.connection;
}
