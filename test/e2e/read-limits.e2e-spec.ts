import { limits } from '../../contract/limits';
import { addressKey, RateLimits } from '../../src/platform/http';
import { CreateSite } from '../../src/sites';
import { OpenThread } from '../../src/threads';
import { aPost } from '../builders/conversation';
import { BrowserLike } from '../support/browser-like';
import { LiveReader, until } from '../support/live-reader';
import { startTestApp, type TestApp } from '../support/test-app';

const origin = 'https://news.example';
const greedy = '2001:db8:1:2::1';
const sameHolder = '2001:db8:1:2:ffff::9';
const neighbour = '2001:db8:1:3::1';
/** Opens more articles than anybody does. */
const restless = '2001:db8:1:4::1';

/** Reads more lists of readers than anybody does. */
const curious = '2001:db8:1:5::1';

let server: TestApp;
let reader: BrowserLike;
let threadId: string;
let commentId: string;

beforeAll(async () => {
  server = await startTestApp({ TRUSTED_PROXIES: '127.0.0.1' });
  await server.app.get(CreateSite, { strict: false }).execute({ key: 'news', name: 'The News', origins: [origin] });
  const page = { origin, articleKey: 'story', url: `${origin}/story`, title: 'A story', address: '192.0.2.1' };
  threadId = (await server.app.get(OpenThread, { strict: false }).execute(page)).thread.id;
  reader = await new BrowserLike(server.url).join();
  commentId = (await reader.post(`/api/v1/threads/${threadId}/comments`, aPost())).body.own.id;
  const rates = server.app.get(RateLimits, { strict: false });
  for (const [rate, address] of [
    ['readsPerAddress', greedy],
    ['liveJoinsPerAddress', greedy],
    ['lookUpsPerAddress', restless],
    ['listedReadersPerAddress', curious],
  ] as const) {
    for (let read = 0; read < limits.rates[rate].points; read += 1) await rates.consume(rate, addressKey(address));
  }
});
afterAll(() => server.close());

function read(path: string, address: string): Promise<Response> {
  const named = path.replace('{thread}', threadId).replace('{comment}', commentId);
  const cookie = `__Host-parley=${reader.cookie('__Host-parley')}`;
  return fetch(server.url + named, { headers: { 'x-forwarded-for': address, cookie } });
}

const fragment = '/sites/news/threads/story/comments.html';
const frame = `/embed/thread?article=story&origin=${origin}`;

describe('an address that has read more than any reader does', () => {
  it.each([
    '/api/v1/threads/{thread}/comments?cursor=',
    '/api/v1/threads/{thread}/changes?after=0',
    '/api/v1/threads/{thread}/mine',
    '/api/v1/threads/{thread}/report-reasons',
    '/api/v1/notices/N-0000-0000',
    '/api/v1/me/reports',
    '/api/v1/comments/{comment}',
    '/api/v1/comments/{comment}/replies',
    '/api/v1/sites/news/threads/story',
    '/api/v1/sites/news/counts?article=story',
    '/api/v1/me',
    '/api/v1/console/me',
    `/embed/counts?origin=${origin}&article=story`,
    `${fragment}?cursor=`,
    `${fragment}?comment={comment}`,
  ])('is refused what asks the database, for some seconds: %s', async (path) => {
    for (const address of [greedy, sameHolder]) {
      const answer = await read(path, address);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([429, 'application/problem+json; charset=utf-8']);
      expect((await answer.json()).code).toBe('too_many_requests');
      const seconds = Number(answer.headers.get('retry-after'));
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(limits.rates.readsPerAddress.seconds);
    }
    expect((await read(path, neighbour)).status).not.toBe(429);
  });

  it('is told so in the frame', async () => {
    expect((await read(`${frame}&comment={comment}`, greedy)).status).toBe(429);
    expect((await read(`${frame}&comment={comment}`, neighbour)).status).toBe(200);
  });

  it.each([
    '/api/v1/threads/{thread}/comments',
    '/api/v1/threads/{thread}/comments?order=best',
    '/embed.js',
    '/health/live',
    '/health/ready',
    '/console/first-administrator',
    fragment,
    frame,
  ])('still gets what is mostly in memory: %s', async (path) => {
    expect((await read(path, greedy)).status).toBe(200);
  });

  it('is refused a live conversation, and let in when there is room again', async () => {
    const live = (address: string) => new LiveReader({ url: server.url, threadId, headers: { 'x-forwarded-for': address } });
    const readers = [live(sameHolder), live(neighbour)] as const;
    try {
      await until('both are connected, and one is in', () => readers[0].isConnected && readers[1].state !== undefined);
      expect(readers[0].state).toBeUndefined();
      await server.app.get(RateLimits, { strict: false }).giveBack('liveJoinsPerAddress', addressKey(greedy));
      await until('the other is in', () => readers[0].state !== undefined);
    } finally {
      for (const { follower } of readers) follower.stop();
    }
  });

  it('may still write', async () => {
    const answer = await reader.post(`/api/v1/threads/${threadId}/comments`, aPost(), { 'x-forwarded-for': greedy });
    expect(answer.status).toBe(201);
  });
});

describe('an address that has opened more articles than any reader does', () => {
  it.each([
    `/api/v1/threads/${crypto.randomUUID()}/comments`,
    '/api/v1/threads/{thread}/comments?order=discussed',
    fragment,
    `${frame}&accent=%23123456`,
  ])('is refused what has to be looked up: %s', async (path) => {
    expect((await read(path, restless)).status).toBe(429);
    expect((await read(path, neighbour)).status).not.toBe(429);
  });

  it.each(['/api/v1/threads/{thread}/comments', '/embed.js', '/health/live', '/health/ready', '/console/first-administrator'])(
    'still gets what is ready: %s',
    async (path) => {
      await read(path, neighbour);
      expect((await read(path, restless)).status).toBe(200);
    },
  );
});

describe('an address that has read more lists of who follows whom than any reader does', () => {
  it.each(['follows', 'followers'])('is refused more of them, shown or not, and nothing else: %s', async (list) => {
    const path = '/api/v1/sites/news/profiles/{comment}';
    expect((await read(`${path}/${list}`, curious)).status).toBe(429);
    expect((await read(`${path}/${list}`, neighbour)).status).toBe(404);
    expect((await read(path, curious)).status).toBe(404);
  });
});
