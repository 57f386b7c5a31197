import { randomUUID } from 'node:crypto';
import { limits } from '../../contract/limits';
import type { StandardReason } from '../../contract/reasons';
import { PostComment } from '../../src/comments/post-comment';
import { WithdrawComment } from '../../src/comments/withdraw-comment';
import type { ReaderActor, Role } from '../../src/platform/access';
import { SetReaction } from '../../src/reactions/set-reaction';
import { aPost, aReader, aThread, changeMode } from '../builders/conversation';
import { reasonOf } from '../builders/reports';
import { aBrowser, aReason, aStaffMember } from '../builders/staff';
import { BrowserLike } from '../support/browser-like';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let threadId: string;
let siteId: string;
let siteKey: string;
let author: ReaderActor;
let reporterActor: ReaderActor;
let reporter: BrowserLike;
let moderator: BrowserLike;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

beforeEach(async () => {
  threadId = await aThread(server.sql);
  const { rows } = await server.sql.query('select s.id, s.key from thread t join site s on s.id = t.site_id where t.id = $1', [threadId]);
  [siteId, siteKey] = [rows[0].id, rows[0].key];
  author = await aReader(server.sql, { name: `Author ${threadId.slice(0, 8)}` });
  reporterActor = await aReader(server.sql, { name: `Reporter ${threadId.slice(0, 8)}` });
  reporter = await aBrowser(server, reporterActor);
  moderator = await aBrowser(server, await aStaffMember(server.sql, 'moderator', siteId));
});

const get = <Provider>(type: new (...given: never[]) => Provider): Provider => server.app.get(type, { strict: false });
const post = async (given: { text?: string; parentId?: string } = {}, by = author) =>
  (await get(PostComment).execute(by, threadId, aPost(given))).own.id;
const decide = async (id: string, verdict: string) =>
  moderator.post(`/api/v1/comments/${id}/decisions`, { verdict, revision: 1, reasonId: await aReason(server.sql, id) });
const mine = async (by = reporter) => (await by.get(`/api/v1/threads/${threadId}/mine`)).body.reported;
const reported = async (): Promise<any[]> => (await moderator.get(`/api/v1/sites/${siteKey}/reported`)).body.comments;
const reportedIds = async () => (await reported()).map(({ id }) => id);
const anotherReader = async () => aBrowser(server, await aReader(server.sql));

async function report(id: string, given: { by?: BrowserLike; key?: StandardReason; text?: string } = {}) {
  const reasonId = await reasonOf(server.sql, threadId, given.key);
  return (given.by ?? reporter).post(`/api/v1/comments/${id}/reports`, { reasonId, text: given.text });
}

/** Reports of the reader on comments of another site that ended so. */
async function trackRecord(by: ReaderActor, { upheld = 0, dismissed = 0 }): Promise<void> {
  const elsewhere = await aThread(server.sql);
  const editor = await aStaffMember(server.sql, 'administrator');
  const decider = await aBrowser(server, editor);
  for (let index = 0; index < upheld + dismissed; index += 1) {
    const { own } = await get(PostComment).execute(author, elsewhere, aPost());
    const browser = await aBrowser(server, by);
    await browser.post(`/api/v1/comments/${own.id}/reports`, { reasonId: await reasonOf(server.sql, elsewhere) });
    await decider.post(`/api/v1/comments/${own.id}/decisions`, {
      verdict: index < upheld ? 'remove' : 'keep',
      revision: 1,
      reasonId: await aReason(server.sql, own.id),
    });
  }
}

describe('a report', () => {
  it('is taken with its reason and text, and answered with what there is', async () => {
    const id = await post();
    const { status, body } = await report(id, { text: '  He calls her names.\u0000 ' });
    expect([status, body]).toEqual([
      201,
      {
        id: expect.any(String),
        commentId: id,
        reason: { id: await reasonOf(server.sql, threadId), key: 'insult', title: null },
        text: 'He calls her names.',
        outcome: 'open',
        reportedAt: expect.any(String),
        settledAt: null,
      },
    ]);
  });

  it('is one of a reader on a comment: again is the same answer, whatever it says, also once the comment is gone', async () => {
    const id = await post();
    const first = await report(id, { text: 'First.' });
    const answers = [await report(id, { text: 'First.' }), await report(id, { key: 'illegal', text: 'Second.' })];
    for (const again of answers) expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await reported()).toMatchObject([{ id, reportCount: 1, reports: [{ text: 'First.' }] }]);
    await decide(id, 'remove');
    expect((await report(id)).body).toMatchObject({ id: first.body.id, outcome: 'upheld' });
  });

  it('is one also where it is sent many times at once', async () => {
    const id = await post();
    const reasonId = await reasonOf(server.sql, threadId);
    const answers = await Promise.all(Array.from({ length: 8 }, () => reporter.post(`/api/v1/comments/${id}/reports`, { reasonId })));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await reported()).toMatchObject([{ id, reportCount: 1 }]);
  });

  it('of an own comment is refused', async () => {
    const id = await post();
    const { status, body } = await report(id, { by: await aBrowser(server, author) });
    expect([status, body.code]).toEqual([403, 'own_comment']);
    expect(await reported()).toEqual([]);
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['removed', (id) => decide(id, 'remove')],
    ['held', (id) => decide(id, 'hold')],
    ['withdrawn', (id) => get(WithdrawComment).execute(author, id)],
    ['a tombstone', (id) => post({ parentId: id }).then(() => decide(id, 'remove'))],
  ])('of a comment that is %s is not found, as of one that never was', async (_, act) => {
    const id = await post();
    await act(id);
    const [one, other] = [await report(id), await report(randomUUID())];
    expect([one.status, other.status]).toEqual([404, 404]);
    expect({ ...one.body, instance: '' }).toEqual({ ...other.body, instance: '' });
    expect((await report(id, { by: await aBrowser(server, author) })).status).toBe(404);
  });

  it('is for a reason that is on, for reports, and of the comment’s site', async () => {
    const id = await post();
    const editor = await aBrowser(server, await aStaffMember(server.sql, 'editor', siteId));
    const change = async (key: StandardReason, body: object) =>
      editor.send('PATCH', `/api/v1/sites/${siteKey}/reasons/${await reasonOf(server.sql, threadId, key)}`, { body });
    await change('insult', { isOn: false });
    await change('hate', { isForReports: false });
    const foreign = await reasonOf(server.sql, await aThread(server.sql));
    for (const reasonId of [
      await reasonOf(server.sql, threadId),
      await reasonOf(server.sql, threadId, 'hate'),
      foreign,
      randomUUID(),
      'none',
    ]) {
      const { status, body } = await reporter.post(`/api/v1/comments/${id}/reports`, { reasonId });
      expect([status, body.code, body.errors[0].field]).toEqual([400, 'invalid_request', 'reasonId']);
    }
    expect((await report(id, { key: 'threat' })).status).toBe(201);
  });

  it('is taken where the conversation is closed', async () => {
    const id = await post();
    await changeMode(server.sql, threadId, 'closed');
    expect((await report(id)).status).toBe(201);
  });

  it('is refused where its reader reports more than anybody would', async () => {
    const id = await post();
    const { points } = limits.rates.reportsPerReader;
    let answer = await report(id);
    for (let count = 1; count < points; count += 1) answer = await report(id);
    expect(answer.status).toBe(201);
    answer = await report(id);
    expect([answer.status, answer.body.code, Number(answer.headers.get('retry-after')) > 0]).toEqual([429, 'too_many_requests', true]);
    expect((await report(id, { by: await anotherReader() })).status).toBe(201);
  });

  it('is nobody’s to see but its reader’s and the moderators’', async () => {
    const id = await post();
    await report(id, { text: 'canary-text' });
    const { rows } = await server.sql.query('select name from reader where id = $1', [reporterActor.readerId]);
    const canaries = [rows[0].name, reporterActor.readerId, 'canary-text'];
    for (const by of [await aBrowser(server, author), await anotherReader(), new BrowserLike(server.url)]) {
      for (const path of [
        `comments/${id}`,
        `threads/${threadId}/comments`,
        `threads/${threadId}/mine`,
        'me/reports',
        `threads/${threadId}/changes?after=0`,
      ]) {
        const answer = JSON.stringify((await by.get(`/api/v1/${path}`)).body);
        expect([path, canaries.filter((canary) => answer.includes(canary))]).toEqual([path, []]);
      }
      expect((await by.get(`/api/v1/threads/${threadId}/mine`)).body.reported ?? []).toEqual([]);
    }
    expect(JSON.stringify(await reported())).toContain('canary-text');
    expect(JSON.stringify(await reported())).not.toContain('@example.org');
  });

  it('hides no comment from others, however many there are', async () => {
    const id = await post();
    for (let count = 0; count < 5; count += 1) await report(id, { by: await anotherReader() });
    const { body } = await (await anotherReader()).get(`/api/v1/threads/${threadId}/comments`);
    expect(body.comments).toMatchObject([{ id, state: 'published' }]);
  });
});

describe('what a reader reported', () => {
  it('is told to them in the thread, the newest first, and stays told once it was dismissed', async () => {
    const ids = [await post(), await post(), await post()];
    for (const id of ids) await report(id);
    await decide(ids[1]!, 'keep');
    expect(await mine()).toEqual([...ids].reverse());
    expect(await mine(await aBrowser(server, author))).toEqual([]);
  });

  it('is listed with what became of it, newest first, page by page, without the text of what is not public', async () => {
    const texts = ['kept', 'removed', 'withdrawn', 'open', 'held'];
    const ids: string[] = [];
    for (const text of texts) ids.push(await post({ text: `The ${text}\n\none.` }));
    for (const id of ids) await report(id, { text: `About ${id}` });
    await decide(ids[0]!, 'keep');
    await decide(ids[1]!, 'remove');
    await get(WithdrawComment).execute(author, ids[2]!);
    await decide(ids[4]!, 'hold');
    const { body, headers } = await reporter.get('/api/v1/me/reports');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body.nextCursor).toBeNull();
    expect(body.reports.map((each: any) => [each.commentId, each.outcome, each.excerpt, each.settledAt === null])).toEqual([
      [ids[4], 'open', null, true],
      [ids[3], 'open', 'The open one.', true],
      [ids[2], 'withdrawn', null, false],
      [ids[1], 'upheld', null, false],
      [ids[0], 'dismissed', 'The kept one.', false],
    ]);
    expect(body.reports[0]).toMatchObject({
      text: `About ${ids[4]}`,
      reason: { key: 'insult' },
      thread: { title: 'A story', url: expect.any(String) },
    });
  });

  it('comes in pages that neither repeat nor leave out', async () => {
    const count = limits.page.ownReports + 5;
    const reasonId = await reasonOf(server.sql, threadId);
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) ids.push(await post({}, await aReader(server.sql)));
    await server.sql.query(
      `insert into report (id, comment_id, reporter_id, thread_id, reason_id, revision, weight, reported_at)
       select gen_random_uuid(), id, $2, $3, $4, 1, 1, timestamptz '2026-01-01' from unnest($1::uuid[]) as id`,
      [ids, reporterActor.readerId, threadId, reasonId],
    );
    const first = (await reporter.get('/api/v1/me/reports')).body;
    const second = (await reporter.get(`/api/v1/me/reports?cursor=${first.nextCursor}`)).body;
    expect([first.reports.length, second.reports.length, second.nextCursor]).toEqual([limits.page.ownReports, 5, null]);
    const listed = [...first.reports, ...second.reports].map(({ commentId }: { commentId: string }) => commentId);
    expect([...listed].sort()).toEqual([...ids].sort());
    expect((await reporter.get('/api/v1/me/reports?cursor=x')).body.code).toBe('invalid_request');
  });
});

describe('the reasons for reports', () => {
  const path = () => `/api/v1/threads/${threadId}/report-reasons`;

  it('are those that are on and for reports, for anybody, in the order of the site', async () => {
    const editor = await aBrowser(server, await aStaffMember(server.sql, 'editor', siteId));
    const change = async (key: StandardReason, body: object) =>
      editor.send('PATCH', `/api/v1/sites/${siteKey}/reasons/${await reasonOf(server.sql, threadId, key)}`, { body });
    await change('hate', { isOn: false });
    await change('privacy', { isForReports: false });
    await change('illegal', { position: 0 });
    await editor.post(`/api/v1/sites/${siteKey}/reasons`, { title: 'Spoiler', ground: 'rules', rule: 'Rule 4' });
    const { body, headers } = await new BrowserLike(server.url).get(path());
    expect(body.map(({ key, title }: any) => key ?? title)).toEqual([
      'illegal',
      'insult',
      'threat',
      'falsehood',
      'advertising',
      'off_topic',
      'Spoiler',
    ]);
    expect(body[0]).toEqual({ id: await reasonOf(server.sql, threadId, 'illegal'), key: 'illegal', title: null });
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    const again = await fetch(server.url + path(), { headers: { 'if-none-match': headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  it('are not found for a thread that is none', async () => {
    expect((await reporter.get(`/api/v1/threads/${randomUUID()}/report-reasons`)).status).toBe(404);
  });
});

describe('the order in which moderators look at what is reported', () => {
  const setFirst = (id: string, hoursAgo: number) =>
    server.sql.query(`update report set reported_at = now() - make_interval(hours => $2) where comment_id = $1`, [id, hoursAgo]);

  it('begins with what more readers reported', async () => {
    const [one, two] = [await post(), await post()];
    await report(one);
    await report(two);
    expect(await reportedIds()).toEqual([one, two]);
    await report(two, { by: await anotherReader() });
    expect(await reportedIds()).toEqual([two, one]);
  });

  it('begins with what may be against the law', async () => {
    const [one, two] = [await post(), await post()];
    await report(one, { key: 'insult' });
    await report(two, { key: 'illegal' });
    expect(await reportedIds()).toEqual([two, one]);
  });

  it('begins with what more readers touched', async () => {
    const [one, two, three] = [await post(), await post(), await post()];
    for (const id of [one, two, three]) await report(id);
    await post({ parentId: three });
    await post({ parentId: three });
    await get(SetReaction).execute(await aReader(server.sql), two, 'dislike');
    for (const id of [one, two, three]) await report(id, { by: await anotherReader() });
    expect(await reportedIds()).toEqual([three, two, one]);
  });

  it('begins with what is reported by readers who were right before, and knows those who never are', async () => {
    const [right, wrong] = [await aReader(server.sql), await aReader(server.sql)];
    await trackRecord(right, { upheld: 3 });
    await trackRecord(wrong, { dismissed: 4 });
    const [byRight, byNew, byWrong] = [await post(), await post(), await post()];
    await report(byWrong, { by: await aBrowser(server, wrong) });
    await report(byNew);
    await report(byRight, { by: await aBrowser(server, right) });
    expect(await reportedIds()).toEqual([byRight, byNew, byWrong]);
  });

  it('lets what waits long catch up', async () => {
    const [old, fresh] = [await post(), await post()];
    await report(old);
    for (const id of [old, old, fresh, fresh, fresh, fresh]) await report(id, { by: await anotherReader() });
    expect((await reportedIds())[0]).toBe(fresh);
    await setFirst(old, 24);
    await report(old, { by: await anotherReader() });
    await report(fresh, { by: await anotherReader() });
    expect((await reportedIds())[0]).toBe(old);
  });

  it('comes in pages that neither repeat nor leave out', async () => {
    const count = limits.page.reportedComments + 7;
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) ids.push(await post({}, await aReader(server.sql)));
    await server.sql.query(
      `insert into reported_comment (comment_id, site_id, priority, report_count, notice_count, first_at)
       select id, $2, -80000.123456789 - (random() * 3)::int, 1, 0, now() from unnest($1::uuid[]) as id`,
      [ids, siteId],
    );
    const first = (await moderator.get(`/api/v1/sites/${siteKey}/reported`)).body;
    const second = (await moderator.get(`/api/v1/sites/${siteKey}/reported?cursor=${first.nextCursor}`)).body;
    expect([first.comments.length, second.comments.length, second.nextCursor]).toEqual([limits.page.reportedComments, 7, null]);
    expect([...first.comments, ...second.comments].map(({ id }: { id: string }) => id).sort()).toEqual([...ids].sort());
    expect((await moderator.get(`/api/v1/sites/${siteKey}/reported?cursor=x`)).body.code).toBe('invalid_request');
  });
});

describe('what moderators see of a reported comment', () => {
  it('is all that the queue of held ones shows, with the reports, the newest first, and who looks at it', async () => {
    const id = await post({ text: 'You *fool*.' });
    await report(id, { text: 'First.' });
    const second = await aReader(server.sql, { name: `Second ${threadId.slice(0, 8)}` });
    await report(id, { by: await aBrowser(server, second), key: 'hate' });
    await moderator.send('PUT', `/api/v1/comments/${id}/lease`);
    const { body, headers } = await moderator.get(`/api/v1/sites/${siteKey}/reported`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({
      nextCursor: null,
      comments: [
        {
          id,
          thread: { id: threadId, articleKey: expect.any(String), title: 'A story', url: expect.any(String) },
          parents: [],
          author: { id: author.readerId, name: `Author ${threadId.slice(0, 8)}` },
          text: 'You *fool*.',
          body: expect.any(Array),
          revision: 1,
          postedAt: expect.any(String),
          editedAt: null,
          findings: [],
          reportCount: 2,
          noticeCount: 0,
          reports: [
            {
              id: expect.any(String),
              reporter: { id: second.readerId, name: `Second ${threadId.slice(0, 8)}` },
              reason: { id: await reasonOf(server.sql, threadId, 'hate'), key: 'hate', title: null, ground: 'rules' },
              text: null,
              revision: 1,
              reportedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
            },
            expect.objectContaining({ reporter: { id: reporterActor.readerId, name: `Reporter ${threadId.slice(0, 8)}` }, text: 'First.' }),
          ],
          notices: [],
          lease: { by: { id: expect.any(String), name: expect.any(String) }, until: expect.any(String) },
        },
      ],
    });
  });

  it('has all of them counted, and the newest shown', async () => {
    const id = await post();
    const count = limits.report.shownPerComment + 3;
    for (let index = 0; index < count; index += 1) await report(id, { by: await anotherReader(), text: `${index}` });
    const [comment] = await reported();
    expect([comment.reportCount, comment.reports.length, comment.reports[0].text]).toEqual([
      count,
      limits.report.shownPerComment,
      `${count - 1}`,
    ]);
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['is held by a colleague', (id) => decide(id, 'hold')],
    ['is removed', (id) => decide(id, 'remove')],
    ['is withdrawn', (id) => get(WithdrawComment).execute(author, id)],
    [
      'is held by an edit',
      async (id) => {
        await changeMode(server.sql, threadId, 'premoderated');
        await (await aBrowser(server, author)).send('PATCH', `/api/v1/comments/${id}`, { body: { revision: 1, text: 'Another.' } });
      },
    ],
  ])('goes from the list when it %s', async (_, act) => {
    const id = await post();
    await report(id);
    expect(await reportedIds()).toEqual([id]);
    await act(id);
    expect(await reportedIds()).toEqual([]);
    expect((await server.sql.query('select from reported_comment where comment_id = $1', [id])).rows).toEqual([]);
  });
});

describe('who sees what is reported on a site', () => {
  it.each<[Role | 'reader' | 'visitor', 'own' | 'foreign', number, number]>([
    ['administrator', 'own', 200, 201],
    ['editor', 'own', 200, 201],
    ['editor', 'foreign', 404, 404],
    ['moderator', 'own', 200, 201],
    ['moderator', 'foreign', 404, 404],
    ['staff', 'own', 404, 404],
    ['reader', 'own', 401, 401],
    ['visitor', 'own', 401, 401],
  ])('%s of the %s site: list %d, keep %d', async (role, place, listing, keeping) => {
    const id = await post();
    await report(id);
    const roleSite = place === 'own' ? siteId : await anotherSite();
    const caller = await callerWith(role, roleSite);
    expect((await caller.get(`/api/v1/sites/${siteKey}/reported`)).status).toBe(listing);
    expect((await caller.post(`/api/v1/comments/${id}/decisions`, { verdict: 'keep', revision: 1 })).status).toBe(keeping);
  });

  it.each<[Role | 'reader' | 'visitor', number]>([
    // A session of the console is none of the frame.
    ['administrator', 401],
    ['moderator', 401],
    ['reader', 201],
    ['visitor', 401],
  ])('%s reports: %d', async (role, status) => {
    const caller = await callerWith(role, siteId);
    expect((await report(await post(), { by: caller })).status).toBe(status);
    expect((await caller.get('/api/v1/me/reports')).status).toBe(status === 201 ? 200 : 401);
  });

  async function anotherSite(): Promise<string> {
    return (await server.sql.query('select site_id from thread where id = $1', [await aThread(server.sql)])).rows[0].site_id;
  }

  async function callerWith(role: Role | 'reader' | 'visitor', roleSite: string): Promise<BrowserLike> {
    if (role === 'visitor') return new BrowserLike(server.url);
    if (role === 'reader') return anotherReader();
    return aBrowser(server, await aStaffMember(server.sql, role, role === 'administrator' ? undefined : roleSite));
  }
});
