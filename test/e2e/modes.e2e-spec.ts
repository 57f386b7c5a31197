import type { Client } from 'pg';
import type { ThreadMode } from '../../contract/conversation';
import { EditComment } from '../../src/comments/edit-comment';
import { ListComments } from '../../src/comments/list-comments';
import { PostComment } from '../../src/comments/post-comment';
import type { ReaderActor } from '../../src/platform/access';
import { SetReaction } from '../../src/reactions/set-reaction';
import { aPost, aReader, aThread, changeMode } from '../builders/conversation';
import { until } from '../support/live-reader';
import { startTestApp, type TestApp } from '../support/test-app';

/** What is written while an editor changes the mode: it waits for the thread, having read the mode of before. */
describe('a thread whose mode changes', () => {
  let server: TestApp;
  let anna: ReaderActor;
  let post: PostComment;
  let edit: EditComment;
  let react: SetReaction;
  let list: ListComments;

  beforeAll(async () => {
    server = await startTestApp();
    anna = await aReader(server.sql, { name: 'Anna' });
    post = server.app.get(PostComment, { strict: false });
    edit = server.app.get(EditComment, { strict: false });
    react = server.app.get(SetReaction, { strict: false });
    list = server.app.get(ListComments, { strict: false });
  });
  afterAll(() => server.close());

  /** Begins `work` while the change is not committed, and commits when it waits for it. */
  async function whileItBecomes<Result>(
    mode: ThreadMode,
    threadId: string,
    work: () => Promise<Result>,
  ): Promise<PromiseSettledResult<Result>> {
    await server.sql.query('begin');
    await changeMode(server.sql, threadId, mode);
    const working = Promise.allSettled([work()]);
    await until('it waits', () => isWaitedFor(server.sql));
    await server.sql.query('commit');
    const [outcome] = await working;
    return outcome;
  }

  const published = async (threadId: string) => (await list.page(threadId, 'newest')).comments;

  it('holds a comment where it became premoderated', async () => {
    const threadId = await aThread(server.sql);
    const outcome = await whileItBecomes('premoderated', threadId, () => post.execute(anna, threadId, aPost()));
    expect(outcome).toMatchObject({ value: { own: { status: 'held' }, view: null, state: { mode: 'premoderated', commentCount: 0 } } });
    expect(await published(threadId)).toEqual([]);
  });

  it('publishes a comment where it became open', async () => {
    const threadId = await aThread(server.sql, { mode: 'premoderated' });
    const outcome = await whileItBecomes('open', threadId, () => post.execute(anna, threadId, aPost()));
    expect(outcome).toMatchObject({ value: { own: { status: 'published' }, state: { head: 2, commentCount: 1 } } });
  });

  it.each([
    ['open', 'read_only', 'thread_not_open'],
    ['open', 'closed', 'thread_closed'],
    ['premoderated', 'closed', 'thread_closed'],
  ] as const)('from %s to %s refuses a comment', async (before, mode, code) => {
    const threadId = await aThread(server.sql, { mode: before });
    expect(await whileItBecomes(mode, threadId, () => post.execute(anna, threadId, aPost()))).toMatchObject({ reason: { code } });
    expect((await server.sql.query('select from comment where thread_id = $1', [threadId])).rowCount).toBe(0);
  });

  it('refuses a reply, and counts none', async () => {
    const threadId = await aThread(server.sql);
    const { own } = await post.execute(anna, threadId, aPost());
    const outcome = await whileItBecomes('closed', threadId, () => post.execute(anna, threadId, aPost({ parentId: own.id })));
    expect(outcome).toMatchObject({ reason: { code: 'thread_closed' } });
    expect(await published(threadId)).toMatchObject([{ id: own.id, replyCount: 0 }]);
  });

  it('holds a new text where it became premoderated', async () => {
    const threadId = await aThread(server.sql);
    const { own } = await post.execute(anna, threadId, aPost());
    const outcome = await whileItBecomes('premoderated', threadId, () => edit.execute(anna, own.id, { revision: 1, text: 'Unseen.' }));
    expect(outcome).toMatchObject({ value: { own: { status: 'held' }, view: null } });
    expect(await published(threadId)).toEqual([]);
  });

  it('refuses a reaction where it was closed', async () => {
    const threadId = await aThread(server.sql);
    const { own } = await post.execute(anna, threadId, aPost());
    const outcome = await whileItBecomes('closed', threadId, () => react.execute(anna, own.id, 'like'));
    expect(outcome).toMatchObject({ reason: { code: 'thread_closed' } });
    expect(await published(threadId)).toMatchObject([{ id: own.id, likes: 0 }]);
  });
});

async function isWaitedFor(sql: Client): Promise<boolean> {
  const { rowCount } = await sql.query('select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))');
  return (rowCount ?? 0) > 0;
}
