import { randomUUID } from 'node:crypto';
import type { BulkView } from '../../contract/bulk';
import { limits } from '../../contract/limits';
import type { OwnStatement, ReaderHistory, SanctionRequest, SanctionView } from '../../contract/sanctions';
import { RunBulk } from '../../src/moderation/bulk/run-bulk';
import type { ReaderActor, Role } from '../../src/platform/access';
import { aPost, aReader, aThread } from '../builders/conversation';
import { aBrowser, aReason, aStaffMember } from '../builders/staff';
import type { Answer, BrowserLike } from '../support/browser-like';
import { unexplainedRestrictions, unexplainedStatuses, wrongCounters } from '../support/invariants';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let threadId: string;
let site: { id: string; key: string };
let anna: ReaderActor;
let reader: BrowserLike;
let moderator: BrowserLike;

beforeAll(async () => {
  server = await startTestApp();
});
beforeEach(async () => {
  threadId = await aThread(server.sql);
  site = await siteOf(threadId);
  anna = await aReader(server.sql);
  reader = await aBrowser(server, anna);
  moderator = await aBrowser(server, await aStaffMember(server.sql, 'moderator', site.id));
});
afterEach(async () => {
  expect(await wrongCounters(server.sql, threadId)).toEqual([]);
  expect(await unexplainedRestrictions(server.sql)).toEqual([]);
  expect(await unexplainedStatuses(server.sql)).toEqual([]);
});
afterAll(() => server.close());

async function siteOf(thread: string): Promise<{ id: string; key: string }> {
  return (await server.sql.query('select s.id, s.key from thread t join site s on s.id = t.site_id where t.id = $1', [thread])).rows[0];
}

/** The id of a comment by Anna, some time ago, published or held. */
async function posted(given: { hoursAgo?: number; isHeld?: boolean; thread?: string; by?: BrowserLike } = {}): Promise<string> {
  const { hoursAgo = 0, isHeld = false, thread = threadId, by = reader } = given;
  const { id } = (await by.post(`/api/v1/threads/${thread}/comments`, aPost({ text: randomUUID() }))).body.own;
  await server.sql.query(`update comment set posted_at = posted_at - $2 * interval '1 hour' where id = $1`, [id, hoursAgo]);
  if (isHeld) await moderator.post(`/api/v1/comments/${id}/decisions`, { verdict: 'hold', revision: 1 });
  return id;
}

async function sanction(given: Partial<SanctionRequest> = {}, by = moderator): Promise<Answer<SanctionView>> {
  const reasonId = await aReason(server.sql, site.id, 'advertising');
  const request = { id: randomUUID(), readerId: anna.readerId, kind: 'ban', reasonId, removeCommentsOfHours: 24, ...given };
  return by.post(`/api/v1/sites/${site.key}/sanctions`, request);
}

const bulkPath = (rest = '') => `/api/v1/sites/${site.key}/bulk${rest}`;
const jobs = async (): Promise<BulkView[]> => (await moderator.get(bulkPath())).body;
const history = async (by = moderator): Promise<ReaderHistory> => (await by.get(`/api/v1/sites/${site.key}/readers/${anna.readerId}`)).body;
const statements = async (): Promise<OwnStatement[]> => (await reader.get('/api/v1/me/statements')).body.statements;

async function finish(): Promise<BulkView[]> {
  for (let turn = 0; turn < 100; turn += 1) {
    const all = await jobs();
    const open = all.filter(({ phase, isPaused }) => phase !== 'done' && phase !== 'undone' && !isPaused);
    if (open.length === 0) return all;
    for (const { id } of open) await server.app.get(RunBulk, { strict: false }).execute(id);
  }
  throw new Error('they do not end');
}

async function statuses(...ids: string[]): Promise<string[]> {
  const { rows } = await server.sql.query('select id, status from comment where id = any($1)', [ids]);
  return ids.map((id) => rows.find((row) => row.id === id).status);
}

describe('a sanction that takes recent comments along', () => {
  it('removes what was published in those hours and rejects what waits, and leaves what is older and what is of others', async () => {
    const [fresh, waiting, dayOld] = [await posted(), await posted({ isHeld: true, hoursAgo: 2 }), await posted({ hoursAgo: 25 })];
    const other = await posted({ by: await aBrowser(server, await aReader(server.sql)) });
    const made = await sanction();
    expect([made.status, made.body.removals]).toMatchObject([
      201,
      [
        { verdict: 'reject', phase: 'collecting', total: 0, decided: 0 },
        { verdict: 'remove', phase: 'collecting', total: 0, decided: 0 },
      ],
    ]);
    await finish();
    expect(await statuses(fresh, waiting, dayOld, other)).toEqual(['removed', 'rejected', 'published', 'published']);
    expect((await history()).sanctions).toMatchObject([
      {
        removals: [
          { verdict: 'reject', phase: 'done', decided: 1 },
          { verdict: 'remove', phase: 'done', decided: 1 },
        ],
      },
    ]);
  });

  it('explains each of them to their author, with the reason and the message of the sanction', async () => {
    const [one, two] = [await posted(), await posted({ isHeld: true })];
    await sanction({ message: ' No advertising, please. ' });
    await finish();
    const explained = await statements();
    expect(explained.map(({ restriction, comment }) => [restriction, comment?.id]).sort()).toEqual(
      [
        ['ban', undefined],
        ['rejected', two],
        ['removed', one],
      ].sort(),
    );
    for (const statement of explained)
      expect(statement).toMatchObject({ reason: { key: 'advertising' }, message: 'No advertising, please.', isInForce: true });
  });

  it('goes with a warning as with a ban, and only where it is asked for', async () => {
    const id = await posted();
    expect((await sanction({ removeCommentsOfHours: undefined })).body.removals).toEqual([]);
    expect(await jobs()).toEqual([]);
    await sanction({ kind: 'warn', removeCommentsOfHours: 1 });
    await finish();
    expect(await statuses(id)).toEqual(['removed']);
  });

  it('is begun once, however often it is sent, whatever is sent the second time', async () => {
    await posted();
    const id = randomUUID();
    const answers = await Promise.all([sanction({ id }), sanction({ id }), sanction({ id })]);
    answers.push(await sanction({ id, removeCommentsOfHours: 48 }));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const begun = (await jobs()).map((job) => job.id).sort();
    expect(begun).toHaveLength(2);
    for (const { body } of answers) expect(body.removals.map((removal) => removal.id).sort()).toEqual(begun);
  });

  it('leaves nothing behind where the sanction is refused', async () => {
    const id = await posted();
    expect((await sanction({ reasonId: randomUUID() })).body).toMatchObject({ code: 'reason_needed' });
    expect((await sanction({ kind: 'suspend' })).body).toMatchObject({ code: 'invalid_request' });
    expect([await jobs(), (await history()).sanctions, await statuses(id)]).toEqual([[], [], ['published']]);
  });

  it.each([0, -1, 1.5, limits.moderation.maxRemovalHours + 1, '24', null])('is refused for %p hours', async (hours) => {
    await posted();
    const { status, body } = await sanction({ removeCommentsOfHours: hours as number });
    expect([status, body]).toMatchObject([400, { code: 'invalid_request', errors: [{ field: 'removeCommentsOfHours' }] }]);
    expect(await jobs()).toEqual([]);
  });

  it('is undone job by job; the sanction stays, and lifting it brings no comment back', async () => {
    const [one, two] = [await posted(), await posted({ isHeld: true })];
    const { body } = await sanction();
    await finish();
    await moderator.send('DELETE', `/api/v1/sites/${site.key}/sanctions/${body.id}`);
    expect(await statuses(one, two)).toEqual(['removed', 'rejected']);
    for (const { id } of body.removals) expect((await moderator.post(bulkPath(`/${id}/undo`), {})).status).toBe(200);
    await finish();
    expect(await statuses(one, two)).toEqual(['published', 'held']);
    expect((await history()).sanctions[0]?.removals.map(({ phase, undone }) => [phase, undone])).toEqual([
      ['undone', 1],
      ['undone', 1],
    ]);
  });

  it('takes nothing along any more once it is lifted, unless somebody lets the jobs go on', async () => {
    const id = await posted();
    const { body } = await sanction();
    await moderator.send('DELETE', `/api/v1/sites/${site.key}/sanctions/${body.id}`);
    expect(await finish()).toMatchObject([
      { phase: 'collecting', isPaused: true },
      { phase: 'collecting', isPaused: true },
    ]);
    expect(await statuses(id)).toEqual(['published']);
    for (const job of body.removals) expect((await moderator.post(bulkPath(`/${job.id}/resume`), {})).status).toBe(200);
    await finish();
    expect(await statuses(id)).toEqual(['removed']);
  });

  it('takes nothing along any more once a colleague has overturned it', async () => {
    const id = await posted();
    await sanction();
    const [statement] = await statements();
    expect((await reader.post(`/api/v1/me/statements/${statement?.id}/appeal`, { text: 'It was not me.' })).status).toBe(201);
    const colleague = await aBrowser(server, await aStaffMember(server.sql, 'moderator', site.id));
    const decision = { outcome: 'overturned', answer: 'So it seems.' };
    expect((await colleague.send('PUT', `/api/v1/appeals/${statement?.id}/decision`, { body: decision })).status).toBe(204);
    await finish();
    expect(await statuses(id)).toEqual(['published']);
  });

  it('passes over what a colleague is looking at, and says how many', async () => {
    const id = await posted({ isHeld: true });
    const colleague = await aBrowser(server, await aStaffMember(server.sql, 'moderator', site.id));
    expect((await colleague.send('PUT', `/api/v1/comments/${id}/lease`)).status).toBe(200);
    await sanction();
    await finish();
    expect(await statuses(id)).toEqual(['held']);
    expect((await history()).sanctions[0]?.removals).toMatchObject([
      { verdict: 'reject', phase: 'done', passedOver: 1 },
      { passedOver: 0 },
    ]);
  });

  it('that counts everywhere takes along what was posted on this site alone, and tells no other of its jobs', async () => {
    const elsewhere = await aThread(server.sql);
    const [here, there] = [await posted(), await posted({ thread: elsewhere })];
    await sanction({ isEverywhere: true }, await aBrowser(server, await aStaffMember(server.sql, 'administrator')));
    await finish();
    expect(await statuses(here, there)).toEqual(['removed', 'published']);
    expect((await history()).sanctions[0]?.removals).toHaveLength(2);
    site = await siteOf(elsewhere);
    const other = await aBrowser(server, await aStaffMember(server.sql, 'moderator', site.id));
    expect((await history(other)).sanctions).toMatchObject([{ kind: 'ban', isEverywhere: true, removals: [] }]);
  });

  it('stops when whoever put it moderates the site no more', async () => {
    const id = await posted();
    const caller = await aStaffMember(server.sql, 'moderator', site.id);
    await sanction({}, await aBrowser(server, caller));
    await server.sql.query('delete from staff_role where reader_id = $1', [caller.readerId]);
    expect(await finish()).toMatchObject([
      { isPaused: true, trouble: 'not_allowed' },
      { isPaused: true, trouble: 'not_allowed' },
    ]);
    expect(await statuses(id)).toEqual(['published']);
  });
});

describe('the right to it', () => {
  it.each<[Role | 'reader', 'own' | 'foreign', boolean]>([
    ['administrator', 'own', true],
    ['editor', 'own', true],
    ['editor', 'foreign', false],
    ['moderator', 'own', true],
    ['moderator', 'foreign', false],
    ['staff', 'own', false],
    ['reader', 'own', false],
  ])('%s of the %s site: %s', async (role, place, isAllowed) => {
    const id = await posted();
    const roleSite = place === 'own' ? site.id : (await siteOf(await aThread(server.sql))).id;
    const actor =
      role === 'reader' ? await aReader(server.sql) : await aStaffMember(server.sql, role, role === 'administrator' ? undefined : roleSite);
    const { status } = await sanction({}, await aBrowser(server, actor));
    expect(status).toBe(isAllowed ? 201 : role === 'reader' ? 401 : 404);
    await finish();
    expect(await statuses(id)).toEqual([isAllowed ? 'removed' : 'published']);
  });

  it('is nobody’s over a colleague or over who never wrote on the site, and for all sites an administrator’s', async () => {
    const id = await posted();
    const stranger = await aReader(server.sql);
    expect((await sanction({ readerId: stranger.readerId })).status).toBe(404);
    expect((await sanction({ isEverywhere: true })).body).toMatchObject({ code: 'only_administrators' });
    await server.sql.query(`insert into staff_role (id, reader_id, site_id, role) values ($1, $2, $3, 'staff')`, [
      randomUUID(),
      anna.readerId,
      site.id,
    ]);
    expect((await sanction()).body).toMatchObject({ code: 'reader_is_staff' });
    expect([await jobs(), await statuses(id)]).toEqual([[], ['published']]);
  });
});
