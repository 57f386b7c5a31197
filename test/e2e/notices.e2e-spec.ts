import { randomUUID } from 'node:crypto';
import { limits } from '../../contract/limits';
import { PostComment } from '../../src/comments/post-comment';
import { WithdrawComment } from '../../src/comments/withdraw-comment';
import type { ReaderActor } from '../../src/platform/access';
import { aPost, aReader, aThread } from '../builders/conversation';
import { aBrowser, aReason, aStaffMember } from '../builders/staff';
import { BrowserLike } from '../support/browser-like';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let threadId: string;
let siteKey: string;
let commentId: string;
let author: ReaderActor;
let moderator: BrowserLike;
let visitors = 0;

beforeAll(async () => {
  server = await startTestApp({ TRUSTED_PROXIES: '127.0.0.1' });
});
afterAll(() => server.close());

beforeEach(async () => {
  threadId = await aThread(server.sql);
  const { rows } = await server.sql.query('select s.id, s.key from thread t join site s on s.id = t.site_id where t.id = $1', [threadId]);
  siteKey = rows[0].key;
  author = await aReader(server.sql);
  moderator = await aBrowser(server, await aStaffMember(server.sql, 'moderator', rows[0].id));
  commentId = await post();
});

const post = async (): Promise<string> => (await server.app.get(PostComment, { strict: false }).execute(author, threadId, aPost())).own.id;
const visitor = () => new BrowserLike(server.url);
const complete = {
  explanation: 'It names my address.',
  law: '§ 126a StGB',
  name: 'Nora Notifier',
  email: 'Nora@Example.org',
  isGoodFaith: true,
};
const decide = async (id: string, verdict: string) =>
  moderator.post(`/api/v1/comments/${id}/decisions`, { verdict, revision: 1, reasonId: await aReason(server.sql, id) });

function nextAddress(): string {
  visitors += 1;
  return `203.0.113.${visitors}`;
}

/** From an address of its own, unless one is given. */
function send(given: object = complete, { id = commentId, from = nextAddress() } = {}) {
  return visitor().post(`/api/v1/comments/${id}/notices`, given, { 'x-forwarded-for': from });
}

const look = (reference: string, from = nextAddress()) =>
  visitor().get(`/api/v1/notices/${encodeURIComponent(reference)}`, { 'x-forwarded-for': from });

describe('a notice of illegal content', () => {
  it('is taken from anybody, with a receipt, and stands before the moderators without an address', async () => {
    const { status, body } = await send();
    expect([status, body]).toEqual([
      201,
      { reference: expect.stringMatching(/^N-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/), receivedAt: expect.any(String) },
    ]);
    const queue = (await moderator.get(`/api/v1/sites/${siteKey}/reported`)).body;
    expect(queue.comments).toMatchObject([{ id: commentId, reportCount: 0, noticeCount: 1, reports: [] }]);
    expect(queue.comments[0].notices).toEqual([
      {
        reference: body.reference,
        name: 'Nora Notifier',
        explanation: 'It names my address.',
        law: '§ 126a StGB',
        isAboutMinors: false,
        revision: 1,
        receivedAt: body.receivedAt,
      },
    ]);
    expect(JSON.stringify(queue)).not.toMatch(/nora@example/i);
    const { rows } = await server.sql.query('select email from notice where comment_id = $1', [commentId]);
    expect(rows).toEqual([{ email: 'nora@example.org' }]);
  });

  it.each<[string, object, string[]]>([
    ['no name', { ...complete, name: undefined }, ['name']],
    ['no address', { ...complete, email: undefined }, ['email']],
    ['neither', { explanation: 'A lie.', isGoodFaith: true }, ['name', 'email']],
    [
      'neither, though it says that it is not about minors',
      { explanation: 'A lie.', isAboutMinors: false, isGoodFaith: true },
      ['name', 'email'],
    ],
    ['an address that is none', { ...complete, email: 'nora' }, ['email']],
    ['no word on good faith', { ...complete, isGoodFaith: undefined }, ['isGoodFaith']],
    ['no good faith', { ...complete, isGoodFaith: false }, ['isGoodFaith']],
    ['no explanation', { ...complete, explanation: undefined }, ['explanation']],
    ['a blank explanation', { ...complete, explanation: ' \n\u0000 ' }, ['explanation']],
    ['a long explanation', { ...complete, explanation: 'a'.repeat(limits.report.explanationMaxLength + 1) }, ['explanation']],
    ['something it does not have', { ...complete, outcome: 'upheld' }, ['outcome']],
  ])('with %s is refused', async (_, given, fields) => {
    const { status, body } = await send(given);
    expect([status, body.code, body.errors.map(({ field }: { field: string }) => field)]).toEqual([400, 'invalid_request', fields]);
    expect((await server.sql.query('select from notice where comment_id = $1', [commentId])).rows).toEqual([]);
  });

  it('needs nobody’s name where it is about a sexual offence against minors', async () => {
    expect((await send({ explanation: 'A child is shown.', isAboutMinors: true, isGoodFaith: true })).status).toBe(201);
    const { body } = await moderator.get(`/api/v1/sites/${siteKey}/reported`);
    expect(body.comments[0].notices).toMatchObject([{ name: null, law: null, isAboutMinors: true }]);
  });

  it('is the same when it is sent again within a day, also many times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => send({ ...complete, email: 'nora@example.ORG' })));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const { reference } = answers[0]!.body;
    expect((await send()).body.reference).toBe(reference);
    await server.sql.query(`update notice set received_at = received_at - interval '25 hours' where reference = $1`, [reference]);
    expect((await send()).body.reference).not.toBe(reference);
  });

  it('is another with other words, so that an address does not tell whether its owner has sent one', async () => {
    const { reference } = (await send()).body;
    const other = await send({ ...complete, explanation: 'Somebody tries.' });
    expect(other.body.reference).not.toBe(reference);
    expect(Date.parse(other.body.receivedAt)).toBeGreaterThan(Date.now() - 5_000);
    const elsewhere = await send(complete, { id: await post() });
    expect(elsewhere.body.reference).not.toBe(reference);
  });

  it('of what is not public is not found, as of one that never was', async () => {
    const gone = await post();
    await server.app.get(WithdrawComment, { strict: false }).execute(author, gone);
    await decide(commentId, 'remove');
    const answers = [await send(), await send(complete, { id: gone }), await send(complete, { id: randomUUID() })];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(3).fill([404, 'not_found']));
  });

  it('comes from a page of the service alone', async () => {
    const answer = await visitor().post(`/api/v1/comments/${commentId}/notices`, complete, { 'sec-fetch-site': 'cross-site' });
    expect([answer.status, answer.body.code]).toEqual([403, 'cross_site_request']);
  });

  it('is refused from an address that sends more than anybody would', async () => {
    const from = '198.51.100.7';
    for (let count = 0; count < limits.rates.noticesPerAddress.points; count += 1) await send(complete, { from });
    const answer = await send(complete, { from });
    expect([answer.status, answer.body.code]).toEqual([429, 'too_many_requests']);
    expect((await send()).status).toBe(201);
  });

  it('weighs more than a report', async () => {
    const other = await post();
    const { rows } = await server.sql.query(
      `select r.id from reason r join site s on s.id = r.site_id where s.key = $1 and r.key = 'hate'`,
      [siteKey],
    );
    for (let count = 0; count < 3; count += 1)
      await (await aBrowser(server, await aReader(server.sql))).post(`/api/v1/comments/${other}/reports`, { reasonId: rows[0].id });
    await send();
    const { body } = await moderator.get(`/api/v1/sites/${siteKey}/reported`);
    expect(body.comments.map(({ id }: { id: string }) => id)).toEqual([commentId, other]);
  });
});

describe('the reference of a notice', () => {
  it('says what became of it and when, and nothing else', async () => {
    const { reference, receivedAt } = (await send()).body;
    const { status, body, headers } = await look(reference);
    expect([status, body, headers.get('cache-control')]).toEqual([200, { status: 'open', receivedAt, settledAt: null }, 'no-store']);
    await decide(commentId, 'remove');
    expect((await look(reference)).body).toEqual({ status: 'upheld', receivedAt, settledAt: expect.any(String) });
    await decide(commentId, 'publish');
    expect((await look(reference)).body.status).toBe('dismissed');
  });

  it('is read however it was written down', async () => {
    await server.sql.query('delete from notice where comment_id = $1', [commentId]);
    const { reference } = (await send()).body;
    await server.sql.query(`update notice set reference = 'N-01AB-10CD' where reference = $1`, [reference]);
    for (const written of ['n-01ab-10cd', 'N 01AB 10CD', '01ab10cd', 'N-OIAB-L0CD'])
      expect([written, (await look(written)).status]).toEqual([written, 200]);
    await server.sql.query('delete from notice where comment_id = $1', [commentId]);
  });

  it.each(['N-0000-0000', 'N-7KQ3', 'none', '%00', 'N-UUUU-UUUU'])('that is none is not found: %s', async (reference) => {
    expect((await look(reference)).status).toBe(404);
  });

  it('is not found by guessing: an address has few tries', async () => {
    const from = '198.51.100.9';
    for (let count = 0; count < limits.rates.noticeLookUpsPerAddress.points; count += 1) await look('N-0000-0000', from);
    expect((await look('N-0000-0000', from)).status).toBe(429);
    expect((await look('N-0000-0000')).status).toBe(404);
  });
});
