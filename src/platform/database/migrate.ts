import { setTimeout as pause } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../../../migrations';
import { advisoryLocks } from './advisory-locks';
import { assertServerIsSafe } from './database-guards';

/** For the migration of another process, which may be building an index on a large table. */
const patienceMilliseconds = 10 * 60_000;
const pauseMilliseconds = 200;

/** What a database of this version has been through. */
export const migrationNames: readonly string[] = migrations.map((migration) => migration.name);

/**
 * Brings the schema up to the code, one process at a time, and refuses a database that is newer than the code.
 * `alsoMigrate` runs under the same lock: the job queue brings its own schema.
 */
export async function migrate(
  connection: ClientConfig,
  options: DataSourceOptions,
  alsoMigrate: () => Promise<void> = async () => undefined,
): Promise<void> {
  const guard = new Client(connection);
  guard.on('error', () => undefined);
  await guard.connect();
  try {
    await assertServerIsSafe(guard);
    await waitForTurn(guard);
    const dataSource = await new DataSource(options).initialize();
    try {
      await assertNotNewer(dataSource);
      await dataSource.runMigrations({ transaction: 'each' });
      await alsoMigrate();
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await guard.end();
  }
}

/** Asks again and again: a statement that waits is one that an index built concurrently waits for. */
async function waitForTurn(guard: Client): Promise<void> {
  const end = performance.now() + patienceMilliseconds;
  while (!(await isOurTurn(guard))) {
    if (performance.now() > end) {
      throw new Error(
        'Another process is still bringing this database up to its version, and this one does not wait any longer. ' +
          'Start again when that process runs; if there is none, end the connection that holds the advisory lock (pg_locks).',
      );
    }
    await pause(pauseMilliseconds);
  }
}

async function isOurTurn(guard: Client): Promise<boolean> {
  const { rows } = await guard.query<{ isLocked: boolean }>('select pg_try_advisory_lock($1) as "isLocked"', [advisoryLocks.migration]);
  return rows[0]?.isLocked === true;
}

async function assertNotNewer(dataSource: DataSource): Promise<void> {
  const known = new Set(migrationNames);
  const [table] = await dataSource.query<[{ present: boolean }]>(`select to_regclass('public.migrations') is not null as present`);
  if (!table.present) return;
  const applied = await dataSource.query<{ name: string }[]>('select name from migrations order by id');
  const strangers = applied.filter((row) => !known.has(row.name)).map((row) => row.name);
  if (strangers.length === 0) return;
  throw new Error(`The database is newer than this version of Parley (it knows ${strangers.join(', ')}). Start the newer version.`);
}
