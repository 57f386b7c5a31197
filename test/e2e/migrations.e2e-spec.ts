import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { bringUpToDate } from '../../src/open-database';
import { advisoryLocks, clientConfig, dataSourceOptions, startEmbeddedPostgres } from '../../src/platform/database';
import { aReader, aThread } from '../builders/conversation';
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

  it('explain what was restricted before restrictions had to be explained', async () => {
    const dataSource = await new DataSource(dataSourceOptions(database.connection, 2)).initialize();
    const isThere = async (name: string) => (await sql.query('select 1 from migrations where name = $1', [name])).rows.length > 0;
    while (await isThere('Restrictions1795501650000')) await dataSource.undoLastMigration();
    const [{ readerId }, { readerId: moderatorId }, thread] = [await aReader(sql), await aReader(sql), await aThread(sql)];
    for (const [from, to, reason] of [
      ['held', 'rejected', 'Off topic.'],
      ['published', 'removed', null],
      ['held', 'published', 'Fine.'],
    ])
      await sql.query(
        `with c as (
           insert into comment (id, thread_id, root_id, depth, author_id, client_id, request_digest, status, text, body, posted_at)
           select id, $1, id, 0, $2, gen_random_uuid(), '', $4, 'old', '[]', now() from (select gen_random_uuid() as id) made returning id)
         insert into decision (id, comment_id, revision, from_status, to_status, decided_by, reason) select gen_random_uuid(), id, 1, $3, $4, $5, $6 from c`,
        [thread, readerId, from, to, moderatorId, reason],
      );
    await dataSource.runMigrations({ transaction: 'each' });
    await dataSource.destroy();
    const { rows } = await sql.query(
      `select d.to_status, m.reason_title, m.reader_id, m.made_by, m.made_at = d.decided_at::timestamptz(3) as at_once
         from decision d left join statement m on m.id = d.statement_id order by d.to_status`,
    );
    const statement = { reader_id: readerId, made_by: moderatorId, at_once: true };
    expect(rows).toEqual([
      { to_status: 'published', reason_title: null, reader_id: null, made_by: null, at_once: null },
      { to_status: 'rejected', reason_title: 'Off topic.', ...statement },
      { to_status: 'removed', reason_title: 'No reason was recorded.', ...statement },
    ]);
    await expect(sql.query('update decision set revision = 2')).rejects.toThrow('append-only');
  });

  it('give every comment the site of its thread, as if nothing had happened to it, and those that the version before still inserts', async () => {
    const dataSource = await new DataSource(dataSourceOptions(database.connection, 2)).initialize();
    const isThere = async (name: string) => (await sql.query('select 1 from migrations where name = $1', [name])).rows.length > 0;
    while (await isThere('CommentSites1795501700000')) await dataSource.undoLastMigration();
    const { readerId } = await aReader(sql);
    const insertOld = async (thread: string, status: string) => {
      const values = [thread, readerId, status, status === 'held' ? null : 1];
      await sql.query('update thread_head set head = 1 where thread_id = $1', [thread]);
      const { rows } = await sql.query(
        `insert into comment (id, thread_id, root_id, depth, author_id, client_id, request_digest, status, seq, sort_seq, text, body, posted_at, likes)
         select id, $1, id, 0, $2, gen_random_uuid(), '', $3, $4::bigint, $4::bigint, 'old', '[]', now(), 3 from (select gen_random_uuid() as id) made
         returning to_jsonb(comment) as row`,
        values,
      );
      return rows[0].row;
    };
    const threads = [await aThread(sql), await aThread(sql)];
    const old = [];
    for (const thread of threads) for (const status of ['published', 'held']) old.push(await insertOld(thread, status));
    await dataSource.runMigrations({ transaction: 'each' });
    await dataSource.destroy();
    const sites = new Map((await sql.query('select id, site_id from thread')).rows.map((row) => [row.id, row.site_id]));
    const now = async (id: string) => (await sql.query('select to_jsonb(c) as row from comment c where id = $1', [id])).rows[0].row;
    for (const row of old) expect(await now(row.id)).toMatchObject({ ...row, site_id: sites.get(row.thread_id) });
    expect((await sql.query('select 1 from comment_sort_past')).rows).toEqual([]);
    const inserted = await insertOld(await aThread(sql), 'published');
    expect(inserted.site_id).toBe((await sql.query('select site_id from thread where id = $1', [inserted.thread_id])).rows[0].site_id);
    expect((await sql.query('select comment_id from comment_document_due')).rows).toEqual([{ comment_id: inserted.id }]);
    const elsewhere = sql.query('update comment set site_id = $2 where id = $1', [inserted.id, sites.get(threads[0])]);
    await expect(elsewhere).rejects.toThrow('comment_thread_of_site');
    // The service writes the documents of the old ones, and then they are found.
    const { rows } = await sql.query('select site_id from comment_document_renewal');
    expect(rows.map((row) => row.site_id).sort()).toEqual([...sites.values()].sort());
  });

  it('note by which rules the comments were held that are held already', async () => {
    const dataSource = await new DataSource(dataSourceOptions(database.connection, 2)).initialize();
    const isThere = async (name: string) => (await sql.query('select 1 from migrations where name = $1', [name])).rows.length > 0;
    while (await isThere('HeldByRules1795502300000')) await dataSource.undoLastMigration();
    const [{ readerId }, thread] = [await aReader(sql), await aThread(sql)];
    const insertOld = async (status: string, ...rules: string[]) => {
      const { rows } = await sql.query(
        `insert into comment (id, thread_id, root_id, depth, author_id, client_id, request_digest, status, text, body, posted_at)
         select id, $1, id, 0, $2, gen_random_uuid(), '', $3, 'old', '[]', now() from (select gen_random_uuid() as id) made returning id`,
        [thread, readerId, status],
      );
      for (const rule of rules)
        await sql.query(
          `insert into finding (comment_id, revision, rule, policy_version, outcome, evidence) values ($1, 1, $2, 1, 'hold', '{}')`,
          [rows[0].id, rule],
        );
      return rows[0].id;
    };
    const both = await insertOld('held', 'links', 'new_reader');
    await insertOld('held');
    await insertOld('published', 'links');
    await dataSource.runMigrations({ transaction: 'each' });
    await dataSource.destroy();
    const { rows } = await sql.query('select comment_id, rule from held_by_rule order by rule');
    expect(rows).toEqual(['links', 'new_reader'].map((rule) => ({ comment_id: both, rule })));
  });

  it('hold no table while they wait for another: who changes both goes on', async () => {
    const dataSource = await new DataSource(dataSourceOptions(database.connection, 2)).initialize();
    const isThere = async (name: string) => (await sql.query('select 1 from migrations where name = $1', [name])).rows.length > 0;
    while (await isThere('Announcements1795502510000')) await dataSource.undoLastMigration();
    await sql.query('begin');
    await sql.query('lock table report in row exclusive mode');
    const migrating = dataSource.runMigrations({ transaction: 'each' });
    await until('the migration waits for the reports', async () => {
      const { rows } = await sql.query(`select from pg_locks where relation = 'report'::regclass and not granted`);
      return rows.length > 0;
    });
    await sql.query(`set local lock_timeout = '2s'`);
    for (const table of ['comment', 'decision', 'pick', 'sanction', 'appeal', 'reader', 'site'])
      await sql.query(`lock table ${table} in row exclusive mode`);
    await sql.query('commit');
    await migrating;
    await dataSource.destroy();
  });

  it('run once when several processes boot at the same time', async () => {
    await sql.query('drop schema public cascade; create schema public; drop schema graphile_worker cascade');
    await Promise.all([1, 2, 3].map(() => bringUpToDate(database.connection)));
    const { rows } = await sql.query('select count(*)::int as all, count(distinct name)::int as names from migrations');
    expect(rows[0].all).toBe(rows[0].names);
  });

  describe('while another process migrates', () => {
    const isWaitedFor = async (): Promise<boolean> => {
      const { rows } = await sql.query(
        `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query like '%advisory_lock%'`,
      );
      return rows.length > 0;
    };
    beforeEach(() => sql.query('select pg_advisory_lock($1)', [advisoryLocks.migration]));
    afterEach(() => jest.restoreAllMocks());

    it('wait for their turn, out of the way of an index that it builds', async () => {
      const migrating = bringUpToDate(database.connection);
      await until('it is waited for', isWaitedFor);
      await sql.query(`set lock_timeout = '2s'`);
      await sql.query('create index concurrently built on comment (id)');
      await sql.query('select pg_advisory_unlock($1)', [advisoryLocks.migration]);
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
