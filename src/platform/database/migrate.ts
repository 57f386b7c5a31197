import { Client, type ClientConfig } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../../../migrations';
import { assertServerIsSafe } from './database-guards';

/** One lock for every process that boots on the same database; the number is arbitrary but must never change. */
const migrationLock = 7_211_041_968;
const lockTimeout = '15s';

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
    await guard.query(`set lock_timeout = '${lockTimeout}'`);
    await guard.query('select pg_advisory_lock($1)', [migrationLock]);
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

async function assertNotNewer(dataSource: DataSource): Promise<void> {
  const known = new Set(migrationNames);
  const [table] = await dataSource.query<[{ present: boolean }]>(`select to_regclass('public.migrations') is not null as present`);
  if (!table.present) return;
  const applied = await dataSource.query<{ name: string }[]>('select name from migrations order by id');
  const strangers = applied.filter((row) => !known.has(row.name)).map((row) => row.name);
  if (strangers.length === 0) return;
  throw new Error(`The database is newer than this version of Parley (it knows ${strangers.join(', ')}). Start the newer version.`);
}
