import { createHash, randomUUID } from 'node:crypto';
import type { CivilComment } from '../../contract/moderation';
import type { ReaderActor } from '../../src/platform/access';
import { aReader } from '../builders/conversation';
import { reasonOf } from '../builders/reports';
import { aBrowser, aReason, aStaffMember } from '../builders/staff';
import { SearchedSite } from '../support/searched-site';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let place: SearchedSite;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());
beforeEach(async () => {
  place = await SearchedSite.make(server);
});

const path = (key = place.site.key) => `/api/v1/sites/${key}/civil-comments`;
/** Long enough, and no two alike: digits would be read as letters. */
const text = (number: number) =>
  createHash('sha256')
    .update(String(number))
    .digest('hex')
    .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '')
    .replace(/.{6}/g, '$& ')
    .trim();

async function liked(number: number, given: { likes?: number; dislikes?: number; text?: string } = {}): Promise<string> {
  const id = await place.post(given.text ?? text(number));
  await server.sql.query('update comment set likes = $2, dislikes = $3 where id = $1', [id, given.likes ?? 5, given.dislikes ?? 0]);
  return id;
}

async function listed(): Promise<CivilComment[]> {
  await place.prepared();
  const { status, body } = await place.moderator.get(path());
  expect(status).toBe(200);
  return body;
}

const idsListed = async () => (await listed()).map(({ id }) => id);

describe('civil comments', () => {
  it('are those that readers like, the best liked first, with nothing beside that', async () => {
    const [good, better] = [await liked(1), await liked(2, { likes: 20 })];
    await liked(3, { likes: 2 });
    await liked(4, { likes: 8, dislikes: 3 });
    await liked(5, { text: 'Short.' });
    expect(await idsListed()).toEqual([better, good]);
    expect((await listed())[0]).toEqual({ id: better, title: expect.any(String), author: expect.any(String), text: text(2), likes: 20 });
  });

  it('are of the newest of the last thirty days', async () => {
    const old = await liked(1);
    await place.prepared();
    await server.sql.query(`update comment set posted_at = now() - interval '31 days' where id = $1`, [old]);
    await server.sql.query(`update comment_document set posted_at = now() - interval '31 days' where comment_id = $1`, [old]);
    expect(await idsListed()).toEqual([]);
  });

  it('are none that is not published, that anybody reported or restricted, that was found, or whose author is limited', async () => {
    const canaries: string[] = [];
    const canary = async (spoil: (id: string) => Promise<unknown>) => {
      const id = await liked(canaries.length, { text: `canary: ${text(canaries.length)}` });
      canaries.push(id);
      await spoil(id);
    };
    const decide = async (id: string, verdict: string) => {
      const reasonId = verdict === 'remove' || verdict === 'reject' ? await aReason(server.sql, id) : undefined;
      expect((await place.moderator.post(`/api/v1/comments/${id}/decisions`, { verdict, revision: 1, reasonId })).status).toBe(201);
    };
    const other = await aBrowser(server, await aReader(server.sql));
    const good = await liked(99);
    await decide(good, 'hold');
    await decide(good, 'publish');
    await canary((id) => decide(id, 'remove'));
    await canary((id) => decide(id, 'hold'));
    await canary(async (id) => {
      await decide(id, 'hold');
      await decide(id, 'reject');
    });
    await canary(async (id) => {
      await decide(id, 'remove');
      await decide(id, 'publish');
    });
    await canary((id) => place.reader.send('DELETE', `/api/v1/comments/${id}`));
    await canary(async (id) => {
      const reasonId = await reasonOf(server.sql, place.threadId);
      expect((await other.post(`/api/v1/comments/${id}/reports`, { reasonId })).status).toBe(201);
    });
    await canary((id) =>
      server.sql.query(
        `insert into finding (comment_id, revision, rule, policy_version, outcome, evidence) values ($1, 1, 'links', 1, 'hold', '{"excerpts": []}')`,
        [id],
      ),
    );
    expect(await idsListed()).toEqual([good]);
    const statement = await place.moderator.post(`/api/v1/sites/${place.site.key}/sanctions`, {
      id: randomUUID(),
      readerId: place.author.readerId,
      kind: 'hold',
      reasonId: await aReason(server.sql, good),
    });
    expect(statement.status).toBe(201);
    expect(await idsListed()).toEqual([]);
  });

  it('are of the site alone, for those alone who moderate it', async () => {
    const id = await liked(1);
    const elsewhere = await SearchedSite.make(server);
    await elsewhere.post(text(1));
    expect(await idsListed()).toEqual([id]);
    const callers: [ReaderActor, number][] = [
      [await aStaffMember(server.sql, 'administrator'), 200],
      [await aStaffMember(server.sql, 'editor', place.site.id), 200],
      [await aStaffMember(server.sql, 'moderator', elsewhere.site.id), 404],
      [await aStaffMember(server.sql, 'staff', place.site.id), 404],
      [place.author, 401],
    ];
    for (const [actor, status] of callers) expect((await (await aBrowser(server, actor)).get(path())).status).toBe(status);
    const answer = await elsewhere.moderator.get(path(elsewhere.site.key));
    expect(answer.body).toEqual([]);
    expect((await place.moderator.get(path('nowhere'))).status).toBe(404);
  });
});
