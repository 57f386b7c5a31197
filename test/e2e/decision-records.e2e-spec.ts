import { get } from 'node:http';
import type { DecisionRecord } from '../../contract/decision-records';
import { PostComment } from '../../src/comments/post-comment';
import { DecisionRecordsRepository } from '../../src/moderation/decision-records.repository';
import type { ReaderActor, Role } from '../../src/platform/access';
import { aPost, aReader, aThread } from '../builders/conversation';
import { aBrowser, aReason, aStaffMember } from '../builders/staff';
import { BrowserLike } from '../support/browser-like';
import { until } from '../support/live-reader';
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
  threadId = await aThread(server.sql, { mode: 'premoderated' });
  const { rows } = await server.sql.query('select s.id, s.key from thread t join site s on s.id = t.site_id where t.id = $1', [threadId]);
  [siteId, siteKey] = [rows[0].id, rows[0].key];
  moderator = await aStaffMember(server.sql, 'moderator', siteId);
  browser = await aBrowser(server, moderator);
});

async function aHeldComment(text = 'Please look at this.'): Promise<string> {
  return (await server.app.get(PostComment, { strict: false }).execute(author, threadId, aPost({ text }))).own.id;
}

async function decide(id: string, verdict: string, given: { by?: BrowserLike; message?: string; revision?: number } = {}): Promise<void> {
  const { by = browser, ...rest } = given;
  const reasonId = await aReason(server.sql, id);
  const { status } = await by.post(`/api/v1/comments/${id}/decisions`, { verdict, revision: 1, reasonId, ...rest });
  expect(status).toBe(201);
}

/** So many at the same moment, written as the version before writes them: without the site. */
async function manyDecisions(count: number): Promise<string> {
  const id = await aHeldComment();
  await server.sql.query(
    `insert into decision (id, comment_id, revision, from_status, to_status, decided_by, decided_at)
     select gen_random_uuid(), $1, 1, 'held', 'published', $2, '2026-01-01T00:00:00.000123Z'::timestamptz + (n / 3) * interval '1 microsecond'
       from generate_series(1, $3::int) n`,
    [id, moderator.readerId, count],
  );
  return id;
}

const list = (query: Record<string, string> = {}, by = browser) =>
  by.get(`/api/v1/sites/${siteKey}/decisions?${new URLSearchParams(query)}`);
const decisions = async (query: Record<string, string> = {}): Promise<DecisionRecord[]> => (await list(query)).body.decisions;
const cookie = () => `__Host-parley-console=${browser.cookie('__Host-parley-console')}`;
const csv = (query: Record<string, string> = {}) =>
  fetch(`${server.url}/api/v1/sites/${siteKey}/decisions.csv?${new URLSearchParams(query)}`, { headers: { cookie: cookie() } });

/** The cells of RFC 4180. */
function cellsOf(text: string): string[][] {
  return text
    .split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .filter(Boolean)
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, cell = '']) => cell.replaceAll('""', '"')));
}

describe('the record of decisions', () => {
  it('is read by who moderates the site, and looks unknown to everybody else', async () => {
    const other = await aThread(server.sql);
    const { rows } = await server.sql.query('select site_id from thread where id = $1', [other]);
    const staff = (role: Role, site?: string) => aStaffMember(server.sql, role, site).then((member) => aBrowser(server, member));
    const callers: [string, BrowserLike, number][] = [
      ['visitor', new BrowserLike(server.url), 401],
      ['reader', await aBrowser(server, await aReader(server.sql)), 401],
      ['staff', await staff('staff', siteId), 404],
      ['moderator of another site', await staff('moderator', rows[0].site_id), 404],
      ['moderator', browser, 200],
      ['editor', await staff('editor', siteId), 200],
      ['administrator', await staff('administrator'), 200],
    ];
    for (const [name, caller, expected] of callers) {
      const told = await list({}, caller);
      const headers = { cookie: `__Host-parley-console=${caller.cookie('__Host-parley-console')}` };
      const table = await fetch(`${server.url}/api/v1/sites/${siteKey}/decisions.csv`, { headers });
      expect([name, told.status, table.status]).toEqual([name, expected, expected]);
    }
    expect((await browser.get('/api/v1/sites/none/decisions')).status).toBe(404);
  });

  it('says who decided what, when and why, with the text that was decided on', async () => {
    const id = await aHeldComment(`First words. ${'x'.repeat(600)}`);
    await decide(id, 'reject', { message: 'Be kind.' });
    await server.sql.query(
      `insert into comment_revision (comment_id, revision, text, replaced_at) select id, 1, text, now() from comment where id = $1`,
      [id],
    );
    await server.sql.query(`update comment set text = 'Now harmless.', revision = 2 where id = $1`, [id]);
    await decide(id, 'hold', { revision: 2 });
    const [second, first] = await decisions();
    expect(first).toEqual({
      id: expect.any(String),
      comment: {
        id,
        excerpt: `First words. ${'x'.repeat(267)}`,
        author: { id: author.readerId, name: expect.any(String) },
        articleTitle: 'A story',
        articleUrl: expect.stringContaining('https://'),
      },
      revision: 1,
      from: 'held',
      to: 'rejected',
      reason: { key: 'insult', title: null, ground: 'rules', rule: null },
      message: 'Be kind.',
      decidedBy: { id: moderator.readerId, name: expect.any(String) },
      decidedAt: expect.stringMatching(/\.\d{6}Z$/),
    });
    expect([second?.to, second?.comment.excerpt, second?.reason]).toEqual(['held', 'Now harmless.', null]);
    expect(JSON.stringify([first, second])).not.toContain('@');
  });

  it('knows no decision of another site', async () => {
    await decide(await aHeldComment(), 'publish');
    siteKey = (
      await server.sql.query(`insert into site (id, key, name, origins) values (gen_random_uuid(), 'quiet', 'Quiet', '{}') returning key`)
    ).rows[0].key;
    const administrator = await aBrowser(server, await aStaffMember(server.sql, 'administrator'));
    expect((await list({}, administrator)).body).toEqual({ decisions: [], nextCursor: null });
  });

  it('is filtered by whom, what, and when', async () => {
    const editor = await aStaffMember(server.sql, 'editor', siteId);
    const editorsBrowser = await aBrowser(server, editor);
    const [one, two] = [await aHeldComment(), await aHeldComment()];
    await decide(one, 'publish');
    await decide(two, 'reject', { by: editorsBrowser });
    await decide(one, 'remove', { by: editorsBrowser });
    const [removed, rejected, published] = await decisions();
    const found = async (query: Record<string, string>) => (await decisions(query)).map(({ to }) => to);
    expect(await found({ by: editor.readerId })).toEqual(['removed', 'rejected']);
    expect(await found({ to: 'published' })).toEqual(['published']);
    expect(await found({ by: editor.readerId, to: 'rejected' })).toEqual(['rejected']);
    expect(await found({ from: rejected?.decidedAt ?? '' })).toEqual(['removed', 'rejected']);
    expect(await found({ until: rejected?.decidedAt ?? '' })).toEqual(['published']);
    expect(await found({ from: published?.decidedAt ?? '', until: removed?.decidedAt ?? '' })).toEqual(['rejected', 'published']);
    for (const wrong of [{ by: 'me' }, { to: 'withdrawn' }, { from: 'yesterday' }, { cursor: 'x' }])
      expect((await list(wrong as never)).status).toBe(400);
  });

  it('is read page by page, those of one moment too, without any twice or left out', async () => {
    await manyDecisions(170);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body }: { body: any } = await list(cursor === '' ? {} : { cursor });
      seen.push(...body.decisions.map(({ id }: DecisionRecord) => id));
      cursor = body.nextCursor;
    }
    const { rows } = await server.sql.query('select id from decision where site_id = $1 order by decided_at desc, id desc', [siteId]);
    expect(seen).toEqual(rows.map(({ id }) => id));
    expect(seen).toHaveLength(170);
  });
});

describe('the table of decisions', () => {
  it('is what the list says, in cells that no spreadsheet takes for a formula', async () => {
    await decide(await aHeldComment('=HYPERLINK("https://evil.example","look")\nand more'), 'reject', { message: '@SUM(A1)' });
    await decide(await aHeldComment('A "calm" thought, in two parts.'), 'publish');
    const answer = await csv();
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([
      200,
      'text/csv; charset=utf-8',
      'attachment; filename="decisions.csv"',
    ]);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head = [], ...lines] = cellsOf(bytes.subarray(3).toString());
    const column = (name: string) => lines.map((line) => line[head.indexOf(name)]);
    expect(column('text')).toEqual(['A "calm" thought, in two parts.', `'=HYPERLINK("https://evil.example","look")\nand more`]);
    expect([column('reason'), column('message')]).toEqual([
      ['', 'insult'],
      ['', "'@SUM(A1)"],
    ]);
    expect(column('to')).toEqual(['published', 'rejected']);
    expect(lines.map(({ length }) => length)).toEqual([head.length, head.length]);
    const filtered = cellsOf(await (await csv({ to: 'rejected' })).text());
    expect(filtered).toHaveLength(2);
  });

  it('has every line once, however many batches it takes', async () => {
    await manyDecisions(2_503);
    const lines = (await (await csv()).text()).split('\r\n');
    expect(lines).toHaveLength(2_503 + 2);
    expect(new Set(lines).size).toBeGreaterThan(800);
  });

  it('is read no further than somebody takes it, and not at all once they are gone', async () => {
    await manyDecisions(30_000);
    const read = jest.spyOn(server.app.get(DecisionRecordsRepository, { strict: false }), 'listRecords');
    const request = get(`${server.url}/api/v1/sites/${siteKey}/decisions.csv`, { headers: { cookie: cookie() } });
    const answer = await new Promise<import('node:http').IncomingMessage>((resolve) => request.once('response', resolve));
    await new Promise((resolve) => answer.once('readable', resolve));
    let before = -1;
    await until('it waits for whoever reads', async () => {
      const isStill = read.mock.calls.length === before;
      before = read.mock.calls.length;
      await new Promise((resolve) => setTimeout(resolve, 300));
      return isStill;
    });
    expect(before).toBeLessThan(50);
    answer.destroy();
    await until('the connection is closed', () => request.destroyed);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(read.mock.calls.length).toBeLessThanOrEqual(before + 1);
  });
});

describe('a decision', () => {
  it('has the site of its comment, whether or not it is named, and its record is refused to change', async () => {
    const id = await manyDecisions(1);
    const { rows } = await server.sql.query('select site_id from decision where comment_id = $1', [id]);
    expect(rows).toEqual([{ site_id: siteId }]);
    await expect(server.sql.query('update decision set site_id = null')).rejects.toThrow('append-only');
  });
});
