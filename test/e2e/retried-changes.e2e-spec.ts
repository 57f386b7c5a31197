import type { ReaderActor } from '../../src/platform/access';
import { aPost, aReader, aThread, changeMode } from '../builders/conversation';
import { aBrowser, aReason, aStaffMember } from '../builders/staff';
import type { Answer, BrowserLike } from '../support/browser-like';
import { wrongCounters } from '../support/invariants';
import { startTestApp, type TestApp } from '../support/test-app';

/** The answer was lost, and the same is sent again. */
describe('a change that is sent again', () => {
  let server: TestApp;
  let anna: ReaderActor;
  let browser: BrowserLike;
  let console: BrowserLike;
  let threadId: string;
  let id: string;
  let reasonId: string;

  beforeAll(async () => {
    server = await startTestApp();
    console = await aBrowser(server, await aStaffMember(server.sql, 'administrator'));
  });
  beforeEach(async () => {
    anna = await aReader(server.sql);
    browser = await aBrowser(server, anna);
    threadId = await aThread(server.sql);
    id = (await browser.post(`/api/v1/threads/${threadId}/comments`, aPost({ text: 'First.' }))).body.own.id;
    reasonId = await aReason(server.sql, id);
  });
  afterEach(async () => {
    expect(await wrongCounters(server.sql, threadId)).toEqual([]);
  });
  afterAll(() => server.close());

  const edit = (revision: number, text: string, sender = browser): Promise<Answer> =>
    sender.send('PATCH', `/api/v1/comments/${id}`, { body: { revision, text } });
  const withdraw = (): Promise<Answer> => browser.send('DELETE', `/api/v1/comments/${id}`);
  const decide = (
    verdict: string,
    revision: number,
    given: { message?: string; reason?: string; sender?: BrowserLike } = {},
  ): Promise<Answer> =>
    (given.sender ?? console).post(`/api/v1/comments/${id}/decisions`, {
      verdict,
      revision,
      reasonId: given.reason ?? reasonId,
      message: given.message,
    });

  /** What a change leaves behind: the revisions kept, the decisions made, and the last number of the change log. */
  async function traces(): Promise<unknown> {
    const { rows } = await server.sql.query(
      `select h.head, (select array_agg(r.text order by r.revision) from comment_revision r where r.comment_id = c.id) as kept,
              (select array_agg(d.to_status order by d.decided_at) from decision d where d.comment_id = c.id) as decided
         from comment c join thread_head h on h.thread_id = c.thread_id where c.id = $1`,
      [id],
    );
    return rows;
  }

  describe('as an edit is answered as before and changes nothing', () => {
    it.each(['open', 'premoderated'] as const)('in a thread that is %s', async (mode) => {
      await changeMode(server.sql, threadId, mode);
      const first = await edit(1, ' Second. ');
      expect([first.status, first.body.own.status]).toEqual([200, mode === 'open' ? 'published' : 'held']);
      const before = await traces();
      const again = await edit(1, ' Second. ');
      expect([again.status, again.body]).toEqual([200, first.body]);
      expect(await traces()).toEqual(before);
    });

    it('when both are sent at the same moment', async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => edit(1, 'Second.')));
      expect(answers.map(({ status, body }) => [status, body.own?.revision])).toEqual(answers.map(() => [200, 2]));
      expect(await traces()).toEqual([{ head: '2', kept: ['First.'], decided: null }]);
    });

    it.each<[string, string, () => Promise<unknown>]>([
      [
        'the edit window has closed',
        'published',
        () => server.sql.query(`update comment set posted_at = posted_at - interval '1 day' where id = $1`, [id]),
      ],
      ['the thread has closed', 'published', () => changeMode(server.sql, threadId, 'closed')],
      ['a moderator has removed it', 'removed', () => decide('remove', 2)],
      ['its author has withdrawn it', 'withdrawn', withdraw],
    ])('and says what has become of the comment, when %s', async (_, status, since) => {
      await edit(1, 'Second.');
      await since();
      const before = await traces();
      const again = await edit(1, 'Second.');
      expect([again.status, again.body.own]).toMatchObject([200, { text: 'Second.', revision: 2, status }]);
      expect(await traces()).toEqual(before);
    });
  });

  it('as an edit is refused when there was another in between, or it is another', async () => {
    await edit(1, 'Second.');
    expect((await edit(1, 'Another second.')).body).toMatchObject({ code: 'comment_changed', revision: 2 });
    expect((await edit(1, 'Second.', await aBrowser(server, await aReader(server.sql)))).body.code).toBe('not_your_comment');
    await edit(2, 'Third.');
    expect((await edit(1, 'Second.')).body).toMatchObject({ code: 'comment_changed', revision: 3 });
    await edit(3, 'Second.');
    expect((await edit(1, 'Second.')).body).toMatchObject({ code: 'comment_changed', revision: 4 });
  });

  it('as a withdrawal is answered as before and changes nothing', async () => {
    const first = await withdraw();
    const before = await traces();
    const again = await withdraw();
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await traces()).toEqual(before);
  });

  it.each([undefined, ' Off topic. '])('as a decision is answered as before and changes nothing, with the message %p', async (message) => {
    const [first, meanwhile] = await Promise.all([decide('remove', 1, { message }), decide('remove', 1, { message })]);
    const before = await traces();
    const again = await decide('remove', 1, { message });
    expect([first.status, meanwhile.body, again.status, again.body]).toEqual([201, first.body, 201, first.body]);
    expect(await traces()).toEqual(before);
    expect(before).toMatchObject([{ decided: ['removed'] }]);
  });

  it('as a decision is refused when it is another, or does not hold any more', async () => {
    await decide('hold', 1);
    await decide('publish', 1);
    await decide('remove', 1, { message: 'Too much.' });
    const colleague = await aBrowser(server, await aStaffMember(server.sql, 'administrator'));
    const others = [
      await decide('remove', 1, { message: 'Too much.', sender: colleague }),
      await decide('remove', 1, { message: 'Another one.' }),
      await decide('remove', 1, { message: 'Too much.', reason: await aReason(server.sql, id, 'hate') }),
      await decide('remove', 2, { message: 'Too much.' }),
    ];
    await decide('publish', 1);
    others.push(await decide('hold', 2));
    await edit(1, 'Second.');
    others.push(await decide('publish', 1));
    await decide('hold', 2);
    await withdraw();
    others.push(await decide('hold', 2));
    expect(others.map(({ status, body }) => [status, body.code])).toEqual(others.map(() => [409, 'comment_changed']));
  });
});
