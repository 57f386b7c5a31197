import { Client } from 'pg';
import { Announce } from '../../src/announcements/announce';
import { WriteDocuments } from '../../src/search/write-documents';
import { aPost, aThread, changeMode } from '../builders/conversation';
import { BrowserLike } from '../support/browser-like';
import { startTestApp, type TestApp } from '../support/test-app';

/** What timers ask for everybody, whoever posts. */
const askedByTimers = /any\(\$1\)|ended_at >/;
const session = /^select id, reader_id/;
const context = /^select .* as earlier/s;
const standing = /^select standing\.\*/;
const policy = /^select p\.version/;
const publish = /^with standing/;
const hold = /^insert into comment/;
const shape = /^insert into text_shape/;
const notice = /^select pg_notify/;

/** A post is one request and one transaction of one statement, as the driver sends them; where something has to be read first, that is said. */
describe('a post over HTTP', () => {
  let server: TestApp;
  let reader: BrowserLike;
  let threadId: string;

  beforeAll(async () => {
    server = await startTestApp();
    // They have transactions of their own, a while later.
    for (const worker of [Announce, WriteDocuments])
      await server.app.get<Announce | WriteDocuments>(worker, { strict: false }).beforeApplicationShutdown();
  });
  beforeEach(async () => {
    reader = await new BrowserLike(server.url).join();
    threadId = await aThread(server.sql);
  });
  afterAll(() => server.close());

  async function siteOf(id: string): Promise<string> {
    return (await server.sql.query('select site_id from thread where id = $1', [id])).rows[0].site_id;
  }

  async function post(parentId?: string, text?: string): Promise<string> {
    const { status, body } = await reader.post(`/api/v1/threads/${threadId}/comments`, aPost({ parentId, text }));
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

  it('takes a turn before it where the thread is in slow mode', async () => {
    await server.sql.query('update thread set slow_seconds = 60 where id = $1', [threadId]);
    await post();
    await server.sql.query(`update slow_post set posted_at = posted_at - interval '1 hour'`);
    await expectSent([/^START/, /^with author/, publish, /^COMMIT/], () => post());
  });

  it('reads the session that this process has not seen', async () => {
    await post();
    reader = await new BrowserLike(server.url).join();
    await expectSent([session, publish], () => post());
  });

  it('reads the thread that this process has not met, and the rules of a site it has not met', async () => {
    await post();
    threadId = await aThread(server.sql, { siteId: await siteOf(threadId) });
    await expectSent([context, standing, publish], () => post());
    threadId = await aThread(server.sql);
    await expectSent([context, standing, policy, publish], () => post());
  });

  it('reads why it is not published at once', async () => {
    await post();
    await server.sql.query('update screening_policy set new_reader_comments = 100, version = version + 1 where site_id = $1', [
      await siteOf(threadId),
    ]);
    await expectSent([publish, context, standing, policy, /^START/, hold, /^insert into finding/, notice, /^COMMIT/], () => post());
    await expectSent([publish, context, standing, /^START/, hold, /^insert into finding/, notice, /^COMMIT/], () => post());
  });

  it('reads what it answers where comments are held', async () => {
    const parentId = await post();
    await changeMode(server.sql, threadId, 'premoderated');
    await post();
    await expectSent([context, standing, /^START/, hold, notice, /^COMMIT/], () => post(parentId));
    const text = 'Words enough, and letters enough, that another text like it could be told.';
    await expectSent([context, standing, /^START/, hold, shape, notice, /^COMMIT/], () => post(parentId, text));
  });
});
