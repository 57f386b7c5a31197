import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import { Sessions } from '../../src/auth';
import { SessionsRepository } from '../../src/auth/sessions.repository';
import { createApp } from '../../src/create-app';
import { clientConfig } from '../../src/platform/database';
import { Clock } from '../../src/platform/time';
import { aReader, aThread } from '../builders/conversation';
import { aBrowser } from '../builders/staff';
import { LiveReader, until } from '../support/live-reader';
import { startTestApp, type TestApp } from '../support/test-app';
import { databaseAt, onServer, silentLog } from '../support/test-server';

const frameCookie = '__Host-parley';

/** Two applications on one database, as two processes would be: what one ends, the other learns by asking. */
describe('a session that ended', () => {
  let server: TestApp;
  let other: NestFastifyApplication;
  let token: string;
  const open: LiveReader[] = [];

  beforeAll(async () => {
    server = await startTestApp();
    other = await createApp({ env: server.env, logger: silentLog, connection: server.database.connection });
    await other.init();
  });
  beforeEach(async () => {
    token = await aToken();
  });
  afterEach(() => {
    for (const reader of open.splice(0)) reader.follower.stop();
  });
  afterAll(async () => {
    await other.close();
    await server.close();
  });

  async function aToken(): Promise<string> {
    const browser = await aBrowser(server, await aReader(server.sql));
    return browser.cookie(frameCookie) ?? '';
  }

  const find = (app = server.app, which = token) => app.get(Sessions, { strict: false }).find(which, 'embed');
  const isKnown = async (app = server.app) => (await find(app)) !== undefined;

  async function aLiveReader(): Promise<LiveReader> {
    const headers = { cookie: `${frameCookie}=${token}` };
    const reader = new LiveReader({ url: server.url, threadId: await aThread(server.sql), headers });
    open.push(reader);
    await until('joined', () => reader.reading > 0);
    return reader;
  }

  const change = (columns: string): Promise<unknown> =>
    server.sql.query(`update session set ${columns} where id = (select id from session order by created_at desc limit 1)`);

  it('is refused at once where it was ended, and within two seconds by every other process', async () => {
    const [actor, elsewhere] = [await find(), await find(other)];
    expect(elsewhere).toEqual(actor);
    await server.app.get(Sessions, { strict: false }).end(actor?.sessionId ?? '');
    expect(await isKnown()).toBe(false);
    await until('the other process knows', async () => !(await isKnown(other)), 2_000);
  });

  it('is refused also when the transaction that ended it committed late', async () => {
    expect(await isKnown()).toBe(true);
    await change(`ended_at = clock_timestamp() - interval '20 seconds', end_reason = 'sanction'`);
    await until('it is refused', async () => !(await isKnown()), 2_000);
  });

  it('is asked for by the same question however many are remembered', async () => {
    for (let session = 0; session < 20; session += 1) expect(await find(server.app, await aToken())).toBeDefined();
    const query = jest.spyOn(Client.prototype as { query(sent: { text?: string; values?: unknown[] }): unknown }, 'query');
    const questions = () => query.mock.calls.map(([sent]) => sent).filter(({ text = '' }) => /select.*ended_at/s.test(text));
    await until('it is asked', () => questions().length > 0);
    for (const { values } of questions()) expect(values).toEqual([expect.any(Date)]);
    query.mockRestore();
  });

  it('by its time is refused without a question, and its connection is closed', async () => {
    const reader = await aLiveReader();
    const clock = jest.spyOn(server.app.get(Clock, { strict: false }), 'now').mockReturnValue(new Date(Date.now() + 2 * 86_400_000));
    expect(await isKnown()).toBe(false);
    clock.mockRestore();
    expect(await isKnown()).toBe(true);
    await change('expires_at = now()');
    await until('it is told', () => reader.ended.length > 0, 2_000);
    expect([reader.ended, await isKnown()]).toEqual([['expired'], false]);
  });

  it('while the database could not be asked for an hour is told when it can be', async () => {
    const reader = await aLiveReader();
    const asked = jest.spyOn(server.app.get(SessionsRepository, { strict: false }), 'findEndedSince');
    const answers = () => Promise.allSettled(asked.mock.results.map(({ value }) => value));
    const { connection } = server.database;
    const maintenance = clientConfig(databaseAt(JSON.parse(process.env.PARLEY_TEST_SERVER ?? ''), 'postgres'));
    const admit = (isAdmitted: boolean) =>
      onServer(maintenance, (client) => client.query(`alter database ${connection.database} allow_connections ${isAdmitted}`));
    await admit(false);
    await server.sql.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await until('a question failed', async () => (await answers()).some(({ status }) => status === 'rejected'));
    await change(`ended_at = now(), end_reason = 'sanction'`);
    await letAnHourPass(connection.database);
    await admit(true);
    await until('it is told', () => reader.ended.length > 0);
    expect(reader.ended).toEqual(['sanction']);
  });

  /** For all who connect to the database from now on. */
  async function letAnHourPass(database: string): Promise<void> {
    await server.sql.query(`
      create schema an_hour_later;
      create function an_hour_later.now() returns timestamptz language sql stable as $$ select pg_catalog.now() + interval '1 hour' $$;
      alter database ${database} set search_path = an_hour_later, public, pg_catalog`);
  }
});
