import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SetScorerRequest } from '../../contract/scorer';
import type { ReaderActor, Role } from '../../src/platform/access';
import { Egress } from '../../src/platform/egress';
import { aPost, aReader, aThread } from '../builders/conversation';
import { aBrowser, aStaffMember } from '../builders/staff';
import type { BrowserLike } from '../support/browser-like';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let service: Server;
let port: number;
let threadId: string;
let siteId: string;
let at: string;
let editor: BrowserLike;
let reader: BrowserLike;
let author: ReaderActor;
let asked: { text: string; authorization: string | undefined }[];
let answer: string | undefined;

const settings: SetScorerRequest = {
  isOn: true,
  url: 'https://scorer.example/score',
  holdFrom: 0.8,
  timeLimitMilliseconds: 300,
  whenUnreachable: 'publish',
};

beforeAll(async () => {
  server = await startTestApp();
  service = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      asked.push({ ...JSON.parse(body), authorization: request.headers.authorization });
      if (answer !== undefined) response.end(answer);
    });
  });
  await new Promise<void>((done) => {
    service.listen(0, '127.0.0.1', done);
  });
  port = (service.address() as AddressInfo).port;
});
afterAll(async () => {
  service.closeAllConnections();
  service.close();
  await server.close();
});
beforeEach(async () => {
  asked = [];
  answer = '{"score":0.1}';
  threadId = await aThread(server.sql);
  const { rows } = await server.sql.query('select s.id, s.key from thread t join site s on s.id = t.site_id where t.id = $1', [threadId]);
  siteId = rows[0].id;
  at = `/api/v1/sites/${rows[0].key}/screening/scorer`;
  editor = await aBrowser(server, await aStaffMember(server.sql, 'editor', siteId));
  author = await aReader(server.sql);
  reader = await aBrowser(server, author);
});

const put = (given: object = {}, by = editor) => by.send('PUT', at, { body: { ...settings, ...given } });
const post = async (text = 'A calm thought.') => (await reader.post(`/api/v1/threads/${threadId}/comments`, aPost({ text }))).body;
const held = async () => (await editor.get(`${at.replace('/screening/scorer', '')}/held`)).body.comments;

/** Set by an editor, and then moved to this machine, which for this test is the public internet. */
async function aScorer(given: Partial<SetScorerRequest> = {}): Promise<void> {
  expect((await put(given)).status).toBe(200);
  await server.sql.query('update scorer set url = $2 where site_id = $1', [siteId, `http://127.0.0.1:${port}/${siteId}`]);
  const everywhere = { protocols: ['http:'], mayReach: () => true, resolve: () => undefined };
  jest.replaceProperty(server.app.get(Egress) as unknown as { reach: object }, 'reach', everywhere);
}

afterEach(() => jest.restoreAllMocks());

describe('a text that is scored', () => {
  it('is published below the threshold, and held from it on, with its score', async () => {
    await aScorer({ secret: 'hush' });
    expect((await post('First.')).own.status).toBe('published');
    answer = '{"score":0.8}';
    const { own } = await post('Second.');
    expect(own.status).toBe('held');
    expect(await held()).toMatchObject([
      { id: own.id, findings: [{ rule: 'scorer', excerpts: [], evidence: { score: 0.8, holdFrom: 0.8 } }] },
    ]);
    expect(asked).toEqual(['First.', 'Second.'].map((text) => ({ text, authorization: 'Bearer hush' })));
  });

  it('is scored again when it comes by an edit', async () => {
    await aScorer();
    const { own } = await post();
    answer = '{"score":1}';
    const edited = await reader.send('PATCH', `/api/v1/comments/${own.id}`, { body: { revision: 1, text: 'Other.' } });
    expect([edited.status, edited.body.own.status]).toEqual([200, 'held']);
  });

  it.each([
    ['no answer', undefined],
    ['no JSON', 'sorry'],
    ['no score', '{"score":"high"}'],
    ['null', 'null'],
    ['a score that is none', '{"score":7}'],
  ])('is published or held, as the site wants, and never refused, where there is %s', async (_, given) => {
    answer = given;
    await aScorer({ whenUnreachable: 'publish', timeLimitMilliseconds: 100 });
    expect((await post('One.')).own.status).toBe('published');
    await aScorer({ whenUnreachable: 'hold', timeLimitMilliseconds: 100 });
    expect((await post('Two.')).own.status).toBe('held');
    expect(await held()).toMatchObject([{ findings: [{ rule: 'scorer', evidence: { isUnreachable: true } }] }]);
  });

  it('waits no more for a service that has failed five times in a row', async () => {
    answer = 'sorry';
    await aScorer();
    for (let turn = 0; turn < 7; turn += 1) expect((await post(`Number ${turn}.`)).own.status).toBe('published');
    expect(asked).toHaveLength(5);
  });

  it('is not sent anywhere while the scorer is off, or gone', async () => {
    await aScorer({ isOn: false });
    await post('Off.');
    await aScorer();
    expect((await editor.send('DELETE', at)).status).toBe(204);
    await post('Gone.');
    expect(asked).toEqual([]);
  });

  it('is not sent to an address of this machine or its network', async () => {
    await put({ whenUnreachable: 'hold' });
    await server.sql.query('update scorer set url = $2 where site_id = $1', [siteId, `https://127.0.0.1:${port}/`]);
    expect((await post()).own.status).toBe('held');
    expect(asked).toEqual([]);
  });
});

describe('the scorer of a site', () => {
  it('is told without its secret, which stays with a place and does not go to another', async () => {
    const secretNow = async () => (await server.sql.query('select secret from scorer where site_id = $1', [siteId])).rows[0].secret;
    expect((await editor.get(at)).body).toEqual({ scorer: null });
    const { body } = await put({ secret: 'hush' });
    expect(body).toEqual({ scorer: { ...settings, hasSecret: true } });
    expect((await editor.get(at)).body).toEqual(body);
    await put({ url: 'https://scorer.example/other', holdFrom: 0.5 });
    expect(await secretNow()).toBe('hush');
    expect((await put({ url: 'https://scorer.example.evil.example/' })).body.scorer.hasSecret).toBe(false);
    expect(await secretNow()).toBeNull();
  });

  it.each([
    { url: 'http://scorer.example/' },
    { url: 'https://user:name@scorer.example/' },
    { url: 'scorer.example' },
    { holdFrom: 1.1 },
    { holdFrom: null },
    { timeLimitMilliseconds: 10 },
    { timeLimitMilliseconds: 60_000 },
    { whenUnreachable: 'refuse' },
    { secret: 'two\nlines' },
    { secret: '' },
    { other: 1 },
  ])('refuses %j', async (wrong) => {
    expect((await put(wrong)).status).toBe(400);
  });

  it.each<[Role | 'reader', 'own' | 'foreign', reads: number, writes: number]>([
    ['administrator', 'own', 200, 200],
    ['editor', 'own', 200, 200],
    ['editor', 'foreign', 404, 404],
    ['moderator', 'own', 200, 404],
    ['staff', 'own', 404, 404],
    ['reader', 'own', 401, 401],
  ])('is read by moderators and set by editors: %s of the %s site', async (role, place, reads, writes) => {
    const other = (await server.sql.query('select site_id from thread where id = $1', [await aThread(server.sql)])).rows[0].site_id;
    const roleSite = role === 'administrator' ? undefined : place === 'own' ? siteId : other;
    const caller = await aBrowser(server, role === 'reader' ? author : await aStaffMember(server.sql, role, roleSite));
    expect([(await caller.get(at)).status, (await put({}, caller)).status]).toEqual([reads, writes]);
    expect((await caller.send('DELETE', at)).status).toBe(writes === 200 ? 204 : writes);
  });
});
