import { randomUUID } from 'node:crypto';
import type { AppealItem, OwnStatement, SanctionRequest } from '../../contract/sanctions';
import type { ReaderActor, Role } from '../../src/platform/access';
import { aPost, aReader, aThread } from '../builders/conversation';
import { aBrowser, aReason, aStaffMember } from '../builders/staff';
import type { Answer, BrowserLike } from '../support/browser-like';
import { unexplainedRestrictions, unexplainedStatuses } from '../support/invariants';
import { startTestApp, type TestApp } from '../support/test-app';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

let server: TestApp;
let threadId: string;
let siteId: string;
let siteKey: string;
let anna: ReaderActor;
let reader: BrowserLike;
let moderator: BrowserLike;
let moderatorActor: ReaderActor;
let colleague: BrowserLike;

beforeAll(async () => {
  server = await startTestApp();
});
beforeEach(async () => {
  threadId = await aThread(server.sql);
  const { rows } = await server.sql.query('select s.id, s.key from thread t join site s on s.id = t.site_id where t.id = $1', [threadId]);
  siteId = rows[0].id;
  siteKey = rows[0].key;
  anna = await aReader(server.sql);
  reader = await aBrowser(server, anna);
  moderatorActor = await aStaffMember(server.sql, 'moderator', siteId);
  moderator = await aBrowser(server, moderatorActor);
  colleague = await aBrowser(server, await aStaffMember(server.sql, 'moderator', siteId));
});
afterEach(async () => {
  expect(await unexplainedRestrictions(server.sql)).toEqual([]);
  expect(await unexplainedStatuses(server.sql)).toEqual([]);
});
afterAll(() => server.close());

async function post(text = 'A calm thought.', by = reader): Promise<Answer> {
  return by.post(`/api/v1/threads/${threadId}/comments`, aPost({ text }));
}

async function posted(text?: string): Promise<string> {
  return (await post(text)).body.own.id;
}

async function remove(id: string, given: { key?: string; message?: string; by?: BrowserLike } = {}): Promise<Answer> {
  const { key, message, by = moderator } = given;
  return by.post(`/api/v1/comments/${id}/decisions`, {
    verdict: 'remove',
    revision: 1,
    reasonId: await aReason(server.sql, siteId, key),
    message,
  });
}

async function sanction(given: Partial<SanctionRequest> = {}, by = moderator): Promise<Answer> {
  const request = { id: randomUUID(), readerId: anna.readerId, kind: 'ban', reasonId: await aReason(server.sql, siteId), ...given };
  return by.post(`/api/v1/sites/${siteKey}/sanctions`, request);
}

async function ownStatements(by = reader): Promise<OwnStatement[]> {
  return (await by.get('/api/v1/me/statements')).body.statements;
}

const appeal = (id: string, text = 'It was a joke.', by = reader) => by.post(`/api/v1/me/statements/${id}/appeal`, { text });
const decideAppeal = (by: BrowserLike, id: string, outcome = 'overturned', answer?: string) =>
  by.send('PUT', `/api/v1/appeals/${id}/decision`, { body: { outcome, answer } });
const openAppeals = async (by: BrowserLike) => (await by.get(`/api/v1/sites/${siteKey}/appeals`)).body.appeals;
const mine = async () => (await reader.get(`/api/v1/threads/${threadId}/mine`)).body;

describe('a comment that is taken from the public', () => {
  it('is explained to its author: what was done, why, by which rule, what drew attention to it', async () => {
    await server.sql.query(`update reason set rule = 'House rules, 3' where site_id = $1 and key = 'insult'`, [siteId]);
    const id = await posted('You fool.');
    await remove(id, { message: ' Please speak of the matter. ' });
    expect(await ownStatements()).toEqual([
      {
        id: expect.any(String),
        restriction: 'removed',
        reason: { key: 'insult', title: null, ground: 'rules', rule: 'House rules, 3' },
        message: 'Please speak of the matter.',
        foundBy: 'moderator',
        findings: [],
        madeAt: expect.any(String),
        site: { key: siteKey, name: siteKey },
        comment: { id, text: 'You fool.', postedAt: expect.any(String), thread: { title: 'A story', url: expect.any(String) } },
        endsAt: null,
        isInForce: true,
        appeal: null,
        appealableUntil: expect.any(String),
      },
    ]);
  });

  it('says that screening found it, and what, but not which list', async () => {
    await server.sql.query(`update screening_policy set max_links = 0, version = version + 1 where site_id = $1`, [siteId]);
    const text = 'Look at https://shop.example.com now';
    const answer = await reader.post(`/api/v1/threads/${threadId}/comments`, { ...aPost({ text }), sendAnyway: true });
    const { id } = answer.body.own;
    const reasonId = await aReason(server.sql, siteId, 'advertising');
    await moderator.post(`/api/v1/comments/${id}/decisions`, { verdict: 'reject', revision: 1, reasonId });
    expect(await ownStatements()).toMatchObject([
      {
        restriction: 'rejected',
        foundBy: 'screening',
        findings: [{ rule: 'links', outcome: 'hold', excerpts: ['https://shop.example.com/'] }],
      },
    ]);
    expect(JSON.stringify(await ownStatements())).not.toContain('maxLinks');
  });

  it('keeps its reason as it was given, whatever the site makes of it later', async () => {
    await remove(await posted());
    await server.sql.query(`update reason set rule = 'New', is_on = false where site_id = $1`, [siteId]);
    expect(await ownStatements()).toMatchObject([{ reason: { key: 'insult', rule: null } }]);
  });

  it.each<[string, () => Promise<string | undefined>]>([
    ['none', async () => undefined],
    ['one of another site', async () => aReason(server.sql, (await siteOf(await aThread(server.sql))).id)],
    ['one that is switched off', switchedOff],
    ['one that is not there', async () => randomUUID()],
  ])('needs a reason of the site that is on: not %s', async (_, reason) => {
    const id = await posted();
    const answer = await moderator.post(`/api/v1/comments/${id}/decisions`, { verdict: 'remove', revision: 1, reasonId: await reason() });
    expect([answer.status, answer.body.code]).toEqual([422, 'reason_needed']);
    expect((await reader.get(`/api/v1/comments/${id}`)).status).toBe(200);
    expect(await ownStatements()).toEqual([]);
  });

  it('is given back by a colleague, and not by whom it hits, who may moderate too', async () => {
    const console = await aBrowser(server, { ...anna, audience: 'console', roles: [] });
    await server.sql.query(`insert into staff_role (id, reader_id, site_id, role) values ($1, $2, $3, 'moderator')`, [
      randomUUID(),
      anna.readerId,
      siteId,
    ]);
    const id = await posted();
    const publish = (by: BrowserLike) => by.post(`/api/v1/comments/${id}/decisions`, { verdict: 'publish', revision: 1 });
    await remove(id);
    expect((await publish(console)).body.code).toBe('own_restriction');
    expect((await publish(colleague)).status).toBe(201);
    await remove(id, { by: console });
    expect((await publish(console)).status).toBe(201);
  });

  it('and given back is not in force any more', async () => {
    const id = await posted();
    await remove(id);
    await moderator.post(`/api/v1/comments/${id}/decisions`, { verdict: 'publish', revision: 1 });
    expect(await ownStatements()).toMatchObject([{ isInForce: false, appealableUntil: null }]);
    await remove(id);
    expect((await ownStatements()).map(({ isInForce }) => isInForce)).toEqual([true, false]);
  });

  it('is explained by the database as well: it takes no restriction without a statement, and changes none', async () => {
    const id = await posted();
    await expect(server.sql.query(`update comment set status = 'removed' where id = $1`, [id])).rejects.toThrow(/without a decision/);
    const insert = (reason: string | null) =>
      server.sql.query(
        `insert into decision (id, comment_id, revision, from_status, to_status, decided_by, reason) values ($1, $2, 1, 'published', 'removed', $3, $4)`,
        [randomUUID(), id, moderatorActor.readerId, reason],
      );
    await expect(insert(null)).rejects.toThrow(/decision_explained/);
    await remove(id);
    await expect(server.sql.query('update statement set message = null')).rejects.toThrow(/append-only/);
    await expect(server.sql.query('delete from statement')).rejects.toThrow(/append-only/);
    // A process of the version before writes a reason in words.
    await insert('Too loud.');
    expect(await ownStatements()).toMatchObject([{ reason: { key: null, title: 'Too loud.', ground: 'rules' } }, {}]);
  });
});

describe('a status that takes a comment from the public', () => {
  it('is refused by the database where the last decision says something else, whatever one before it said', async () => {
    const id = await posted();
    await remove(id);
    await moderator.post(`/api/v1/comments/${id}/decisions`, { verdict: 'publish', revision: 1 });
    await expect(server.sql.query(`update comment set status = 'removed' where id = $1`, [id])).rejects.toThrow(/without a decision/);
  });
});

describe('a sanction', () => {
  beforeEach(() => posted());

  it('keeps a banned reader from posting, replying, editing and reacting, and says why', async () => {
    const id = await posted('Mine.');
    const other = await post('Of somebody else.', await aBrowser(server, await aReader(server.sql)));
    expect((await sanction({ message: 'For good.' })).status).toBe(201);
    const refused = [
      await post(),
      await reader.send('PATCH', `/api/v1/comments/${id}`, { body: { revision: 1, text: 'Edited.' } }),
      await reader.send('PUT', `/api/v1/comments/${other.body.own.id}/reaction`, { body: { kind: 'like' } }),
    ];
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(refused.map(() => [403, 'reader_banned']));
    expect((await mine()).sanction).toMatchObject({
      kind: 'ban',
      endsAt: null,
      statement: { restriction: 'ban', reason: { key: 'insult' }, message: 'For good.' },
    });
    expect(await ownStatements()).toMatchObject([{ restriction: 'ban', comment: null, isInForce: true }]);
    expect((await reader.send('DELETE', `/api/v1/comments/${id}`)).status).toBe(200);
  });

  it('suspends until its end', async () => {
    const { body } = await sanction({ kind: 'suspend', endsAt: inDays(3) });
    expect(await post()).toMatchObject({ status: 403, body: { code: 'reader_suspended', endsAt: expect.any(String) } });
    await server.sql.query(`update sanction set ends_at = now() - interval '1 second' where id = $1`, [body.id]);
    expect((await post()).status).toBe(201);
    expect((await mine()).sanction).toBeNull();
    expect(await ownStatements()).toMatchObject([{ restriction: 'suspend', isInForce: false, appealableUntil: null }]);
  });

  it('warns: nothing is taken before the warning was read', async () => {
    await sanction({ kind: 'warn' });
    expect((await post()).body.code).toBe('warning_unread');
    const [statement] = await ownStatements();
    const acknowledge = (by: BrowserLike) => by.send('PUT', `/api/v1/me/statements/${statement?.id}/acknowledgement`);
    expect((await acknowledge(await aBrowser(server, await aReader(server.sql)))).status).toBe(404);
    expect((await post()).body.code).toBe('warning_unread');
    expect([(await acknowledge(reader)).status, (await acknowledge(reader)).status]).toEqual([204, 204]);
    expect((await post()).status).toBe(201);
    expect(await ownStatements()).toMatchObject([{ isInForce: false }]);
  });

  it('holds all that a reader posts, for a reason that moderators see', async () => {
    await sanction({ kind: 'hold' });
    const answer = await post();
    expect([answer.status, answer.body.own.status]).toEqual([201, 'held']);
    const { comments } = (await moderator.get(`/api/v1/sites/${siteKey}/held`)).body;
    expect(comments).toMatchObject([{ id: answer.body.own.id, findings: [{ rule: 'held_reader', outcome: 'hold' }] }]);
  });

  it('counts on its site, or everywhere when an administrator says so', async () => {
    const here = threadId;
    const elsewhere = await aThread(server.sql);
    await sanction();
    threadId = elsewhere;
    expect((await post()).status).toBe(201);
    expect((await sanction({ isEverywhere: true })).body.code).toBe('only_administrators');
    const administrator = await aBrowser(server, await aStaffMember(server.sql, 'administrator'));
    const { body } = await sanction({ isEverywhere: true }, administrator);
    expect((await post()).body.code).toBe('reader_banned');
    const lift = (by: BrowserLike) => by.send('DELETE', `/api/v1/sites/${siteKey}/sanctions/${body.id}`);
    expect((await lift(moderator)).body.code).toBe('only_administrators');
    expect((await lift(administrator)).body).toMatchObject({ isInForce: false, lifted: { at: expect.any(String) } });
    expect((await post()).status).toBe(201);
    threadId = here;
    expect((await post()).body.code).toBe('reader_banned');
  });

  it('of several the strictest counts, and of those alike the longest', async () => {
    await sanction({ kind: 'hold' });
    await sanction({ kind: 'suspend', endsAt: inDays(1) });
    await sanction({ kind: 'suspend', endsAt: inDays(5) });
    expect((await mine()).sanction).toMatchObject({ kind: 'suspend', endsAt: (await longest()).toISOString() });
    await sanction({ kind: 'ban', endsAt: inDays(2) });
    expect((await post()).body.code).toBe('reader_banned');
  });

  it('is put once, however often it is sent', async () => {
    const id = randomUUID();
    const answers = await Promise.all([sanction({ id }), sanction({ id }), sanction({ id })]);
    expect(answers.map(({ status, body }) => [status, body.id])).toEqual(answers.map(() => [201, id]));
    expect(await ownStatements()).toHaveLength(1);
  });

  it('can be lifted, once', async () => {
    const { body } = await sanction();
    const lift = () => moderator.send('DELETE', `/api/v1/sites/${siteKey}/sanctions/${body.id}`);
    const [first, second] = [await lift(), await lift()];
    expect([first.status, second.status, second.body]).toEqual([200, 200, first.body]);
    expect((await post()).status).toBe(201);
  });

  it.each<[string, Partial<SanctionRequest>, string]>([
    ['a suspension without an end', { kind: 'suspend' }, 'invalid_request'],
    ['a warning with one', { kind: 'warn', endsAt: inDays(1) }, 'invalid_request'],
    ['one that has ended already', { kind: 'ban', endsAt: inDays(-1) }, 'invalid_request'],
    ['one of a kind there is not', { kind: 'scold' as never }, 'invalid_request'],
    ['one without a reason of the site', { reasonId: randomUUID() }, 'reason_needed'],
  ])('is refused where it makes no sense: %s', async (_, given, code) => {
    await posted();
    expect((await sanction(given)).body.code).toBe(code);
    expect((await server.sql.query('select 1 from sanction where reader_id = $1', [anna.readerId])).rowCount).toBe(0);
  });

  it('meets no colleague, and nobody who never wrote on the site', async () => {
    await post('As staff.', reader);
    await server.sql.query(`insert into staff_role (id, reader_id, site_id, role) values ($1, $2, $3, 'staff')`, [
      randomUUID(),
      anna.readerId,
      siteId,
    ]);
    expect((await sanction()).body.code).toBe('reader_is_staff');
    expect((await sanction({ readerId: (await aReader(server.sql)).readerId })).status).toBe(404);
  });

  it('that comes while a post is under way lets none through once it is answered', async () => {
    await posted();
    const posts = Array.from({ length: 5 }, () => post(randomUUID()));
    await sanction();
    await Promise.all(posts);
    expect((await post()).body.code).toBe('reader_banned');
  });
});

describe('an objection', () => {
  const restricted = async () => {
    const id = await posted();
    await remove(id);
    return { id, statement: (await ownStatements())[0] as OwnStatement };
  };

  it('is decided by another person, and what is overturned is public again', async () => {
    const { id, statement } = await restricted();
    expect((await appeal(statement.id)).body).toMatchObject({ appeal: { text: 'It was a joke.', outcome: null }, appealableUntil: null });
    expect(await openAppeals(moderator)).toEqual([]);
    expect(await openAppeals(colleague)).toMatchObject([
      {
        statement: { id: statement.id, restriction: 'removed' },
        decidedBy: { id: moderatorActor.readerId },
        reader: { id: anna.readerId },
        comment: { id, text: 'A calm thought.', status: 'removed' },
        text: 'It was a joke.',
      },
    ]);
    expect((await decideAppeal(moderator, statement.id)).body.code).toBe('appeal_of_own_decision');
    expect((await decideAppeal(colleague, statement.id, 'overturned', 'You are right.')).status).toBe(204);
    expect((await reader.get(`/api/v1/comments/${id}`)).body.comment.state).toBe('published');
    expect(await ownStatements()).toMatchObject([{ isInForce: false, appeal: { outcome: 'overturned', answer: 'You are right.' } }]);
    expect(await openAppeals(colleague)).toEqual([]);
  });

  it('is read with the evidence of what screening found, which its reader is not told, and nobody once it is withdrawn', async () => {
    await server.sql.query(`update screening_policy set max_links = 0, version = version + 1 where site_id = $1`, [siteId]);
    const text = 'Look at https://shop.example.com now';
    const { id } = (await reader.post(`/api/v1/threads/${threadId}/comments`, { ...aPost({ text }), sendAnyway: true })).body.own;
    await moderator.post(`/api/v1/comments/${id}/decisions`, {
      verdict: 'reject',
      revision: 1,
      reasonId: await aReason(server.sql, siteId),
    });
    const [statement] = await ownStatements();
    await appeal(statement?.id ?? '');
    const found = { rule: 'links', outcome: 'hold', excerpts: ['https://shop.example.com/'] };
    expect(statement?.findings).toEqual([found]);
    const findings = async () => (await openAppeals(colleague)).map(({ statement: { findings } }: AppealItem) => findings);
    expect(await findings()).toEqual([[{ ...found, evidence: expect.objectContaining({ maxLinks: 0 }) }]]);
    await moderator.post(`/api/v1/comments/${id}/decisions`, { verdict: 'publish', revision: 1 });
    expect((await reader.send('DELETE', `/api/v1/comments/${id}`)).status).toBe(200);
    expect(await findings()).toEqual([[]]);
  });

  it('that is not upheld by the database either when the same person decides', async () => {
    const { statement } = await restricted();
    await appeal(statement.id);
    const decided = `update appeal set decided_at = now(), outcome = 'upheld', decided_by = $2 where statement_id = $1`;
    await expect(server.sql.query(decided, [statement.id, moderatorActor.readerId])).rejects.toThrow(/appeal_by_another/);
    const other = `update appeal set statement_made_by = $2 where statement_id = $1`;
    await expect(server.sql.query(other, [statement.id, anna.readerId])).rejects.toThrow(/appeal_statement_fkey/);
  });

  it('is not decided on by whoever objects, a moderator of the site or not', async () => {
    const writer = await aStaffMember(server.sql, 'moderator', siteId);
    const [inFrame, inConsole] = [await aBrowser(server, { ...writer, audience: 'embed' }), await aBrowser(server, writer)];
    const { id } = (await post('A thought.', inFrame)).body.own;
    await remove(id);
    const statement = (await ownStatements(inFrame))[0] as OwnStatement;
    await appeal(statement.id, 'It was a joke.', inFrame);
    expect(await openAppeals(inConsole)).toEqual([]);
    expect((await decideAppeal(inConsole, statement.id)).body.code).toBe('own_appeal');
    expect(await openAppeals(colleague)).toHaveLength(1);
  });

  it('to what counts everywhere is for administrators to grant', async () => {
    await posted();
    await sanction({ isEverywhere: true }, await aBrowser(server, await aStaffMember(server.sql, 'administrator')));
    const statement = (await ownStatements())[0] as OwnStatement;
    await appeal(statement.id);
    expect((await decideAppeal(moderator, statement.id)).body.code).toBe('only_administrators');
    expect((await post()).body.code).toBe('reader_banned');
    expect((await decideAppeal(await aBrowser(server, await aStaffMember(server.sql, 'administrator')), statement.id)).status).toBe(204);
    expect((await post()).status).toBe(201);
  });

  it('that is upheld leaves all as it is', async () => {
    const { id, statement } = await restricted();
    await appeal(statement.id);
    await decideAppeal(colleague, statement.id, 'upheld');
    expect((await reader.get(`/api/v1/comments/${id}`)).status).toBe(404);
    expect(await ownStatements()).toMatchObject([{ isInForce: true, appeal: { outcome: 'upheld' }, appealableUntil: null }]);
  });

  it('lifts a sanction', async () => {
    await posted();
    await sanction();
    const [statement] = await ownStatements();
    await appeal(statement?.id ?? '');
    expect(await openAppeals(colleague)).toMatchObject([{ comment: null, statement: { restriction: 'ban' } }]);
    await decideAppeal(colleague, statement?.id ?? '');
    expect((await post()).status).toBe(201);
  });

  it('is made once: the same text again is the same, another is refused', async () => {
    const { statement } = await restricted();
    const answers = await Promise.all(Array.from({ length: 5 }, (_, index) => appeal(statement.id, `Reason ${index % 2}`)));
    const codes = answers.map(({ status, body }) => body.code ?? status);
    expect(codes).toEqual(expect.arrayContaining([201, 'appeal_made']));
    const text = (await ownStatements())[0]?.appeal?.text;
    expect((await appeal(statement.id, text)).status).toBe(201);
    expect((await appeal(statement.id, 'Once more.')).body.code).toBe('appeal_made');
    expect((await server.sql.query('select text from appeal where statement_id = $1', [statement.id])).rows).toEqual([{ text }]);
  });

  it('needs words, six months at most, and something in force', async () => {
    const { id, statement } = await restricted();
    expect((await appeal(statement.id, ' \n ')).body.code).toBe('invalid_request');
    expect((await appeal(statement.id, 'x'.repeat(2_001))).body.code).toBe('invalid_request');
    await server.sql.query('alter table statement disable trigger append_only');
    await server.sql.query(`update statement set made_at = now() - interval '7 months' where id = $1`, [statement.id]);
    await server.sql.query('alter table statement enable trigger append_only');
    expect((await appeal(statement.id)).body.code).toBe('appeal_too_late');
    await moderator.post(`/api/v1/comments/${id}/decisions`, { verdict: 'publish', revision: 1 });
    await remove(id);
    await moderator.post(`/api/v1/comments/${id}/decisions`, { verdict: 'hold', revision: 1 });
    expect((await appeal((await ownStatements())[0]?.id ?? '')).body.code).toBe('appeal_too_late');
  });

  it('takes back nothing that was decided anew meanwhile', async () => {
    const { id, statement } = await restricted();
    await appeal(statement.id);
    await moderator.post(`/api/v1/comments/${id}/decisions`, { verdict: 'publish', revision: 1 });
    await remove(id, { key: 'hate' });
    await decideAppeal(colleague, statement.id);
    expect((await reader.get(`/api/v1/comments/${id}`)).status).toBe(404);
  });

  it('is decided once, by one of two who race', async () => {
    const { id, statement } = await restricted();
    await appeal(statement.id);
    const third = await aBrowser(server, await aStaffMember(server.sql, 'editor', siteId));
    const answers = await Promise.all([decideAppeal(colleague, statement.id), decideAppeal(third, statement.id, 'upheld')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const winner = answers[0]?.status === 204 ? ([colleague, 'overturned'] as const) : ([third, 'upheld'] as const);
    expect((await decideAppeal(winner[0], statement.id, winner[1])).status).toBe(204);
    expect((await reader.get(`/api/v1/comments/${id}`)).status).toBe(winner[1] === 'overturned' ? 200 : 404);
  });

  it('is about the caller: the statements of others look unknown', async () => {
    const { statement } = await restricted();
    const stranger = await aBrowser(server, await aReader(server.sql));
    expect(await ownStatements(stranger)).toEqual([]);
    expect((await appeal(statement.id, 'Mine?', stranger)).status).toBe(404);
  });
});

describe('what moderators know of a reader', () => {
  it('is what they did on the site, sanctions and notes; nothing of what is private', async () => {
    await remove(await posted());
    await posted();
    await sanction({ kind: 'suspend', endsAt: inDays(1) });
    const written = await moderator.post(`/api/v1/sites/${siteKey}/readers/${anna.readerId}/notes`, { text: ' Friendly by telephone. ' });
    const { status, body } = await colleague.get(`/api/v1/sites/${siteKey}/readers/${anna.readerId}`);
    expect([status, body]).toEqual([
      200,
      {
        reader: { id: anna.readerId, name: expect.any(String), joinedAt: expect.any(String) },
        comments: { held: 0, published: 1, rejected: 0, removed: 1, withdrawn: 0 },
        sanctions: [
          expect.objectContaining({ kind: 'suspend', isInForce: true, madeBy: expect.objectContaining({ id: moderatorActor.readerId }) }),
        ],
        notes: [expect.objectContaining({ text: 'Friendly by telephone.' })],
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('@');
    const note = `/api/v1/sites/${siteKey}/notes/${written.body[0].id}`;
    await colleague.send('DELETE', note);
    expect((await moderator.get(`/api/v1/sites/${siteKey}/readers/${anna.readerId}`)).body.notes).toHaveLength(1);
    await moderator.send('DELETE', note);
    expect((await moderator.get(`/api/v1/sites/${siteKey}/readers/${anna.readerId}`)).body.notes).toEqual([]);
  });

  it('never includes somebody who has not written there', async () => {
    expect((await moderator.get(`/api/v1/sites/${siteKey}/readers/${anna.readerId}`)).status).toBe(404);
    expect((await moderator.post(`/api/v1/sites/${siteKey}/readers/${anna.readerId}/notes`, { text: 'Hm.' })).status).toBe(404);
  });
});

describe('texts for messages', () => {
  it('are written by editors and read by moderators', async () => {
    const editor = await aBrowser(server, await aStaffMember(server.sql, 'editor', siteId));
    const path = `/api/v1/sites/${siteKey}/macros`;
    const made = await editor.post(path, { name: ' Be kind ', text: 'Please be kind.\n' });
    expect([made.status, made.body]).toEqual([201, [{ id: expect.any(String), name: 'Be kind', text: 'Please be kind.' }]]);
    expect((await editor.post(path, { name: 'Be kind', text: 'Twice.' })).body.code).toBe('macro_name_taken');
    const one = `${path}/${made.body[0].id}`;
    expect((await editor.send('PATCH', one, { body: { text: 'Be kind, please.' } })).body).toMatchObject([
      { name: 'Be kind', text: 'Be kind, please.' },
    ]);
    expect((await moderator.get(path)).body).toHaveLength(1);
    for (const [method, at] of [
      ['POST', path],
      ['PATCH', one],
      ['DELETE', one],
    ] as const)
      expect((await moderator.send(method, at, { body: method === 'DELETE' ? undefined : { name: 'Mine', text: 'Mine.' } })).status).toBe(
        404,
      );
    expect((await editor.send('DELETE', one)).body).toEqual([]);
  });
});

describe('the rights to all of it', () => {
  it.each<[Role | 'reader', 'own' | 'foreign', boolean]>([
    ['administrator', 'own', true],
    ['editor', 'own', true],
    ['editor', 'foreign', false],
    ['moderator', 'own', true],
    ['moderator', 'foreign', false],
    ['staff', 'own', false],
    ['reader', 'own', false],
  ])('%s of the %s site: %s', async (role, place, isAllowed) => {
    await remove(await posted());
    const [statement] = await ownStatements();
    await appeal(statement?.id ?? '');
    const roleSite = place === 'own' ? siteId : (await siteOf(await aThread(server.sql))).id;
    const actor = role === 'reader' ? anna : await aStaffMember(server.sql, role, role === 'administrator' ? undefined : roleSite);
    const caller = await aBrowser(server, actor);
    const site = `/api/v1/sites/${siteKey}`;
    const made = await sanction({ kind: 'hold' });
    const calls: [() => Promise<Answer>, number][] = [
      [() => caller.get(`${site}/readers/${anna.readerId}`), 200],
      [() => caller.post(`${site}/readers/${anna.readerId}/notes`, { text: 'Hm.' }), 201],
      [() => caller.send('DELETE', `${site}/notes/${randomUUID()}`), 204],
      [() => sanction({ kind: 'hold' }, caller), 201],
      [() => caller.send('DELETE', `${site}/sanctions/${made.body.id}`), 200],
      [() => caller.get(`${site}/macros`), 200],
      [() => caller.get(`${site}/appeals`), 200],
      [() => decideAppeal(caller, statement?.id ?? '', 'upheld'), 204],
    ];
    for (const [call, status] of calls) expect((await call()).status).toBe(isAllowed ? status : role === 'reader' ? 401 : 404);
  });

  it('belongs to the site in the address: what is of another looks unknown', async () => {
    await posted();
    const { body } = await sanction();
    const other = await siteOf(await aThread(server.sql));
    const both = await aBrowser(server, await aStaffMember(server.sql, 'moderator', other.id));
    expect((await both.send('DELETE', `/api/v1/sites/${other.key}/sanctions/${body.id}`)).status).toBe(404);
    expect((await both.get(`/api/v1/sites/${other.key}/readers/${anna.readerId}`)).status).toBe(404);
    expect((await post()).body.code).toBe('reader_banned');
  });
});

describe('my comments', () => {
  it('are those of the caller, of every status, newest first', async () => {
    const [first, second] = [await posted('One.'), await posted('Two.')];
    await remove(first);
    const { body } = await reader.get('/api/v1/me/comments');
    expect(body.comments).toMatchObject([
      { id: second, status: 'published', text: 'Two.', site: { key: siteKey }, thread: { title: 'A story' } },
      { id: first, status: 'removed', text: 'One.' },
    ]);
    const stranger = await aBrowser(server, await aReader(server.sql));
    expect((await stranger.get('/api/v1/me/comments')).body).toEqual({ comments: [], nextCursor: null });
  });

  it('come page by page', async () => {
    for (let index = 0; index < 21; index++)
      await server.sql.query(
        `insert into comment (id, thread_id, root_id, depth, author_id, client_id, request_digest, status, text, body, posted_at)
         values ($1, $2, $1, 0, $3, $1, '', 'held', $4, '[]', date_trunc('second', now()))`,
        [randomUUID(), threadId, anna.readerId, `Text ${index}`],
      );
    const first = (await reader.get('/api/v1/me/comments')).body;
    const second = (await reader.get(`/api/v1/me/comments?cursor=${first.nextCursor}`)).body;
    const texts = [...first.comments, ...second.comments].map(({ text }: { text: string }) => text);
    expect([first.comments.length, second.comments.length, second.nextCursor, new Set(texts).size]).toEqual([20, 1, null, 21]);
    expect((await reader.get('/api/v1/me/comments?cursor=nonsense')).body.code).toBe('invalid_request');
  });
});

async function switchedOff(): Promise<string> {
  const id = await aReason(server.sql, siteId);
  await server.sql.query('update reason set is_on = false where id = $1', [id]);
  return id;
}

async function siteOf(thread: string): Promise<{ id: string; key: string }> {
  return (await server.sql.query('select s.id, s.key from thread t join site s on s.id = t.site_id where t.id = $1', [thread])).rows[0];
}

async function longest(): Promise<Date> {
  return (await server.sql.query('select max(ends_at) as ends_at from sanction where reader_id = $1', [anna.readerId])).rows[0].ends_at;
}
