import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Pool } from 'pg';
import { bringUpToDate } from '../../src/open-database';
import { clientConfig, type DatabaseConnection, startEmbeddedPostgres } from '../../src/platform/database';
import { atEnd } from './at-end';

/** Connections the application has by default, and so its limit too: on two cores more of them are slower. */
const poolSize = 10;

export interface BenchDatabase {
  connection: { connectionString: string };
  /** One connection to seed and to look at rows. */
  sql: Client;
}

/**
 * An own PostgreSQL in a temporary folder, set as in production: what is committed is on the disk. It belongs to the bench; everybody,
 * the application and its limits, comes to it by its Unix socket, as the application does to its own.
 */
export async function startDatabase(): Promise<BenchDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-bench-'));
  atEnd(() => rm(dataDir, { recursive: true, force: true }));
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  atEnd(() => server.stop());
  const { host, user, password, database } = server.connection;
  const connection = {
    connectionString: `postgres://${user}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(host)}`,
  };
  await bringUpToDate(connection);
  const sql = new Client(clientConfig(connection));
  sql.on('error', () => undefined);
  await sql.connect();
  atEnd(() => sql.end());
  return { connection, sql };
}

/** Connections for the limit, used by the `pg` driver and nothing else. */
export function openPool(connection: DatabaseConnection): Pool {
  const pool = new Pool({ ...clientConfig(connection), max: poolSize });
  pool.on('error', () => undefined);
  atEnd(() => pool.end());
  return pool;
}
