import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { bringUpToDate } from '../../src/open-database';
import { clientConfig, dataSourceOptions, startEmbeddedPostgres } from '../../src/platform/database';
import { describeSchema } from '../support/describe-schema';
import { until } from '../support/live-reader';
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
    await dataSource.runMigrations({ transaction: 'each' });
    await dataSource.destroy();
    expect(await describeSchema(sql)).toBe(before);
  });

  it('run once when several processes boot at the same time', async () => {
    await sql.query('drop schema public cascade; create schema public; drop schema graphile_worker cascade');
    await Promise.all([1, 2, 3].map(() => bringUpToDate(database.connection)));
    const { rows } = await sql.query('select count(*)::int as all, count(distinct name)::int as names from migrations');
    expect(rows[0].all).toBe(rows[0].names);
  });

  describe('while another process migrates', () => {
    const migrationLock = 7_211_041_968;
    const isWaitedFor = async (): Promise<boolean> => {
      const { rows } = await sql.query(
        `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query like '%advisory_lock%'`,
      );
      return rows.length > 0;
    };
    beforeEach(() => sql.query('select pg_advisory_lock($1)', [migrationLock]));
    afterEach(() => jest.restoreAllMocks());

    it('wait for their turn, out of the way of an index that it builds', async () => {
      const migrating = bringUpToDate(database.connection);
      await until('it is waited for', isWaitedFor);
      await sql.query(`set lock_timeout = '2s'`);
      await sql.query('create index concurrently built on comment (id)');
      await sql.query('select pg_advisory_unlock($1)', [migrationLock]);
      await migrating;
    });

    it('say so to who has waited ten minutes in vain', async () => {
      const migrating = bringUpToDate(database.connection);
      const refusal = expect(migrating).rejects.toThrow('Another process is still bringing this database up to its version');
      await until('it is waited for', isWaitedFor);
      const now = performance.now() + 10 * 60_000;
      jest.spyOn(performance, 'now').mockReturnValue(now);
      await refusal;
    });
  });

  it('refuse a database that is newer than the code', async () => {
    await sql.query(`insert into migrations (timestamp, name) values (9999999999999, 'FromTheFuture9999999999999')`);
    await expect(bringUpToDate(database.connection)).rejects.toThrow(/newer than this version of Parley.*FromTheFuture/);
  });

  it('may take as long as they take, whatever the database gives other statements, but not wait long for a lock', async () => {
    const { rows } = await sql.query('select current_database() as name');
    await sql.query(`
      alter database ${rows[0].name} set statement_timeout = '20s';
      drop schema public cascade; create schema public;
      create schema witness; create table witness.seen (statement text, lock text);
      create function witness.look() returns event_trigger language plpgsql as $$ begin
        insert into witness.seen values (current_setting('statement_timeout'), current_setting('lock_timeout'));
      end $$;
      create event trigger look on ddl_command_end when tag in ('CREATE INDEX') execute function witness.look()`);
    await bringUpToDate(database.connection);
    expect((await sql.query('select distinct * from witness.seen')).rows).toEqual([{ statement: '0', lock: '5s' }]);
  });

  it('refuse a database that runs with synchronous_commit off', async () => {
    const { rows } = await sql.query('select current_database() as name');
    await sql.query(`alter database ${rows[0].name} set synchronous_commit = off`);
    await expect(bringUpToDate(database.connection)).rejects.toThrow(/synchronous_commit off/);
  });
});

describe('a server', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'parley-unsafe-'));
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  it.each(['fsync', 'full_page_writes'])('is refused while it runs with %s off', async (setting) => {
    const server = await startEmbeddedPostgres({ dataDir, log: () => undefined, settings: { [setting]: 'off' } });
    await expect(bringUpToDate(server.connection))
      .rejects.toThrow(`PostgreSQL runs with ${setting} off: an acknowledged comment could be lost.`)
      .finally(() => server.stop());
  });
});
