import { randomUUID } from 'node:crypto';
import { CachedPages } from '../../src/comments/cached-pages';
import { PostComment } from '../../src/comments/post-comment';
import { aPost, aReader, aThread } from '../builders/conversation';
import { startTestApp, type TestApp } from '../support/test-app';

/** The first page of a thread, which is sent before the framework is asked, once it has given it. */
describe('a page that many ask for', () => {
  let server: TestApp;
  let path: string;
  let threadId: string;

  beforeAll(async () => {
    server = await startTestApp();
  });
  beforeEach(async () => {
    threadId = await aThread(server.sql);
    path = `${server.url}/api/v1/threads/${threadId}/comments`;
    for (let number = 0; number < 5; number += 1) await post(`Thought ${number}. ${`And ${randomUUID()}. `.repeat(10)}`);
  });
  afterAll(() => server.close());

  const post = async (text: string) =>
    server.app.get(PostComment, { strict: false }).execute(await aReader(server.sql), threadId, aPost({ text }));

  interface Answer {
    status: number;
    headers: Record<string, string>;
    text: string;
  }

  async function ask(headers: Record<string, string> = { 'accept-encoding': 'identity' }, method = 'GET'): Promise<Answer> {
    const answer = await fetch(path, { method, headers });
    return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() };
  }

  /** All but what is each answer's own. */
  function withoutOwn({ headers: { date, 'x-request-id': id, ...headers }, ...answer }: Answer) {
    expect([date, id]).toEqual([expect.any(String), expect.stringMatching(/^[\w-]{36}$/)]);
    return { ...answer, headers };
  }

  it.each([
    ['as it is', { 'accept-encoding': 'identity' }],
    ['compressed', { 'accept-encoding': 'gzip' }],
  ])('is the same the second time, %s, and does not come to the framework', async (_, headers) => {
    const first = await ask(headers);
    const read = jest.spyOn(server.app.get(CachedPages, { strict: false }), 'read');
    const second = await ask(headers);
    expect(withoutOwn(second)).toEqual(withoutOwn(first));
    expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
    expect(read).not.toHaveBeenCalled();
    read.mockRestore();
  });

  it('need not be sent to who has it', async () => {
    const { headers } = await ask();
    const unchanged = await ask({ 'if-none-match': headers.etag ?? '', 'accept-encoding': 'identity' });
    expect([unchanged.status, unchanged.text, unchanged.headers.etag]).toEqual([304, '', headers.etag]);
    expect(unchanged.headers).not.toHaveProperty('content-type');
  });

  it('is another one as soon as the thread has moved', async () => {
    await ask();
    await ask();
    await post('Something new.');
    expect((await ask()).text).toContain('Something new.');
  });

  it('keeps the id that a proxy gave the request, and is counted', async () => {
    await ask();
    const answer = await ask({ 'x-request-id': 'proxy-made-4711' });
    expect(answer.headers['x-request-id']).toBe('proxy-made-4711');
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    const counted =
      /parley_http_request_seconds_count\{method="GET",route="\/api\/v1\/threads\/:threadId\/comments",status="200"\} (\d+)/.exec(metrics);
    expect(Number(counted?.[1])).toBeGreaterThanOrEqual(2);
  });

  it('leaves other methods at its address to the framework', async () => {
    await ask();
    expect((await ask({}, 'HEAD')).text).toBe('');
    expect((await ask({ 'sec-fetch-site': 'same-origin' }, 'POST')).status).toBe(401);
    expect((await ask({}, 'PUT')).status).toBe(405);
  });
});
