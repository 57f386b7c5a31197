import type { ClientConfig } from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { migrations } from '../../../migrations';

/** A `postgres://` address or the parts of one; a host that is a folder means the socket in it. */
export type DatabaseConnection = { connectionString: string } | { host: string; user: string; password: string; database: string };

const statementTimeoutMilliseconds = 15_000;
const lockTimeoutMilliseconds = 5_000;
const connectTimeoutMilliseconds = 3_000;
/** Longer than the server gives a statement: it ends the wait where the network drops what the server answers. */
const answerTimeoutMilliseconds = 20_000;
const keepAlive = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 };
const readCommitted = '-c default_transaction_isolation=read\\ committed';

export function clientConfig(connection: DatabaseConnection): ClientConfig {
  return { ...connection, ...keepAlive, connectionTimeoutMillis: connectTimeoutMilliseconds, application_name: 'parley' };
}

export function dataSourceOptions(connection: DatabaseConnection, poolSize: number): DataSourceOptions {
  return {
    ...commonOptions(connection),
    poolSize,
    extra: {
      ...keepAlive,
      options: readCommitted,
      query_timeout: answerTimeoutMilliseconds,
      statement_timeout: statementTimeoutMilliseconds,
      lock_timeout: lockTimeoutMilliseconds,
      idle_in_transaction_session_timeout: statementTimeoutMilliseconds,
    },
  };
}

/** An index on a large table takes as long as it takes, whatever the database gives other statements; nobody shall wait long for its lock. */
export function migratingOptions(connection: DatabaseConnection): DataSourceOptions {
  return {
    ...commonOptions(connection),
    poolSize: 2,
    extra: { ...keepAlive, options: `${readCommitted} -c statement_timeout=0`, lock_timeout: lockTimeoutMilliseconds },
  };
}

function commonOptions(connection: DatabaseConnection) {
  const target =
    'connectionString' in connection
      ? { url: connection.connectionString }
      : { host: connection.host, username: connection.user, password: connection.password, database: connection.database };
  return {
    type: 'postgres' as const,
    ...target,
    applicationName: 'parley',
    migrations,
    migrationsTableName: 'migrations',
    synchronize: false,
    connectTimeoutMS: connectTimeoutMilliseconds,
  };
}
