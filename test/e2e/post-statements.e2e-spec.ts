import { Client } from 'pg';
import { aPost, aThread, changeMode } from '../builders/conversation';
import { BrowserLike } from '../support/browser-like';
import { startTestApp, type TestApp } from '../support/test-app';

/** What timers ask for everybody, whoever posts. */
const askedByTimers = /any\(\$1\)|ended_at >/;
const session = /^select id, reader_id/;
const context = /^select .* as earlier/s;
const publish = /^with head/;
const hold = /^insert into comment/;

/** A post is one request, at most one read and one transaction of one statement, as the driver sends them. */
describe('a post over HTTP', () => {
  let server: TestApp;
  let reader: BrowserLike;
  let threadId: string;

  beforeAll(async () => {
    server = await startTestApp();
  });
  beforeEach(async () => {
    reader = await new BrowserLike(server.url).join();
    threadId = await aThread(server.sql);
  });
  afterAll(() => server.close());

  async function post(parentId?: string): Promise<string> {
    const { status, body } = await reader.post(`/api/v1/threads/${threadId}/comments`, aPost({ parentId }));
    expect(status).toBe(201);
    return body.own.id;
  }

  async function expectSent(expected: RegExp[], work: () => Promise<unknown>): Promise<void> {
    const spy = jest.spyOn(Client.prototype as { query(sent: string | { text: string }): unknown }, 'query');
    await work();
    const sent = spy.mock.calls.map(([query]) => (typeof query === 'string' ? query : query.text).trim());
    spy.mockRestore();
    expect(sent.filter((text) => !askedByTimers.test(text))).toEqual(expected.map((start) => expect.stringMatching(start)));
  }

  it('is nothing but its statement where session and thread are known', async () => {
    const parentId = await post();
    await expectSent([publish], () => post());
    await expectSent([publish], () => post(parentId));
  });

  it('reads the session that this process has not seen', async () => {
    await post();
    reader = await new BrowserLike(server.url).join();
    await expectSent([session, publish], () => post());
  });

  it('reads the thread that this process has not met', async () => {
    await post();
    threadId = await aThread(server.sql);
    await expectSent([context, publish], () => post());
  });

  it('reads what it answers where comments are held', async () => {
    const parentId = await post();
    await changeMode(server.sql, threadId, 'premoderated');
    await post();
    await expectSent([context, hold], () => post(parentId));
  });
});
