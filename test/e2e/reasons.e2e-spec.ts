import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { standardReasons } from '../../contract/reasons';
import type { Role } from '../../src/platform/access';
import { clientConfig, dataSourceOptions } from '../../src/platform/database';
import { aReader, aThread } from '../builders/conversation';
import { aBrowser, aStaffMember } from '../builders/staff';
import { BrowserLike } from '../support/browser-like';
import { until } from '../support/live-reader';
import { cloneDatabase, startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let siteId: string;
let editor: BrowserLike;
let path: string;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

beforeEach(async () => {
  const { id, key } = await aSite();
  siteId = id;
  path = `/api/v1/sites/${key}/reasons`;
  editor = await aBrowser(server, await aStaffMember(server.sql, 'editor', siteId));
});

async function aSite(): Promise<{ id: string; key: string }> {
  const threadId = await aThread(server.sql);
  return (await server.sql.query('select s.id, s.key from thread t join site s on s.id = t.site_id where t.id = $1', [threadId])).rows[0];
}

const list = async () => (await editor.get(path)).body;
const titles = async () => (await list()).map(({ key, title }: { key: string; title: string }) => key ?? title);
const make = (given: object = {}) => editor.post(path, { title: 'Spoiler', ground: 'rules', ...given });
const change = (id: string, body: object) => editor.send('PATCH', `${path}/${id}`, { body });

describe('the reasons of a site', () => {
  it('begin with the standard ones, which front ends say themselves', async () => {
    const [first, ...others] = await list();
    expect(first).toEqual({
      id: expect.any(String),
      key: 'insult',
      title: null,
      ground: 'rules',
      rule: null,
      isOn: true,
      isForReports: true,
    });
    expect([first, ...others].map(({ key, ground }) => [key, ground])).toEqual(
      standardReasons.map((key) => [key, key === 'illegal' ? 'law' : 'rules']),
    );
  });

  it('get one of the site’s own at their end, and are put in another order', async () => {
    const { status, body } = await make({ rule: '  Rule 4: no endings.  ', isForReports: false });
    expect([status, body]).toEqual([
      201,
      {
        id: expect.any(String),
        key: null,
        title: 'Spoiler',
        ground: 'rules',
        rule: 'Rule 4: no endings.',
        isOn: true,
        isForReports: false,
      },
    ]);
    expect((await list()).at(-1)).toEqual(body);
    expect((await change(body.id, { position: 1 })).status).toBe(200);
    expect((await titles()).slice(0, 3)).toEqual(['insult', 'Spoiler', 'hate']);
    await change(body.id, { position: 50 });
    expect((await titles()).at(-1)).toBe('Spoiler');
  });

  it('are changed in what is given, and no more', async () => {
    const { id, ...before } = (await make({ rule: 'Rule 4' })).body;
    expect((await change(id, { title: 'An ending' })).body).toEqual({ id, ...before, title: 'An ending' });
    expect((await change(id, { rule: null, isForReports: false, ground: 'law' })).body).toEqual({
      id,
      ...before,
      title: 'An ending',
      rule: null,
      isForReports: false,
      ground: 'law',
    });
  });

  it('have no title to change where they are standard, but a rule', async () => {
    const [{ id }] = await list();
    expect((await change(id, { title: 'Rude' })).body).toMatchObject({ code: 'invalid_request', errors: [{ field: 'title' }] });
    expect((await change(id, { rule: 'Rule 1: be kind.' })).body).toMatchObject({ key: 'insult', title: null, rule: 'Rule 1: be kind.' });
  });

  it('are at most nine that are on', async () => {
    await make();
    const second = await make({ title: 'Second' });
    expect([second.status, second.body]).toEqual([422, expect.objectContaining({ code: 'too_many_reasons' })]);
    const { id } = (await make({ title: 'Second', isOn: false })).body;
    expect((await change(id, { isOn: true })).body.code).toBe('too_many_reasons');
    const [insult] = await list();
    await change(insult.id, { isOn: false });
    expect((await change(id, { isOn: true })).body.isOn).toBe(true);
  });

  it('are at most nine that are on where another editor switches one on at the same time', async () => {
    const spare = (await make({ isOn: false })).body.id;
    await server.sql.query('begin');
    await server.sql.query('select from site where id = $1 for no key update', [siteId]);
    const answer = change(spare, { isOn: true });
    await until(
      'it waits',
      async () => (await server.sql.query(`select from pg_stat_activity where wait_event_type = 'Lock'`)).rows.length > 0,
    );
    await server.sql.query(
      `insert into reason (id, site_id, title, ground, position) values (gen_random_uuid(), $1, 'Of the other', 'rules', 9)`,
      [siteId],
    );
    await server.sql.query('commit');
    expect((await answer).body.code).toBe('too_many_reasons');
  });

  it('are refused without a title, with a blank one, or with what they do not have', async () => {
    for (const body of [
      { ground: 'rules' },
      { title: ' ', ground: 'rules' },
      { title: 'x', ground: 'taste' },
      { title: 'x', ground: 'law', key: 'insult' },
    ])
      expect((await editor.post(path, body)).body.code).toBe('invalid_request');
    expect(await list()).toHaveLength(8);
  });

  it('are not found by the id of another site’s', async () => {
    const elsewhere = await aSite();
    const { rows } = await server.sql.query('select id from reason where site_id = $1 limit 1', [elsewhere.id]);
    for (const id of [rows[0].id, randomUUID()]) expect((await change(id, { isOn: false })).status).toBe(404);
  });
});

describe('who reads and changes the reasons of a site', () => {
  it.each<[Role | 'reader' | 'visitor', 'own' | 'foreign', number, number]>([
    ['administrator', 'own', 200, 200],
    ['editor', 'own', 200, 200],
    ['editor', 'foreign', 404, 404],
    ['moderator', 'own', 200, 404],
    ['moderator', 'foreign', 404, 404],
    ['staff', 'own', 404, 404],
    ['reader', 'own', 401, 401],
    ['visitor', 'own', 401, 401],
  ])('%s of the %s site: reading %d, changing %d', async (role, place, reading, changing) => {
    const [{ id }] = await list();
    const roleSite = place === 'own' ? siteId : (await aSite()).id;
    const caller = await callerWith(role, roleSite);
    expect((await caller.get(path)).status).toBe(reading);
    expect((await caller.send('PATCH', `${path}/${id}`, { body: { isForReports: true } })).status).toBe(changing);
    const { status } = await caller.post(path, { title: 'Spoiler', ground: 'rules' });
    expect(status).toBe(changing === 200 ? 201 : changing);
  });

  async function callerWith(role: Role | 'reader' | 'visitor', roleSite: string): Promise<BrowserLike> {
    if (role === 'visitor') return new BrowserLike(server.url);
    if (role === 'reader') return aBrowser(server, await aReader(server.sql));
    return aBrowser(server, await aStaffMember(server.sql, role, role === 'administrator' ? undefined : roleSite));
  }
});

describe('a site that was there before there were reasons', () => {
  it('has the standard ones after the migration', async () => {
    const database = await cloneDatabase();
    const sql = new Client(clientConfig(database.connection));
    sql.on('error', () => undefined);
    await sql.connect();
    const dataSource = await new DataSource(dataSourceOptions(database.connection, 2)).initialize();
    const hasReasons = async () => (await sql.query(`select to_regclass('reason') is not null as has`)).rows[0].has;
    while (await hasReasons()) await dataSource.undoLastMigration();
    const before = await aThread(sql);
    await dataSource.runMigrations({ transaction: 'each' });
    const { rows } = await sql.query(
      `select key, ground from reason r join thread t on t.site_id = r.site_id where t.id = $1 order by position`,
      [before],
    );
    await dataSource.destroy();
    await sql.end();
    await database.drop();
    expect(rows.map(({ key }) => key)).toEqual(standardReasons);
  });
});
