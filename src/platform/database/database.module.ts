import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { type DatabaseConnection, dataSourceOptions } from './database-options';
import { Reads } from './reads';
import { Transactions } from './transactions';

/** The pool under TypeORM, with a listener on every client: a dying server must not end the process. */
function poolOf(dataSource: DataSource): Pool {
  const pool: Pool = (dataSource.driver as PostgresDriver).master;
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

@Global()
@Module({})
export class DatabaseModule {
  static with(connection: DatabaseConnection, poolSize: number): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [TypeOrmModule.forRoot({ ...dataSourceOptions(connection, poolSize), autoLoadEntities: true, retryAttempts: 0 })],
      providers: [{ provide: Pool, useFactory: poolOf, inject: [DataSource] }, Reads, Transactions],
      exports: [Pool, Reads, Transactions],
    };
  }
}
