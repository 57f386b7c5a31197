import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type ClientConfig } from 'pg';
import { pino } from 'pino';
import { readEnv } from '../../src/config';
import { bringUpToDate } from '../../src/open-database';
import { clientConfig, type DatabaseConnection, type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/database';

export const silentLog = pino({ level: 'silent' });
export const testEnv = readEnv({
  NODE_ENV: 'test',
  LOG_LEVEL: 'silent',
  PORT: '0',
  PUBLIC_URL: 'http://localhost:4600',
  DATABASE_POOL: '6',
});
export const templateName = 'parley_template';

/** Where the tests' server listens; handed from the global set-up to the workers. */
export interface ServerAddress {
  host: string;
  port?: number;
  user: string;
  password: string;
}

export function databaseAt(address: ServerAddress, database: string): DatabaseConnection & { database: string } {
  return { ...address, database };
}

export async function onServer<T>(config: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(config);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export interface TestServer {
  address: ServerAddress;
  stop(): Promise<void>;
}

/** An own PostgreSQL for one run, with a migrated template database in it. Speed over safety: its data goes with the run. */
export async function startTestServer(): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-test-'));
  const server: EmbeddedPostgres = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  const { database: _, ...address } = server.connection;
  await onServer(clientConfig(server.connection), (client) => client.query(`create database ${templateName}`));
  await bringUpToDate(databaseAt(address, templateName));
  return {
    address,
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
