import type { ClientConfig } from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { migrations } from '../../../migrations';

/** A `postgres://` address or the parts of one; a host that is a folder means the socket in it. */
export type DatabaseConnection = { connectionString: string } | { host: string; user: string; password: string; database: string };

const statementTimeoutMilliseconds = 15_000;
const lockTimeoutMilliseconds = 5_000;
const connectTimeoutMilliseconds = 3_000;

export function clientConfig(connection: DatabaseConnection): ClientConfig {
  return { ...connection, connectionTimeoutMillis: connectTimeoutMilliseconds, application_name: 'parley' };
}

export function dataSourceOptions(connection: DatabaseConnection, poolSize: number): DataSourceOptions {
  const target =
    'connectionString' in connection
      ? { url: connection.connectionString }
      : { host: connection.host, username: connection.user, password: connection.password, database: connection.database };
  return {
    type: 'postgres',
    ...target,
    applicationName: 'parley',
    poolSize,
    migrations,
    migrationsTableName: 'migrations',
    synchronize: false,
    connectTimeoutMS: connectTimeoutMilliseconds,
    extra: {
      options: '-c default_transaction_isolation=read\\ committed',
      statement_timeout: statementTimeoutMilliseconds,
      lock_timeout: lockTimeoutMilliseconds,
      idle_in_transaction_session_timeout: statementTimeoutMilliseconds,
    },
  };
}
