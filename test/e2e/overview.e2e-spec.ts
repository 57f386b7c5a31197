import { randomUUID } from 'node:crypto';
import type { Overview } from '../../contract/overview';
import { CountHours } from '../../src/moderation/overview/count-hours';
import { OverviewRepository } from '../../src/moderation/overview/overview.repository';
import type { ReaderActor, Role } from '../../src/platform/access';
import { aReader, aThread } from '../builders/conversation';
import { aBrowser, aStaffMember } from '../builders/staff';
import { BrowserLike } from '../support/browser-like';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let siteId: string;
let siteKey: string;
let threadId: string;
let author: ReaderActor;
let moderator: ReaderActor;
let browser: BrowserLike;

beforeAll(async () => {
  server = await startTestApp();
  author = await aReader(server.sql);
});
afterAll(() => server.close());
afterEach(() => jest.restoreAllMocks());

beforeEach(async () => {
  await server.sql.query('delete from comment_hour');
  threadId = await aThread(server.sql);
  const { rows } = await server.sql.query('select s.id, s.key from thread t join site s on s.id = t.site_id where t.id = $1', [threadId]);
  [siteId, siteKey] = [rows[0].id, rows[0].key];
  moderator = await aStaffMember(server.sql, 'moderator', siteId);
  browser = await aBrowser(server, moderator);
});

/** A comment some hours ago, and what became of it. */
async function aComment(given: { hoursAgo: number; status?: string; rule?: string; decidedAfterSeconds?: number }): Promise<void> {
  const id = randomUUID();
  const { hoursAgo, status = 'published', rule, decidedAfterSeconds } = given;
  await server.sql.query('begin');
  await server.sql.query(
    `insert into comment (id, thread_id, root_id, depth, author_id, client_id, request_digest, status, text, body, posted_at)
     values ($1, $2, $1, 0, $3, gen_random_uuid(), '\\x00', $4, 'A thought.', '[]', now() - $5 * interval '1 hour')`,
    [id, threadId, author.readerId, status, hoursAgo],
  );
  if (rule !== undefined)
    await server.sql.query(
      `insert into finding (comment_id, revision, rule, policy_version, outcome, evidence) values ($1, 1, $2, 1, 'hold', '{}')`,
      [id, rule],
    );
  if (decidedAfterSeconds !== undefined)
    await server.sql.query(
      `insert into decision (id, comment_id, revision, from_status, to_status, decided_by, reason, decided_at)
       select gen_random_uuid(), c.id, 1, 'held', c.status, $2, 'Off topic.', c.posted_at + $3 * interval '1 second' from comment c where c.id = $1`,
      [id, moderator.readerId, decidedAfterSeconds],
    );
  await server.sql.query('commit');
}

/** An objection of the author to a warning. */
async function anAppeal(given: { madeDaysAgo: number; decidedDaysAgo?: number; outcome?: string }): Promise<void> {
  const { madeDaysAgo, decidedDaysAgo = null, outcome = null } = given;
  const { rows } = await server.sql.query(
    `insert into statement (id, site_id, reader_id, made_by, reason_title, ground, found_by)
     values (gen_random_uuid(), $1, $2, $3, 'Too loud', 'rules', 'moderator') returning id`,
    [siteId, author.readerId, moderator.readerId],
  );
  const decidedBy = outcome === null ? null : (await aReader(server.sql)).readerId;
  await server.sql.query(
    `insert into appeal (statement_id, statement_made_by, site_id, text, made_at, decided_at, decided_by, outcome)
     values ($1, $2, $3, 'A joke.', now() - $4 * interval '1 day', now() - $5 * interval '1 day', $6, $7)`,
    [rows[0].id, moderator.readerId, siteId, madeDaysAgo, decidedDaysAgo, decidedBy, outcome],
  );
}

const daysSince = (day: string) => Math.round((Date.parse(new Date().toISOString().slice(0, 10)) - Date.parse(day)) / 86_400_000);

const path = (query = '') => `/api/v1/sites/${siteKey}/overview${query}`;
const read = async (query = ''): Promise<Overview> => (await browser.get(path(query))).body;
const busy = ({ hours }: Overview) =>
  hours.flatMap(({ comments, held }, index) => (comments > 0 ? [[hours.length - 1 - index, comments, held]] : []));

describe('the overview of a site', () => {
  it('is read by who moderates the site, and looks unknown to everybody else', async () => {
    const other = (await server.sql.query('select site_id from thread where id = $1', [await aThread(server.sql)])).rows[0].site_id;
    const staff = (role: Role, site?: string) => aStaffMember(server.sql, role, site).then((member) => aBrowser(server, member));
    const callers: [string, BrowserLike, number][] = [
      ['visitor', new BrowserLike(server.url), 401],
      ['reader', await aBrowser(server, await aReader(server.sql)), 401],
      ['staff', await staff('staff', siteId), 404],
      ['moderator of another site', await staff('moderator', other), 404],
      ['moderator', browser, 200],
      ['editor', await staff('editor', siteId), 200],
      ['administrator', await staff('administrator'), 200],
    ];
    for (const [name, caller, expected] of callers) expect([name, (await caller.get(path())).status]).toEqual([name, expected]);
    for (const days of ['8', 'x', '']) expect((await browser.get(path(`?days=${days}`))).status).toBe(400);
  });

  it('counts comments by the hour, the same before and after the hours are counted for good', async () => {
    for (const hoursAgo of [0, 0, 5, 5, 5]) await aComment({ hoursAgo });
    await aComment({ hoursAgo: 5, status: 'held', rule: 'links' });
    await aComment({ hoursAgo: 0, status: 'held' });
    await aComment({ hoursAgo: 5, rule: 'new_reader', decidedAfterSeconds: 60 });
    await aComment({ hoursAgo: 5, status: 'rejected', decidedAfterSeconds: 60 });
    await aComment({ hoursAgo: 24 * 8 });
    const week = await read();
    expect([week.hours.length, busy(week)]).toEqual([
      168,
      [
        [5, 6, 3],
        [0, 3, 1],
      ],
    ]);
    await server.app.get(CountHours, { strict: false }).execute();
    await server.app.get(CountHours, { strict: false }).execute();
    const month = await read('?days=30');
    expect([month.hours.length, busy(month)]).toEqual([
      720,
      [
        [192, 1, 0],
        [5, 6, 3],
        [0, 3, 1],
      ],
    ]);
    expect((await server.sql.query('select sum(comments)::int as sum from comment_hour where site_id = $1', [siteId])).rows[0].sum).toBe(7);
  });

  it('tells how long comments waited, and what became of what each check held', async () => {
    for (const decidedAfterSeconds of [60, 120, 600]) await aComment({ hoursAgo: 1, rule: 'links', decidedAfterSeconds });
    await aComment({ hoursAgo: 1, rule: 'links', status: 'rejected', decidedAfterSeconds: 120 });
    await aComment({ hoursAgo: 1, status: 'rejected', decidedAfterSeconds: 120 });
    const { waits, rules, decisions } = await read();
    expect(decisions).toBe(5);
    expect(waits.reduce((sum, wait) => sum + wait.decisions, 0)).toBe(5);
    expect(rules).toEqual([
      { rule: 'links', published: 3, rejected: 1 },
      { rule: null, published: 0, rejected: 1 },
    ]);
    if (waits.length === 1) expect([waits[0]?.medianSeconds, Math.round(waits[0]?.p90Seconds ?? 0)]).toEqual([120, 408]);
  });

  it('tells how many objections were made, decided and overturned, by the day on which each happened', async () => {
    await anAppeal({ madeDaysAgo: 1 });
    await anAppeal({ madeDaysAgo: 3, decidedDaysAgo: 1, outcome: 'overturned' });
    await anAppeal({ madeDaysAgo: 3, decidedDaysAgo: 3, outcome: 'upheld' });
    await anAppeal({ madeDaysAgo: 9, decidedDaysAgo: 2, outcome: 'overturned' });
    await anAppeal({ madeDaysAgo: 40, decidedDaysAgo: 35, outcome: 'overturned' });
    const daysOf = ({ appeals }: Overview) =>
      appeals.map(({ day, made, decided, overturned }) => [daysSince(day), made, decided, overturned]);
    const week = [
      [3, 2, 1, 0],
      [2, 0, 1, 1],
      [1, 1, 1, 1],
    ];
    expect(daysOf(await read())).toEqual(week);
    expect(daysOf(await read('?days=30'))).toEqual([[9, 1, 0, 0], ...week]);
  });

  it('tells the first day whole', async () => {
    const firstHour = new Date(Date.now() - 167 * 3_600_000);
    const firstMinute = Date.parse(firstHour.toISOString().slice(0, 10)) + 60_000;
    await anAppeal({ madeDaysAgo: (Date.now() - firstMinute) / 86_400_000 });
    await anAppeal({ madeDaysAgo: (Date.now() - firstMinute) / 86_400_000 + 0.01 });
    expect((await read()).appeals).toEqual([{ day: firstHour.toISOString().slice(0, 10), made: 1, decided: 0, overturned: 0 }]);
  });

  it('knows nothing of other sites', async () => {
    await anAppeal({ madeDaysAgo: 1, decidedDaysAgo: 1, outcome: 'upheld' });
    await aComment({ hoursAgo: 1, status: 'rejected', rule: 'links', decidedAfterSeconds: 10 });
    const other = (
      await server.sql.query(`insert into site (id, key, name, origins) values (gen_random_uuid(), 'calm', 'Calm', '{}') returning key`)
    ).rows[0].key;
    siteKey = other;
    browser = await aBrowser(server, await aStaffMember(server.sql, 'administrator'));
    const told = await read();
    expect([busy(told), told.waits, told.rules, told.appeals, told.decisions]).toEqual([[], [], [], [], 0]);
  });

  it('is asked of the database once a minute, however many look', async () => {
    const asked = jest.spyOn(server.app.get(OverviewRepository, { strict: false }), 'listHours');
    await Promise.all([read(), read(), read()]);
    await read();
    expect(asked).toHaveBeenCalledTimes(1);
  });
});
