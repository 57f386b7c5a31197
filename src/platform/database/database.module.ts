import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Pool, type PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { Log } from '../telemetry';
import { clientConfig, type DatabaseConnection, dataSourceOptions } from './database-options';
import { Notices } from './notices';
import { Reads } from './reads';
import { Transactions } from './transactions';

/** The pool under TypeORM, with a listener on every client: a dying server must not end the process. */
function poolOf(dataSource: DataSource): Pool {
  const pool: Pool = (dataSource.driver as PostgresDriver).master;
  const listen = (client: PoolClient) => client.on('error', () => undefined);
  pool.on('connect', listen);
  // TypeORM has opened the first client by now.
  pool.once('acquire', listen);
  pool.on('release', (_error, client) => endUnlessReady(client));
  return pool;
}

/** Who waited in vain for an answer gives the client back; whoever had it next would wait behind that answer. */
function endUnlessReady(client: PoolClient & { readyForQuery?: boolean }): void {
  if (client.readyForQuery === false) void client.end();
}

@Global()
@Module({})
export class DatabaseModule {
  static with(connection: DatabaseConnection, poolSize: number): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [TypeOrmModule.forRoot({ ...dataSourceOptions(connection, poolSize), autoLoadEntities: true, retryAttempts: 0 })],
      providers: [
        { provide: Pool, useFactory: poolOf, inject: [DataSource] },
        { provide: Notices, useFactory: (log: Log) => new Notices(clientConfig(connection), log), inject: [Log] },
        Reads,
        Transactions,
      ],
      exports: [Notices, Pool, Reads, Transactions],
    };
  }
}
