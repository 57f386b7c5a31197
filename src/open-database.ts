import { once } from 'node:events';
import { resolve } from 'node:path';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Env } from './config';
import {
  assertServerTakes,
  clientConfig,
  type DatabaseConnection,
  migrate,
  migratingOptions,
  startEmbeddedPostgres,
} from './platform/database';
import { migrateJobs } from './platform/jobs';

export interface OpenDatabase {
  connection: DatabaseConnection;
  /** Stops the embedded server; does nothing to a server of somebody else's. */
  close(): Promise<void>;
}

/**
 * The database the environment names, or the embedded one; brought up to this version.
 * Aborted by `signal`, it rejects and leaves no server behind.
 */
export async function openDatabase(env: Env, logger: Logger, signal: AbortSignal): Promise<OpenDatabase> {
  const database =
    env.DATABASE_URL === undefined
      ? await openEmbedded(env, logger, signal)
      : { connection: { connectionString: env.DATABASE_URL }, close: async () => undefined };
  try {
    const ready = assertServerTakes(env.DATABASE_POOL, clientConfig(database.connection)).then(() => bringUpToDate(database.connection));
    await Promise.race([ready, rejection(signal)]);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openEmbedded(env: Env, logger: Logger, signal: AbortSignal): Promise<OpenDatabase> {
  const server = await startEmbeddedPostgres({
    dataDir: resolve(env.PARLEY_DATA_DIR),
    log: (message, level) => logger[level]({ part: 'postgres' }, message),
    signal,
  });
  return { connection: server.connection, close: () => server.stop() };
}

async function rejection(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort');
  throw signal.reason;
}

/** Brings the schema of the application and of its job queue up to this version. */
export async function bringUpToDate(connection: DatabaseConnection): Promise<void> {
  const pool = new Pool({ ...clientConfig(connection), max: 1 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await migrate(clientConfig(connection), migratingOptions(connection), () => migrateJobs(pool));
  } finally {
    await pool.end();
  }
}
