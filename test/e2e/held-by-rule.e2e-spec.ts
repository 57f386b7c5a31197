import type { HeldPage } from '../../contract/moderation';
import type { ScreeningRule } from '../../contract/screening';
import { aPost, aReader, aThread } from '../builders/conversation';
import { aBrowser, aStaffMember } from '../builders/staff';
import type { BrowserLike } from '../support/browser-like';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let threadId: string;
let site: { id: string; key: string };
let reader: BrowserLike;
let browser: BrowserLike;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

beforeEach(async () => {
  threadId = await aThread(server.sql);
  site = (await server.sql.query('select s.id, s.key from thread t join site s on s.id = t.site_id where t.id = $1', [threadId])).rows[0];
  reader = await aBrowser(server, await aReader(server.sql));
  browser = await aBrowser(server, await aStaffMember(server.sql, 'editor', site.id));
  await browser.send('PATCH', `/api/v1/sites/${site.key}/screening`, { body: { maxLinks: 0, newReaderComments: 3 } });
});

const link = 'See https://spam.example.org/now';

async function post(text = 'A calm thought.', by = reader): Promise<string> {
  const { status, body } = await by.post(`/api/v1/threads/${threadId}/comments`, { ...aPost({ text }), sendAnyway: true });
  expect([status, body.own?.status]).toEqual([201, 'held']);
  return body.own.id;
}

async function held(rule?: ScreeningRule, cursor?: string): Promise<HeldPage> {
  const query = new URLSearchParams({ ...(rule && { rule }), ...(cursor && { cursor }) });
  const { status, body } = await browser.get(`/api/v1/sites/${site.key}/held?${query}`);
  expect([status, body]).toEqual([200, expect.anything()]);
  return body;
}

const idsOf = async (rule?: ScreeningRule) => (await held(rule)).comments.map(({ id }) => id);
const decide = (id: string, verdict: string) => browser.post(`/api/v1/comments/${id}/decisions`, { verdict, revision: 1 });

describe('what is held, by rule', () => {
  it('is what the rule found something in, oldest first, whatever else was found', async () => {
    const calm = await post();
    const both = await post(link);
    expect(await idsOf()).toEqual([calm, both]);
    expect(await idsOf('new_reader')).toEqual([calm, both]);
    expect(await idsOf('links')).toEqual([both]);
    expect(await idsOf('scorer')).toEqual([]);
    const [comment] = (await held('links')).comments;
    expect(comment?.findings.map(({ rule }) => rule).sort()).toEqual(['links', 'new_reader']);
  });

  it('moves with every decision and its undo, a withdrawal, and an edit that is held for something else', async () => {
    const [one, other, third] = [await post(link), await post(link), await post()];
    await decide(one, 'publish');
    expect(await idsOf('links')).toEqual([other]);
    await decide(one, 'hold');
    expect(await idsOf('links')).toEqual([one, other]);
    await reader.send('DELETE', `/api/v1/comments/${other}`);
    expect(await idsOf('links')).toEqual([one]);
    const edit = { revision: 1, text: link, sendAnyway: true };
    expect((await reader.send('PATCH', `/api/v1/comments/${third}`, { body: edit })).status).toBe(200);
    expect(await idsOf('links')).toEqual([one, third]);
  });

  it('says who looks at what, as the whole queue does', async () => {
    const id = await post(link);
    await browser.send('PUT', `/api/v1/comments/${id}/lease`);
    expect((await held('links')).comments).toMatchObject([{ id, lease: { by: { id: expect.any(String) } } }]);
  });

  it('is paged by cursor, each once, and goes on after what was decided', async () => {
    const ids: string[] = [];
    await server.sql.query(
      `with made as (select uuidv7() as id, n from generate_series(1, 120) n),
            held as (insert into comment (id, thread_id, root_id, depth, author_id, client_id, request_digest, status, text, body, posted_at)
              select id, $1, id, 0, (select id from reader limit 1), gen_random_uuid(), '', 'held', 'x', '[]', now() - interval '1 hour' + n * interval '1 second' from made returning id)
       select count(*) from held`,
      [threadId],
    );
    await server.sql.query(
      `insert into finding (comment_id, revision, rule, policy_version, outcome, evidence)
       select id, 1, case when row_number() over (order by posted_at) % 2 = 0 then 'links' else 'watched_words' end, 1, 'hold', '{"excerpts": []}'
         from comment where thread_id = $1`,
      [threadId],
    );
    let cursor: string | undefined;
    do {
      const page = await held('links', cursor);
      ids.push(...page.comments.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
      if (cursor !== undefined) await decide(ids.at(-1) ?? '', 'publish');
    } while (cursor !== undefined);
    expect(ids.length).toBe(60);
    expect(new Set(ids).size).toBe(60);
    expect(await idsOf('links')).toEqual(ids.slice(0, 49).concat(ids.slice(50, 51)));
  });

  it('is of the site alone, and for those alone who moderate it', async () => {
    const id = await post(link);
    const elsewhere = await aThread(server.sql);
    const { rows } = await server.sql.query('select s.id, s.key from thread t join site s on s.id = t.site_id where t.id = $1', [
      elsewhere,
    ]);
    const path = `/api/v1/sites/${site.key}/held?rule=links`;
    const foreign = await aBrowser(server, await aStaffMember(server.sql, 'editor', rows[0].id));
    const staff = await aBrowser(server, await aStaffMember(server.sql, 'staff', site.id));
    const moderator = await aBrowser(server, await aStaffMember(server.sql, 'moderator', site.id));
    const administrator = await aBrowser(server, await aStaffMember(server.sql, 'administrator'));
    for (const [by, status] of [
      [foreign, 404],
      [staff, 404],
      [reader, 401],
      [moderator, 200],
      [administrator, 200],
    ] as const)
      expect((await by.get(path)).status).toBe(status);
    expect((await foreign.get(`/api/v1/sites/${rows[0].key}/held?rule=links`)).body.comments).toEqual([]);
    expect(await idsOf('links')).toEqual([id]);
  });

  it.each(['rule=spam', 'rule=', 'rule=links&rule=scorer', 'rule=links&cursor=x'])('is not asked for by %s', async (query) => {
    const { status, body } = await browser.get(`/api/v1/sites/${site.key}/held?${query}`);
    expect([status, body.code]).toEqual([400, 'invalid_request']);
  });
});
