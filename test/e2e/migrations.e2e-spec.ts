import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { bringUpToDate } from '../../src/open-database';
import { clientConfig, dataSourceOptions } from '../../src/platform/database';
import { describeSchema } from '../support/describe-schema';
import { cloneDatabase, type TestDatabase } from '../support/test-app';

let database: TestDatabase;
let sql: Client;

beforeEach(async () => {
  database = await cloneDatabase();
  sql = new Client(clientConfig(database.connection));
  sql.on('error', () => undefined);
  await sql.connect();
});
afterEach(async () => {
  await sql.end();
  await database.drop();
});

describe('migrations', () => {
  it('make the schema that migrations/schema.sql shows (npm run schema writes it)', async () => {
    expect(await describeSchema(sql)).toBe(await readFile(resolve(__dirname, '../../migrations/schema.sql'), 'utf8'));
  });

  it('go down and up again to the same schema', async () => {
    const before = await describeSchema(sql);
    const dataSource = await new DataSource(dataSourceOptions(database.connection, 2)).initialize();
    for (const _ of dataSource.migrations) await dataSource.undoLastMigration();
    await dataSource.runMigrations();
    await dataSource.destroy();
    expect(await describeSchema(sql)).toBe(before);
  });

  it('run once when several processes boot at the same time', async () => {
    await sql.query('drop schema public cascade; create schema public; drop schema graphile_worker cascade');
    await Promise.all([1, 2, 3].map(() => bringUpToDate(database.connection)));
    const { rows } = await sql.query('select count(*)::int as all, count(distinct name)::int as names from migrations');
    expect(rows[0].all).toBe(rows[0].names);
  });

  it('refuse a database that is newer than the code', async () => {
    await sql.query(`insert into migrations (timestamp, name) values (9999999999999, 'FromTheFuture9999999999999')`);
    await expect(bringUpToDate(database.connection)).rejects.toThrow(/newer than this version of Parley.*FromTheFuture/);
  });

  it.each(['synchronous_commit'])('refuse a database that runs with %s off', async (setting) => {
    const { rows } = await sql.query('select current_database() as name');
    await sql.query(`alter database ${rows[0].name} set ${setting} = off`);
    await expect(bringUpToDate(database.connection)).rejects.toThrow(new RegExp(`${setting} off`));
  });
});
