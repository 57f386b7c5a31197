import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import type { Env } from '../../src/config';
import { createApp } from '../../src/create-app';
import { clientConfig } from '../../src/platform/database';
import { databaseAt, onServer, type ServerAddress, silentLog, templateName, testEnv } from './test-server';

function serverAddress(): ServerAddress {
  const address = process.env.PARLEY_TEST_SERVER;
  if (address === undefined) throw new Error('The e2e project starts its PostgreSQL in its global set-up; run the test through Jest.');
  return JSON.parse(address) as ServerAddress;
}

export interface TestDatabase {
  connection: ReturnType<typeof databaseAt>;
  drop(): Promise<void>;
}

/** A database of its own for one test file, cloned from the migrated template. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const address = serverAddress();
  const name = `parley_${randomBytes(6).toString('hex')}`;
  const maintenance = clientConfig(databaseAt(address, 'postgres'));
  await onServer(maintenance, (client) => client.query(`create database ${name} template ${templateName} strategy file_copy`));
  return {
    connection: databaseAt(address, name),
    drop: async () => {
      await onServer(maintenance, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

export interface TestApp {
  app: NestFastifyApplication;
  env: Env;
  /** The address it really listens on, by 127.0.0.1. */
  url: string;
  /** A connection beside the application, to look at rows. */
  sql: Client;
  database: TestDatabase;
  close(): Promise<void>;
}

/** The whole application on its own database, listening on a free loopback port. */
export async function startTestApp(settings: Partial<Env> = {}): Promise<TestApp> {
  const database = await cloneDatabase();
  const env = Object.assign(Object.create(Object.getPrototypeOf(testEnv)), testEnv, settings) as Env;
  const app = await createApp({ env, logger: silentLog, connection: database.connection });
  await app.listen(0, '127.0.0.1');
  const sql = new Client(clientConfig(database.connection));
  sql.on('error', () => undefined);
  await sql.connect();
  return {
    app,
    env,
    url: await app.getUrl(),
    sql,
    database,
    close: async () => {
      await app.close();
      await sql.end();
      await database.drop();
    },
  };
}
