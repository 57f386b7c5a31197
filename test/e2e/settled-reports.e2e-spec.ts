import { PostComment } from '../../src/comments/post-comment';
import type { ReaderActor } from '../../src/platform/access';
import { aPost, aReader, aThread } from '../builders/conversation';
import { reasonOf } from '../builders/reports';
import { aBrowser, aReason, aStaffMember } from '../builders/staff';
import type { BrowserLike } from '../support/browser-like';
import { unexplainedStatuses, wrongCounters } from '../support/invariants';
import { until } from '../support/live-reader';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let threadId: string;
let siteKey: string;
let author: ReaderActor;
let moderator: BrowserLike;
let colleague: BrowserLike;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

beforeEach(async () => {
  threadId = await aThread(server.sql);
  const { rows } = await server.sql.query('select s.id, s.key from thread t join site s on s.id = t.site_id where t.id = $1', [threadId]);
  siteKey = rows[0].key;
  author = await aReader(server.sql);
  moderator = await aBrowser(server, await aStaffMember(server.sql, 'moderator', rows[0].id));
  colleague = await aBrowser(server, await aStaffMember(server.sql, 'editor', rows[0].id));
});
afterEach(async () => {
  expect(await wrongCounters(server.sql, threadId)).toEqual([]);
  expect(await unexplainedStatuses(server.sql)).toEqual([]);
  expect(await misplaced()).toEqual([]);
});

/** Rows of the queue that should not be there, or that count wrong, and published comments with something open that are not in it. */
async function misplaced(): Promise<unknown[]> {
  const { rows } = await server.sql.query(
    `with open as (select comment_id, count(*) filter (where kind = 'report')::int as reports, count(*) filter (where kind = 'notice')::int as notices
                     from (select comment_id, 'report' as kind from report where outcome = 'open'
                           union all select comment_id, 'notice' from notice where outcome = 'open') o
                     join comment c on c.id = o.comment_id where c.status = 'published' group by comment_id)
     select coalesce(o.comment_id, r.comment_id) as id from open o full join reported_comment r on r.comment_id = o.comment_id
      where o.reports is distinct from r.report_count or o.notices is distinct from r.notice_count`,
  );
  return rows;
}

const post = async (): Promise<string> =>
  (await server.app.get(PostComment, { strict: false }).execute(author, threadId, aPost({ text: crypto.randomUUID() }))).own.id;
const decide = async (id: string, verdict: string, by = moderator, given: object = {}) =>
  by.post(`/api/v1/comments/${id}/decisions`, { verdict, revision: 1, reasonId: await aReason(server.sql, id), ...given });
const reportedIds = async () =>
  (await moderator.get(`/api/v1/sites/${siteKey}/reported`)).body.comments.map(({ id }: { id: string }) => id);
const isPublic = async (id: string) => (await moderator.get(`/api/v1/comments/${id}`)).status === 200;

async function report(id: string): Promise<BrowserLike> {
  const reporter = await aBrowser(server, await aReader(server.sql));
  const { status } = await reporter.post(`/api/v1/comments/${id}/reports`, { reasonId: await reasonOf(server.sql, threadId) });
  expect(status).toBe(201);
  return reporter;
}

async function sendNotice(id: string): Promise<string> {
  const explanation = `A lie, ${crypto.randomUUID()}.`;
  const { body } = await colleague.post(`/api/v1/comments/${id}/notices`, { explanation, isAboutMinors: true, isGoodFaith: true });
  return body.reference;
}

const outcomeFor = async (reporter: BrowserLike) => (await reporter.get('/api/v1/me/reports')).body.reports[0].outcome;
const statusOf = async (reference: string) => (await colleague.get(`/api/v1/notices/${reference}`)).body.status;

async function verdictsOn(id: string): Promise<unknown[]> {
  const { rows } = await server.sql.query(
    'select verdict, from_status, to_status from decision where comment_id = $1 order by decided_at, id',
    [id],
  );
  return rows.map((row) => [row.verdict, row.from_status, row.to_status]);
}

describe('reports and notices', () => {
  it.each<[string, string[], string]>([
    ['remove', ['remove'], 'upheld'],
    ['keep', ['keep'], 'dismissed'],
    ['hold', ['hold'], 'open'],
    ['hold, then reject', ['hold', 'reject'], 'upheld'],
    ['hold, then publish', ['hold', 'publish'], 'dismissed'],
    ['remove, taken back by hold', ['remove', 'hold'], 'open'],
    ['remove, taken back by hold, then publish', ['remove', 'hold', 'publish'], 'dismissed'],
    ['remove, then publish', ['remove', 'publish'], 'dismissed'],
    ['keep, taken back by reopen', ['keep', 'reopen'], 'open'],
    ['keep, reopen, then keep again', ['keep', 'reopen', 'keep'], 'dismissed'],
    ['keep, reopen, then remove', ['keep', 'reopen', 'remove'], 'upheld'],
    ['keep, taken back by hold', ['keep', 'hold'], 'open'],
    ['keep, later removed for another reason', ['keep', 'remove'], 'dismissed'],
    ['keep, later removed, and that taken back', ['keep', 'remove', 'hold'], 'dismissed'],
  ])('follow %s', async (_, verdicts, outcome) => {
    const id = await post();
    const [reporter, reference] = [await report(id), await sendNotice(id)];
    for (const verdict of verdicts) expect([verdict, (await decide(id, verdict)).status]).toEqual([verdict, 201]);
    expect([await outcomeFor(reporter), await statusOf(reference)]).toEqual([outcome, outcome]);
    expect(await misplaced()).toEqual([]);
  });

  it('are settled by the decision alone that they were open for', async () => {
    const id = await post();
    const first = await report(id);
    await decide(id, 'keep');
    const second = await report(id);
    await decide(id, 'remove');
    expect([await outcomeFor(first), await outcomeFor(second)]).toEqual(['dismissed', 'upheld']);
    await decide(id, 'hold');
    expect([await outcomeFor(first), await outcomeFor(second)]).toEqual(['dismissed', 'open']);
  });

  it('end with a comment that its author takes back', async () => {
    const id = await post();
    const [reporter, reference] = [await report(id), await sendNotice(id)];
    await (await aBrowser(server, author)).send('DELETE', `/api/v1/comments/${id}`);
    expect([await outcomeFor(reporter), await statusOf(reference), await reportedIds()]).toEqual(['withdrawn', 'withdrawn', []]);
  });

  it('end also with one that was held when its author takes it back', async () => {
    const id = await post();
    const reporter = await report(id);
    await decide(id, 'hold');
    await (await aBrowser(server, author)).send('DELETE', `/api/v1/comments/${id}`);
    expect(await outcomeFor(reporter)).toBe('withdrawn');
  });
});

describe('keeping a comment that is reported', () => {
  it('leaves it public, is written down, takes it off the queue, and gives the lease back', async () => {
    const id = await post();
    await report(id);
    await moderator.send('PUT', `/api/v1/comments/${id}/lease`);
    const before = await moderator.get(`/api/v1/threads/${threadId}/comments`);
    const { status, body } = await decide(id, 'keep', moderator, { message: 'Sharp, but fair.' });
    expect([status, body]).toEqual([
      201,
      {
        status: 'published',
        decision: expect.objectContaining({ commentId: id, verdict: 'keep', from: 'published', to: 'published', revision: 1 }),
      },
    ]);
    expect(await reportedIds()).toEqual([]);
    expect((await moderator.get(`/api/v1/threads/${threadId}/comments`)).body).toEqual(before.body);
    expect((await colleague.send('PUT', `/api/v1/comments/${id}/lease`)).status).toBe(200);
    await decide(id, 'reopen', colleague);
    expect([await reportedIds(), await isPublic(id)]).toEqual([[id], true]);
    expect(await verdictsOn(id)).toEqual([
      ['keep', 'published', 'published'],
      ['reopen', 'published', 'published'],
    ]);
  });

  it('is answered as before when it is sent again, and is a conflict for a colleague', async () => {
    const id = await post();
    await report(id);
    const first = await decide(id, 'keep');
    expect((await decide(id, 'keep')).body).toEqual(first.body);
    const late = await decide(id, 'keep', colleague);
    expect([late.status, late.body]).toEqual([
      409,
      expect.objectContaining({ code: 'comment_changed', status: 'published', lastDecision: expect.objectContaining({ verdict: 'keep' }) }),
    ]);
    expect(late.body.detail).toContain('Nothing is open against the comment');
    expect(await verdictsOn(id)).toHaveLength(1);
  });

  it.each<[string, string[], string]>([
    ['nothing is open against it', [], 'keep'],
    ['it was kept already', ['report', 'keep'], 'keep'],
    ['it was removed', ['report', 'remove'], 'keep'],
    ['it is held', ['report', 'hold'], 'keep'],
    ['it was not kept', ['report'], 'reopen'],
    ['it was published since', ['report', 'keep', 'hold', 'publish'], 'reopen'],
    ['it was opened again already', ['report', 'keep', 'reopen'], 'reopen'],
  ])('is no decision where %s', async (_, before, verdict) => {
    const id = await post();
    for (const step of before) await (step === 'report' ? report(id) : decide(id, step, colleague));
    const decisions = await verdictsOn(id);
    expect((await decide(id, verdict)).body.code).toBe('comment_changed');
    expect(await verdictsOn(id)).toEqual(decisions);
  });

  it('is no decision on a text that was edited since, nor on what a colleague looks at', async () => {
    const id = await post();
    await report(id);
    await colleague.send('PUT', `/api/v1/comments/${id}/lease`);
    expect((await decide(id, 'keep')).body.code).toBe('comment_leased');
    await colleague.send('DELETE', `/api/v1/comments/${id}/lease`);
    await (await aBrowser(server, author)).send('PATCH', `/api/v1/comments/${id}`, { body: { revision: 1, text: 'Better.' } });
    expect((await decide(id, 'keep')).body).toMatchObject({ code: 'comment_changed', revision: 2 });
  });

  it('is never done twice by two moderators who race', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, post));
    for (const id of ids) await report(id);
    const answers = await Promise.all(ids.flatMap((id) => [decide(id, 'keep'), decide(id, 'keep', colleague)]));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(ids.length);
    expect((await server.sql.query('select from decision where comment_id = any($1)', [ids])).rows).toHaveLength(ids.length);
  });
});

describe('a decision that takes back the one before it', () => {
  const takeBack = (id: string, verdict: string, given: object = {}) =>
    decide(id, verdict, moderator, { reasonId: undefined, takesBack: true, ...given });
  const reportedNow = async () => (await moderator.get(`/api/v1/sites/${siteKey}/reported`)).body;

  it.each<[string, string, string]>([
    ['remove', 'publish', 'upheld'],
    ['hold', 'publish', 'open'],
    ['keep', 'reopen', 'dismissed'],
  ])('leaves everything as it was before %s', async (verdict, back, meanwhile) => {
    const [id, other] = [await post(), await post()];
    const [reporter, reference] = [await report(id), await sendNotice(id)];
    await report(other);
    const before = await reportedNow();
    expect(before.comments).toHaveLength(2);
    await decide(id, verdict);
    expect([await reportedIds(), await outcomeFor(reporter), await statusOf(reference)]).toEqual([[other], meanwhile, meanwhile]);
    expect((await takeBack(id, back)).status).toBe(201);
    expect(await reportedNow()).toEqual(before);
    expect([await outcomeFor(reporter), await statusOf(reference), await isPublic(id)]).toEqual(['open', 'open', true]);
    expect((await reporter.get('/api/v1/me/reports')).body.reports).toMatchObject([{ outcome: 'open', settledAt: null }]);
    expect(await verdictsOn(id)).toHaveLength(2);
  });

  it('leaves what an earlier decision settled as that left it', async () => {
    const id = await post();
    const first = await report(id);
    await decide(id, 'keep');
    const second = await report(id);
    await decide(id, 'remove');
    await takeBack(id, 'publish');
    expect([await outcomeFor(first), await outcomeFor(second), await reportedIds()]).toEqual(['dismissed', 'open', [id]]);
  });

  it('puts nothing into the queue where nothing was open, and the comment back among the held', async () => {
    const id = await post();
    await decide(id, 'hold');
    await takeBack(id, 'publish');
    expect([await reportedIds(), await isPublic(id)]).toEqual([[], true]);
    await decide(id, 'hold');
    await decide(id, 'reject');
    expect((await takeBack(id, 'hold')).body).toMatchObject({ status: 'held' });
  });

  it('is followed by reports like any other', async () => {
    const id = await post();
    const reporter = await report(id);
    await decide(id, 'hold');
    await takeBack(id, 'publish');
    await decide(id, 'hold');
    await decide(id, 'publish');
    expect([await outcomeFor(reporter), await reportedIds()]).toEqual(['dismissed', []]);
  });

  it('leaves the statement of reasons, which is in force no more and cannot be objected to', async () => {
    const id = await post();
    await report(id);
    await decide(id, 'remove');
    const own = await aBrowser(server, author);
    const inForce = async () => (await own.get('/api/v1/me/statements')).body.statements;
    expect(await inForce()).toMatchObject([{ isInForce: true, foundBy: 'report' }]);
    await takeBack(id, 'publish');
    const [statement] = await inForce();
    expect(statement).toMatchObject({ isInForce: false, foundBy: 'report', appealableUntil: null });
    expect((await own.post(`/api/v1/me/statements/${statement.id}/appeal`, { text: 'Why?' })).body.code).toBe('appeal_too_late');
  });

  it('is answered as before when it is sent again', async () => {
    const id = await post();
    await decide(id, 'remove');
    const first = await takeBack(id, 'publish');
    expect((await takeBack(id, 'publish')).body).toEqual(first.body);
    expect(await verdictsOn(id)).toHaveLength(2);
  });

  it.each<[string, (id: string) => Promise<unknown>, string]>([
    ['of a colleague', (id) => decide(id, 'remove', colleague), 'publish'],
    [
      'that a colleague has decided anew',
      async (id) => {
        await decide(id, 'remove');
        await decide(id, 'publish', colleague);
        await decide(id, 'remove', colleague);
      },
      'publish',
    ],
    ['that was never made', async () => undefined, 'hold'],
    [
      'that led from elsewhere',
      async (id) => {
        await decide(id, 'remove');
        await decide(id, 'hold');
      },
      'publish',
    ],
    [
      'on another text',
      async (id) => {
        await decide(id, 'hold');
        await (await aBrowser(server, author)).send('PATCH', `/api/v1/comments/${id}`, { body: { revision: 1, text: 'Better.' } });
      },
      'publish',
    ],
  ])('is refused with a decision %s, and changes nothing', async (_, before, verdict) => {
    const id = await post();
    const reporter = await report(id);
    await before(id);
    const [outcome, decisions] = [await outcomeFor(reporter), await verdictsOn(id)];
    const { rows } = await server.sql.query('select revision from comment where id = $1', [id]);
    const { status, body } = await takeBack(id, verdict, { revision: rows[0].revision });
    expect([status, body]).toEqual([409, expect.objectContaining({ code: 'comment_changed' })]);
    expect(body.detail).toContain('Your decision is not the last one');
    expect([await outcomeFor(reporter), await verdictsOn(id)]).toEqual([outcome, decisions]);
  });

  it.each(['remove', 'reject', 'keep'])('is never %s', async (verdict) => {
    const id = await post();
    await report(id);
    const { status, body } = await takeBack(id, verdict);
    expect([status, body.code, body.errors]).toEqual([400, 'invalid_request', [expect.objectContaining({ field: 'takesBack' })]]);
    expect(await verdictsOn(id)).toEqual([]);
  });

  it.each([0, 'yes', null])('is said by true or false, not by %j', async (takesBack) => {
    const id = await post();
    await decide(id, 'hold');
    const { body } = await takeBack(id, 'publish', { takesBack });
    expect([body.code, body.errors?.[0].field]).toEqual(['invalid_request', 'takesBack']);
  });
});

describe('a report that comes while somebody decides', () => {
  /** Holds the comment, sends both, and lets them go on one after the other. */
  async function race(id: string, sent: (() => Promise<{ status: number }>)[]): Promise<number[]> {
    await server.sql.query('begin');
    await server.sql.query('select from comment where id = $1 for update', [id]);
    const answers = [];
    for (const [index, send] of sent.entries()) {
      answers.push(send());
      await until('it waits', async () => {
        const { rows } = await server.sql.query(
          `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
        );
        return rows.length > index;
      });
    }
    await server.sql.query('commit');
    return (await Promise.all(answers)).map(({ status }) => status);
  }

  const sendReport = async (id: string, by: BrowserLike) =>
    by.post(`/api/v1/comments/${id}/reports`, { reasonId: await reasonOf(server.sql, threadId) });
  let late: BrowserLike;
  beforeEach(async () => {
    late = await aBrowser(server, await aReader(server.sql));
  });

  it('is settled by a removal that comes after it', async () => {
    const id = await post();
    const reasonId = await reasonOf(server.sql, threadId);
    const sending = () => late.post(`/api/v1/comments/${id}/reports`, { reasonId });
    expect(await race(id, [sending, () => decide(id, 'remove')])).toEqual([201, 201]);
    expect(await outcomeFor(late)).toBe('upheld');
  });

  it('is not taken after a removal', async () => {
    const id = await post();
    const reasonId = await reasonOf(server.sql, threadId);
    const sending = () => late.post(`/api/v1/comments/${id}/reports`, { reasonId });
    expect(await race(id, [() => decide(id, 'remove'), sending])).toEqual([201, 404]);
    expect((await late.get('/api/v1/me/reports')).body.reports).toEqual([]);
  });

  it('is open after a keep that did not know of it', async () => {
    const id = await post();
    const first = await report(id);
    await decide(id, 'keep');
    expect((await sendReport(id, late)).status).toBe(201);
    expect([await outcomeFor(first), await outcomeFor(late), await reportedIds()]).toEqual(['dismissed', 'open', [id]]);
  });

  it('is never left open on what is not public, whoever is first', async () => {
    const ids = await Promise.all(Array.from({ length: 25 }, post));
    const readers: BrowserLike[] = [];
    for (const _ of ids) readers.push(await aBrowser(server, await aReader(server.sql)));
    const reasonId = await reasonOf(server.sql, threadId);
    await Promise.all(
      ids.flatMap((id, index) => [
        readers[index]!.post(`/api/v1/comments/${id}/reports`, { reasonId }),
        decide(id, index % 2 === 0 ? 'remove' : 'hold'),
        readers[(index + 1) % 25]!.post(`/api/v1/comments/${id}/reports`, { reasonId }),
      ]),
    );
    const { rows } = await server.sql.query(
      `select c.status, p.outcome from report p join comment c on c.id = p.comment_id where c.id = any($1) and c.status = 'removed' and p.outcome <> 'upheld'`,
      [ids],
    );
    expect(rows).toEqual([]);
  });
});

describe('a decision of the version before, which names no verdict', () => {
  it('says what it was all the same', async () => {
    const id = await post();
    await decide(id, 'remove');
    await server.sql.query(
      `insert into decision (id, comment_id, revision, from_status, to_status, decided_by)
       select gen_random_uuid(), comment_id, revision, 'removed', 'held', decided_by from decision where comment_id = $1`,
      [id],
    );
    await server.sql.query(`update comment set status = 'held' where id = $1`, [id]);
    expect((await decide(id, 'hold')).body.decision).toMatchObject({ verdict: 'hold', from: 'removed', to: 'held' });
  });

  it('is refused where it would change nothing', async () => {
    const id = await post();
    const sql = `insert into decision (id, comment_id, revision, from_status, to_status, decided_by) values (gen_random_uuid(), $1, 1, 'published', 'published', $2)`;
    await expect(server.sql.query(sql, [id, author.readerId])).rejects.toThrow('decision_changes');
  });
});
