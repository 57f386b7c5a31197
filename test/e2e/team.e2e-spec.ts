import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { MadeInvitation, RoleChangeView, TeamMember } from '../../contract/team';
import { Sessions } from '../../src/auth';
import { createApp } from '../../src/create-app';
import type { ReaderActor, Role } from '../../src/platform/access';
import { aReader, aThread } from '../builders/conversation';
import { aBrowser, aStaffMember } from '../builders/staff';
import { BrowserLike } from '../support/browser-like';
import { until } from '../support/live-reader';
import { startTestApp, type TestApp } from '../support/test-app';
import { silentLog } from '../support/test-server';

const consoleCookie = '__Host-parley-console';
const password = 'correct horse battery';

let server: TestApp;
let siteId: string;
let siteKey: string;
let administrator: BrowserLike;
let admin: ReaderActor;
let editor: BrowserLike;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

async function aSite(): Promise<{ id: string; key: string }> {
  const threadId = await aThread(server.sql);
  const { rows } = await server.sql.query('select s.id, s.key from thread t join site s on s.id = t.site_id where t.id = $1', [threadId]);
  return rows[0];
}

beforeEach(async () => {
  await server.sql.query(`delete from staff_role where role = 'administrator'`);
  ({ id: siteId, key: siteKey } = await aSite());
  admin = await aStaffMember(server.sql, 'administrator');
  administrator = await aBrowser(server, admin);
  editor = await aBrowser(server, await aStaffMember(server.sql, 'editor', siteId));
});

const team = () => `/api/v1/sites/${siteKey}/team`;
const invitations = () => `/api/v1/sites/${siteKey}/invitations`;
const give = (by: BrowserLike, readerId: string, role: string) => by.send('PUT', `${team()}/${readerId}`, { body: { role } });
const take = (by: BrowserLike, readerId: string) => by.send('DELETE', `${team()}/${readerId}`);
const rolesOf = async (readerId: string) =>
  (await server.sql.query('select role from staff_role where reader_id = $1 order by role', [readerId])).rows.map(({ role }) => role);
const isLoggedIn = async (browser: BrowserLike) => (await browser.get('/api/v1/console/me')).status === 200;
const codeOf = async (answer: Promise<{ status: number; body: any }>) => {
  const { status, body } = await answer;
  return body?.code ?? status;
};

describe('the team of a site', () => {
  it('is read and changed by its editors and administrators, and looks unknown to everybody else', async () => {
    const other = await aSite();
    const staff = (role: Role, site = siteId) => aStaffMember(server.sql, role, site).then((member) => aBrowser(server, member));
    const callers: [string, BrowserLike, number][] = [
      ['visitor', new BrowserLike(server.url), 401],
      ['reader', await aBrowser(server, await aReader(server.sql)), 401],
      ['staff', await staff('staff'), 404],
      ['moderator', await staff('moderator'), 404],
      ['moderator of another site', await staff('moderator', other.id), 404],
      ['editor of another site', await staff('editor', other.id), 404],
      ['editor', editor, 200],
      ['administrator', administrator, 200],
    ];
    for (const [name, browser, expected] of callers) {
      const { readerId } = await aReader(server.sql);
      const made =
        expected === 200 ? (await administrator.post(invitations(), { email: 'a@example.org', role: 'staff' })).body.id : readerId;
      const statuses = [
        (await browser.get(team())).status,
        (await browser.get(`${team()}/changes`)).status,
        (await give(browser, readerId, 'staff')).status,
        (await take(browser, readerId)).status,
        (await browser.get(invitations())).status,
        (await browser.send('DELETE', `${invitations()}/${made}`)).status,
        (await browser.post(invitations(), { email: 'b@example.org', role: 'staff' })).status,
      ];
      const good = [200, 200, 204, 204, 200, 204, 201];
      expect([name, statuses]).toEqual([name, expected === 200 ? good : good.map(() => expected)]);
    }
  });

  it('names everybody once, with the greatest role they have, and no address', async () => {
    const moderator = await aStaffMember(server.sql, 'moderator', siteId);
    await aStaffMember(server.sql, 'moderator', (await aSite()).id);
    await server.sql.query(`insert into staff_role (id, reader_id, site_id, role) values (gen_random_uuid(), $1, $2, 'staff')`, [
      admin.readerId,
      siteId,
    ]);
    const { body } = await editor.get(team());
    expect(body.members.map(({ role }: TeamMember) => role)).toEqual(['administrator', 'editor', 'moderator']);
    expect(body.members[2].reader).toEqual({ id: moderator.readerId, name: expect.any(String) });
    expect(body.givable).toEqual(['staff', 'moderator']);
    expect(JSON.stringify(body)).not.toContain('@');
    expect((await administrator.get(team())).body.givable).toEqual(['staff', 'moderator', 'editor', 'administrator']);
  });

  it('has changes that cannot be undone in secret', async () => {
    const { readerId } = await aReader(server.sql);
    await give(editor, readerId, 'moderator');
    await give(administrator, readerId, 'editor');
    await take(administrator, readerId);
    await take(administrator, readerId);
    const { body } = await editor.get(`${team()}/changes`);
    const told = body.changes.filter(({ reader }: RoleChangeView) => reader.id === readerId);
    expect(told.map(({ from, to }: RoleChangeView) => [from, to])).toEqual([
      ['editor', null],
      ['moderator', 'editor'],
      [null, 'moderator'],
    ]);
    expect([told[0].changedBy.id, body.changes.at(-1).changedBy]).toEqual([admin.readerId, null]);
    for (const statement of ['update role_change set to_role = null', 'delete from role_change', 'truncate role_change'])
      await expect(server.sql.query(statement)).rejects.toThrow('append-only');
  });

  it('lists its changes page by page, those of one moment too', async () => {
    const readers = await Promise.all(Array.from({ length: 25 }, () => aReader(server.sql)));
    await server.sql.query(
      `insert into staff_role (id, reader_id, site_id, role) select gen_random_uuid(), unnest($1::uuid[]), $2, 'staff'`,
      [readers.map(({ readerId }) => readerId), siteId],
    );
    const seen: string[] = [];
    let cursor: string | null = '';
    for (let page = 0; cursor !== null && page < 10; page += 1) {
      const { body }: { body: any } = await editor.get(`${team()}/changes${cursor && `?cursor=${cursor}`}`);
      seen.push(...body.changes.map(({ id }: RoleChangeView) => id));
      cursor = body.nextCursor;
    }
    const { rows } = await server.sql.query(
      'select id from role_change where site_id = $1 or site_id is null order by changed_at desc, id desc',
      [siteId],
    );
    expect(seen).toEqual(rows.map(({ id }) => id));
    expect((await editor.get(`${team()}/changes?cursor=nonsense`)).status).toBe(400);
  });
});

describe('an editor', () => {
  it('gives and takes what is less than what they are', async () => {
    const { readerId } = await aReader(server.sql);
    for (const role of ['staff', 'moderator']) {
      expect((await give(editor, readerId, role)).status).toBe(204);
      expect(await rolesOf(readerId)).toEqual([role]);
    }
    for (const role of ['editor', 'administrator']) expect(await codeOf(give(editor, readerId, role))).toBe('role_not_yours_to_give');
    expect(await rolesOf(readerId)).toEqual(['moderator']);
    expect(await codeOf(editor.post(invitations(), { email: 'c@example.org', role: 'editor' }))).toBe('role_not_yours_to_give');
  });

  it('raises nobody to themselves, lowers no other, and takes back no invitation of what they could not give', async () => {
    const self = (await editor.get('/api/v1/console/me')).body.reader.id;
    const colleague = await aStaffMember(server.sql, 'editor', siteId);
    for (const readerId of [self, colleague.readerId, admin.readerId]) {
      expect(await codeOf(give(editor, readerId, 'moderator'))).toBe('role_not_yours_to_give');
      expect(await codeOf(take(editor, readerId))).toBe('role_not_yours_to_give');
    }
    expect(await codeOf(give(editor, self, 'administrator'))).toBe('role_not_yours_to_give');
    const { body } = await administrator.post(invitations(), { email: 'd@example.org', role: 'editor' });
    expect(await codeOf(editor.send('DELETE', `${invitations()}/${body.id}`))).toBe('role_not_yours_to_give');
  });

  it('ends no invitation of what they could not give by making another for its address', async () => {
    const email = 'grace@example.org';
    const made = await administrator.post(invitations(), { email, role: 'editor' });
    expect(await codeOf(editor.post(invitations(), { email, role: 'staff' }))).toBe('role_not_yours_to_give');
    expect((await editor.get(invitations())).body).toMatchObject([{ id: made.body.id, role: 'editor' }]);
  });

  it('cannot give any more what they could a moment ago', async () => {
    const { readerId } = await aReader(server.sql);
    expect((await editor.get(team())).status).toBe(200);
    await server.sql.query('delete from staff_role where site_id = $1', [siteId]);
    expect(await codeOf(give(editor, readerId, 'moderator'))).toBe('role_not_yours_to_give');
  });
});

describe('administrators', () => {
  it('make others, and one of them stays', async () => {
    const second = await aReader(server.sql);
    expect(await codeOf(take(administrator, admin.readerId))).toBe('last_administrator');
    expect(await codeOf(give(administrator, admin.readerId, 'editor'))).toBe('last_administrator');
    expect((await give(administrator, second.readerId, 'administrator')).status).toBe(204);
    expect((await give(administrator, admin.readerId, 'editor')).status).toBe(204);
    expect([await rolesOf(second.readerId), await rolesOf(admin.readerId)]).toEqual([['administrator'], ['editor']]);
  });

  it('who take each other’s role at the same moment leave one', async () => {
    for (let race = 0; race < 10; race += 1) {
      await server.sql.query(`delete from staff_role where role = 'administrator'`);
      const two = await Promise.all([1, 2].map(() => aStaffMember(server.sql, 'administrator')));
      const browsers = await Promise.all(two.map((one) => aBrowser(server, one)));
      for (const browser of browsers) expect(await isLoggedIn(browser)).toBe(true);
      await Promise.all(browsers.map((browser, index) => take(browser, two[1 - index]!.readerId)));
      expect((await Promise.all(two.map(({ readerId }) => rolesOf(readerId)))).flat()).toEqual(['administrator']);
    }
  });

  it('are told of readers and sites that there are not', async () => {
    const { readerId } = await aReader(server.sql);
    expect(await codeOf(take(administrator, readerId))).toBe('not_found');
    expect(await codeOf(give(administrator, '0193a000-0000-7000-8000-000000000001', 'staff'))).toBe('not_found');
    expect(await codeOf(administrator.get('/api/v1/sites/none/team'))).toBe('not_found');
  });
});

describe('an invitation', () => {
  let email: string;
  let guest: BrowserLike;
  beforeEach(() => {
    guest = new BrowserLike(server.url);
    email = guest.email;
  });

  async function invite(role = 'moderator', by = editor): Promise<{ id: string; token: string }> {
    const { status, body } = await by.post<MadeInvitation>(invitations(), { email: email.toUpperCase(), role });
    expect(status).toBe(201);
    const { pathname, hash } = new URL(body.link);
    expect(pathname).toBe('/console/invitations');
    return { id: body.id, token: hash.slice(1) };
  }
  const look = (token: string) => guest.post('/api/v1/console/invitations/look', { token });
  const accept = (token: string, given: object = {}) => guest.post('/api/v1/console/invitations/accept', { token, password, ...given });
  const readerOf = async () => (await server.sql.query('select id from reader where email = $1', [email])).rows[0]?.id;
  let names = 0;
  const aName = () => `Guest ${String.fromCharCode(97 + (names++ % 26)).repeat(3)}${email.slice(0, 4).replace(/\d/g, 'x')}`;

  it('makes somebody without an account one who works here, once', async () => {
    const { token } = await invite();
    expect((await look(token)).body).toEqual({ siteName: expect.any(String), role: 'moderator', email });
    expect((await accept(token, { name: aName() })).status).toBe(204);
    const { body } = await guest.get('/api/v1/console/me');
    expect([body.reader.email, body.roles]).toEqual([email, [{ role: 'moderator', siteId }]]);
    expect([await codeOf(look(token)), await codeOf(accept(token))]).toEqual(['invitation_invalid', 'invitation_invalid']);
    const { changes } = (await editor.get(`${team()}/changes`)).body;
    expect([changes[0].reader.id, changes[0].from, changes[0].to]).toEqual([body.reader.id, null, 'moderator']);
    expect((await editor.get(invitations())).body).toEqual([]);
  });

  it('is accepted with the account of its address, and its password', async () => {
    await guest.join();
    const { token } = await invite();
    expect(await codeOf(accept(token, { password: 'another horse battery' }))).toBe('wrong_credentials');
    expect(await codeOf(accept(token, { password: 'another horse battery', name: aName() }))).toBe('registration_refused');
    expect((await accept(token)).status).toBe(204);
    expect(await rolesOf(await readerOf())).toEqual(['moderator']);
  });

  it('is of no use to somebody with another address', async () => {
    const { token } = await invite();
    expect(await codeOf(accept(token))).toBe('wrong_credentials');
    await guest.post('/api/v1/console/invitations/accept', { token, password, email: 'other@example.org', name: aName() });
    expect(await readerOf()).toBeUndefined();
    expect((await look(token)).status).toBe(200);
  });

  it('is accepted by one of two who come at the same time', async () => {
    await guest.join();
    const { token } = await invite();
    const statuses = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(statuses.map(({ status }) => status).sort()).toEqual([204, 403, 403]);
  });

  it('is kept as a hash, and shown without its link', async () => {
    const { id, token } = await invite();
    const { rows } = await server.sql.query('select invitation::text as row from invitation where id = $1', [id]);
    expect(rows[0].row).not.toContain(token);
    const { body } = await editor.get(invitations());
    expect(body).toEqual([{ id, email, role: 'moderator', invitedBy: expect.any(Object), expiresAt: expect.any(String) }]);
  });

  it.each([
    ['was taken back', (id: string) => editor.send('DELETE', `${invitations()}/${id}`)],
    ['was replaced', () => editor.post(invitations(), { email, role: 'moderator' })],
    ['is a week old', (id: string) => server.sql.query(`update invitation set expires_at = now() where id = $1`, [id])],
    [
      'comes from somebody who may not give the role any more',
      () => server.sql.query(`update staff_role set role = 'moderator' where site_id = $1`, [siteId]),
    ],
  ])('does nothing when it %s', async (_, spoil) => {
    const { id, token } = await invite();
    await spoil(id);
    expect(await codeOf(accept(token, { name: aName() }))).toBe('invitation_invalid');
    expect(await readerOf()).toBeUndefined();
  });

  it('takes nothing from somebody who is more already', async () => {
    await guest.join();
    await give(administrator, await readerOf(), 'editor');
    const { token } = await invite();
    expect((await accept(token)).status).toBe(204);
    expect(await rolesOf(await readerOf())).toEqual(['editor']);
  });

  it('cannot be guessed at leisure', async () => {
    const tried = await startTestApp();
    const anybody = new BrowserLike(tried.url);
    const codes = await Promise.all(
      Array.from({ length: 61 }, () => codeOf(anybody.post('/api/v1/console/invitations/look', { token: 'guess' }))),
    );
    await tried.close();
    expect(codes.filter((code) => code === 'too_many_requests')).toHaveLength(1);
  });
});

describe('the page of an invitation', () => {
  it('runs nothing but its own files, and is framed by nobody', async () => {
    const answer = await fetch(`${server.url}/console/invitations`);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|nonce/);
    const html = await answer.text();
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
    for (const [, file = ''] of html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g))
      expect([file, (await fetch(server.url + file)).status]).toEqual([file, 200]);
  });
});

/** Last of all: a second application in one process takes over who the first lets in. */
describe('whoever gets another role', () => {
  let other: NestFastifyApplication;
  beforeAll(async () => {
    other = await createApp({ env: server.env, logger: silentLog, connection: server.database.connection });
    await other.init();
  });
  afterAll(() => other.close());

  it.each([
    ['takes', (readerId: string) => take(administrator, readerId)],
    ['changes', (readerId: string) => give(administrator, readerId, 'staff')],
  ])('is signed out of the console within two seconds, in every process, when somebody %s it', async (_, change) => {
    const moderator = await aStaffMember(server.sql, 'moderator', siteId);
    const browser = await aBrowser(server, moderator);
    const token = browser.cookie(consoleCookie) ?? '';
    const knownBy = () => Promise.all([server.app, other].map((app) => app.get(Sessions, { strict: false }).find(token, 'console')));
    expect((await knownBy()).filter(Boolean)).toHaveLength(2);
    const began = Date.now();
    expect((await change(moderator.readerId)).status).toBe(204);
    await until('signed out', async () => (await knownBy()).every((known) => known === undefined));
    expect(Date.now() - began).toBeLessThan(2_000);
    const { rows } = await server.sql.query('select end_reason from session where reader_id = $1', [moderator.readerId]);
    expect(rows).toEqual([{ end_reason: 'role_changed' }]);
  });

  it('stays signed in where nothing changed', async () => {
    const moderator = await aStaffMember(server.sql, 'moderator', siteId);
    await give(administrator, moderator.readerId, 'moderator');
    const { rows } = await server.sql.query('select 1 from session where reader_id = $1 and ended_at is not null', [moderator.readerId]);
    expect(rows).toEqual([]);
  });
});
