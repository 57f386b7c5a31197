import { randomUUID } from 'node:crypto';
import type { CommentOrder, VisibleComment } from '../../contract/conversation';
import { limits } from '../../contract/limits';
import { EditComment } from '../../src/comments/edit-comment';
import { ListComments } from '../../src/comments/list-comments';
import { PostComment } from '../../src/comments/post-comment';
import { WithdrawComment } from '../../src/comments/withdraw-comment';
import type { ReaderActor } from '../../src/platform/access';
import { Transactions } from '../../src/platform/database';
import { SetReaction } from '../../src/reactions/set-reaction';
import { takeChanges } from '../../src/threads';
import { aPost, aReader, aThread, changeMode } from '../builders/conversation';
import { wrongCounters } from '../support/invariants';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let post: PostComment;
let edit: EditComment;
let withdraw: WithdrawComment;
let react: SetReaction;
let list: ListComments;
let anna: ReaderActor;
let ben: ReaderActor;

beforeAll(async () => {
  server = await startTestApp();
  post = server.app.get(PostComment, { strict: false });
  edit = server.app.get(EditComment, { strict: false });
  withdraw = server.app.get(WithdrawComment, { strict: false });
  react = server.app.get(SetReaction, { strict: false });
  list = server.app.get(ListComments, { strict: false });
  anna = await aReader(server.sql, { name: 'Anna' });
  ben = await aReader(server.sql, { name: 'Ben' });
});
afterAll(() => server.close());

async function readAll(
  threadId: string,
  order: CommentOrder,
  between: () => Promise<void> = async () => undefined,
): Promise<VisibleComment[]> {
  const found: VisibleComment[] = [];
  let cursor: string | undefined;
  do {
    const page = await list.page(threadId, order, cursor);
    found.push(...page.comments.filter((comment) => comment.parentId === null));
    cursor = page.nextCursor ?? undefined;
    await between();
  } while (cursor !== undefined);
  return found;
}

describe('posting', () => {
  it('publishes a comment and answers with the finished view', async () => {
    const threadId = await aThread(server.sql);
    const posted = await post.execute(anna, threadId, aPost({ text: 'Hello *there*' }));
    expect(posted.view).toMatchObject({ state: 'published', seq: 1, author: { name: 'Anna' }, depth: 0, parentId: null });
    expect(posted.state).toEqual({ head: 1, commentCount: 1, mode: 'open' });
    expect((await list.page(threadId, 'newest')).comments).toEqual([posted.view]);
  });

  it('posts once however often it is sent, also at the same time', async () => {
    const threadId = await aThread(server.sql);
    const request = aPost();
    const answers = await Promise.all(Array.from({ length: 20 }, () => post.execute(anna, threadId, request)));
    const again = await post.execute(anna, threadId, request);
    expect(new Set([...answers, again].map((answer) => answer.own.id)).size).toBe(1);
    expect(again.state).toMatchObject({ head: 1, commentCount: 1 });
  });

  it('refuses another text under the same client id', async () => {
    const threadId = await aThread(server.sql);
    const request = aPost();
    await post.execute(anna, threadId, request);
    await expect(post.execute(anna, threadId, { ...request, text: 'Another' })).rejects.toMatchObject({
      code: 'client_id_reused',
      status: 422,
    });
  });

  it.each([
    ['read_only', 'thread_not_open'],
    ['closed', 'thread_closed'],
  ] as const)('is refused in a thread that is %s', async (mode, code) => {
    const threadId = await aThread(server.sql, { mode });
    await expect(post.execute(anna, threadId, aPost())).rejects.toMatchObject({ code });
  });

  it('is refused after the closing time', async () => {
    const threadId = await aThread(server.sql, { closesAt: new Date(Date.now() - 1000) });
    await expect(post.execute(anna, threadId, aPost())).rejects.toMatchObject({ code: 'thread_not_open' });
  });

  it.each([
    ['nothing', '  \n ', 'comment_empty'],
    ['too much', 'x'.repeat(5001), 'comment_too_long'],
  ])('refuses %s', async (_, text, code) => {
    const threadId = await aThread(server.sql);
    await expect(post.execute(anna, threadId, aPost({ text }))).rejects.toMatchObject({ code, status: 422 });
  });

  describe.each([
    ['it does not know', async (threadId: string) => threadId],
    ['it knows to be open', async (threadId: string) => post.execute(anna, threadId, aPost()).then(() => threadId)],
  ])('in a thread %s', (_, known) => {
    it('refuses a reply to a comment of another thread', async () => {
      const otherId = await aThread(server.sql);
      const elsewhere = await post.execute(anna, otherId, aPost());
      const threadId = await known(await aThread(server.sql));
      await refuses(threadId, elsewhere.own.id, 'parent_gone');
      expect((await list.changes(otherId, 0)).state).toMatchObject({ head: 1 });
    });

    it('refuses a reply that is too deep', async () => {
      const threadId = await known(await aThread(server.sql));
      const { own } = await post.execute(anna, threadId, aPost());
      const reply = await post.execute(anna, threadId, aPost({ parentId: own.id }));
      await server.sql.query('update comment set depth = $2 where id = $1', [reply.own.id, limits.comment.maxDepth]);
      await refuses(threadId, reply.own.id, 'too_deep');
    });

    async function refuses(threadId: string, parentId: string, code: string): Promise<void> {
      const before = await list.changes(threadId, 0);
      await expect(post.execute(ben, threadId, aPost({ parentId }))).rejects.toMatchObject({ code });
      expect(await list.changes(threadId, 0)).toEqual(before);
    }
  });

  it('holds what is posted in a premoderated thread, unseen by others, in no count and no number', async () => {
    const threadId = await aThread(server.sql, { mode: 'premoderated' });
    const held = await post.execute(anna, threadId, aPost({ text: 'canary-held' }));
    expect(held).toMatchObject({ own: { status: 'held' }, view: null, state: { head: 0, commentCount: 0 } });
    expect(JSON.stringify([await list.page(threadId, 'newest'), await list.changes(threadId, 0)])).not.toContain('canary-held');
    await expect(list.permalink(held.own.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('leaves no gap and no half when its parent goes in between', async () => {
    const threadId = await aThread(server.sql);
    const parent = await post.execute(anna, threadId, aPost());
    const outcomes = await Promise.allSettled([
      withdraw.execute(anna, parent.own.id),
      ...Array.from({ length: 8 }, () => post.execute(ben, threadId, aPost({ parentId: parent.own.id }))),
    ]);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'parent_gone' });
    }
    expect(await wrongCounters(server.sql, threadId)).toEqual([]);
  });
});

describe('editing', () => {
  it('replaces the text and keeps the one before', async () => {
    const threadId = await aThread(server.sql);
    const { own } = await post.execute(anna, threadId, aPost({ text: 'First' }));
    const edited = await edit.execute(anna, own.id, { revision: 1, text: 'Second' });
    expect(edited).toMatchObject({ own: { revision: 2, text: 'Second' }, view: { seq: 2, editedAt: expect.any(String) } });
    const { rows } = await server.sql.query('select revision, text from comment_revision where comment_id = $1', [own.id]);
    expect(rows).toEqual([{ revision: 1, text: 'First' }]);
  });

  it('lets one of two edits of the same revision win', async () => {
    const threadId = await aThread(server.sql);
    const { own } = await post.execute(anna, threadId, aPost());
    const outcomes = await Promise.allSettled(['one', 'two'].map((text) => edit.execute(anna, own.id, { revision: 1, text })));
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({ reason: { code: 'comment_changed', status: 409 } });
  });

  it('is refused to others and after the window', async () => {
    const threadId = await aThread(server.sql);
    const { own } = await post.execute(anna, threadId, aPost());
    await expect(edit.execute(ben, own.id, { revision: 1, text: 'Mine now' })).rejects.toMatchObject({ code: 'not_your_comment' });
    await server.sql.query(`update comment set posted_at = posted_at - interval '15 minutes' where id = $1`, [own.id]);
    await expect(edit.execute(anna, own.id, { revision: 1, text: 'Late' })).rejects.toMatchObject({ code: 'edit_window_closed' });
  });

  it('hides the new text where threads are premoderated', async () => {
    const threadId = await aThread(server.sql);
    const { own } = await post.execute(anna, threadId, aPost());
    await changeMode(server.sql, threadId, 'premoderated');
    const edited = await edit.execute(anna, own.id, { revision: 1, text: 'canary-edit' });
    expect(edited).toMatchObject({ own: { status: 'held' }, view: null, state: { commentCount: 0 } });
    expect((await list.changes(threadId, 0)) as object).toMatchObject({ changes: [{ state: 'gone', id: own.id }] });
  });
});

describe('withdrawing', () => {
  it('takes a comment away, and leaves a tombstone without text or author while there are replies', async () => {
    const threadId = await aThread(server.sql);
    const root = await post.execute(anna, threadId, aPost({ text: 'canary-root' }));
    const reply = await post.execute(ben, threadId, aPost({ parentId: root.own.id }));
    const answer = await withdraw.execute(anna, root.own.id);
    expect(answer).toMatchObject({ own: { status: 'withdrawn' }, view: { state: 'tombstone', id: root.own.id } });
    const page = await list.page(threadId, 'newest');
    expect(page.comments).toMatchObject([{ state: 'tombstone', id: root.own.id }, { id: reply.own.id }]);
    expect(JSON.stringify(page)).not.toMatch(/canary-root|Anna/);
    await withdraw.execute(ben, reply.own.id);
    expect(await list.page(threadId, 'newest')).toMatchObject({ comments: [], thread: { commentCount: 0 } });
    expect(await list.changes(threadId, 2)).toMatchObject({ changes: [{ state: 'gone' }, { state: 'gone' }] });
    expect(await wrongCounters(server.sql, threadId)).toEqual([]);
  });

  it('takes a chain of tombstones away with its last reply', async () => {
    const threadId = await aThread(server.sql);
    const chain = [await post.execute(anna, threadId, aPost())];
    for (let depth = 1; depth < 5; depth += 1) chain.push(await post.execute(anna, threadId, aPost({ parentId: chain.at(-1)?.own.id })));
    for (const { own } of chain) await withdraw.execute(anna, own.id);
    expect((await list.page(threadId, 'newest')).comments).toEqual([]);
    expect(await wrongCounters(server.sql, threadId)).toEqual([]);
  });

  it('is refused to others', async () => {
    const { own } = await post.execute(anna, await aThread(server.sql), aPost());
    await expect(withdraw.execute(ben, own.id)).rejects.toMatchObject({ code: 'not_your_comment' });
  });
});

describe('reactions', () => {
  it('are counted once for each reader, change sides and go', async () => {
    const { own } = await post.execute(anna, await aThread(server.sql), aPost());
    await react.execute(ben, own.id, 'like');
    expect(await react.execute(ben, own.id, 'like')).toMatchObject({ likes: 1, dislikes: 0 });
    expect(await react.execute(ben, own.id, 'dislike')).toMatchObject({ likes: 0, dislikes: 1 });
    expect(await react.execute(ben, own.id)).toMatchObject({ likes: 0, dislikes: 0 });
  });

  it('rank by the lower bound of the Wilson interval at 80 %', async () => {
    const { own } = await post.execute(anna, await aThread(server.sql), aPost());
    const z = 1.2815515655446004;
    for (const [likes, dislikes] of [
      [1, 0],
      [10, 0],
      [10, 1],
      [100, 40],
      [0, 5],
    ] as const) {
      const { rows } = await server.sql.query('update comment set likes = $2, dislikes = $3 where id = $1 returning rank', [
        own.id,
        likes,
        dislikes,
      ]);
      const votes = likes + dislikes;
      const share = likes / votes;
      const bound =
        (share + z ** 2 / (2 * votes) - z * Math.sqrt((share * (1 - share)) / votes + z ** 2 / (4 * votes ** 2))) / (1 + z ** 2 / votes);
      expect(rows[0].rank).toBeCloseTo(Math.max(0, bound), 8);
    }
  });
});

describe('pages', () => {
  it.each(['newest', 'oldest', 'best', 'discussed'] as const)(
    'page through %s without a duplicate or a loss while others vote, reply and post',
    async (order) => {
      const threadId = await aThread(server.sql);
      const roots: string[] = [];
      for (let index = 0; index < 130; index += 1)
        roots.push((await post.execute(anna, threadId, aPost({ text: `Comment ${index}` }))).own.id);
      const seed = Math.floor(Math.random() * 2 ** 31);
      const random = seeded(seed);
      const pick = (): string => roots[Math.floor(random() * roots.length)] ?? '';
      for (let index = 0; index < 60; index += 1) await react.execute(ben, pick(), random() < 0.7 ? 'like' : 'dislike');
      const found = await readAll(threadId, order, async () => {
        for (let index = 0; index < 25; index += 1)
          await react.execute(random() < 0.5 ? anna : ben, pick(), random() < 0.7 ? 'like' : 'dislike');
        for (let index = 0; index < 5; index += 1) await post.execute(ben, threadId, aPost({ parentId: pick() }));
        await post.execute(ben, threadId, aPost());
      });
      const foundOnce = found.map((comment) => comment.id);
      expect({ seed, duplicates: foundOnce.length - new Set(foundOnce).size }).toEqual({ seed, duplicates: 0 });
      expect({ seed, lost: roots.filter((id) => !foundOnce.includes(id)) }).toEqual({ seed, lost: [] });
    },
  );

  /** The cursor with another beginning than the page had. */
  function claiming(cursor: string | null, claim: { startedAt?: number; startedTime?: number }): string {
    const [order, startedAt, startedTime, ...place] = Buffer.from(cursor ?? '', 'base64url')
      .toString()
      .split('|');
    const parts = [order, claim.startedAt ?? startedAt, claim.startedTime ?? startedTime, ...place];
    return Buffer.from(parts.join('|')).toString('base64url');
  }

  it.each(['newest', 'oldest', 'best', 'discussed'] as const)(
    'of %s go on from a beginning that there was, and no other',
    async (order) => {
      const threadId = await aThread(server.sql);
      for (let index = 0; index < 45; index += 1) await post.execute(anna, threadId, aPost());
      const { nextCursor, thread } = await list.page(threadId, order);
      for (const startedAt of [0, thread.head + 1, 999_999_999_999_999]) {
        const page = list.page(threadId, order, claiming(nextCursor, { startedAt }));
        await expect(page).rejects.toMatchObject({ code: 'invalid_request', status: 400 });
      }
      expect((await list.page(threadId, order, claiming(nextCursor, { startedAt: thread.head }))).comments).toHaveLength(20);
    },
  );

  it('look through no more of a thread when a cursor claims to be older than any', async () => {
    const threadId = await aThread(server.sql);
    for (let index = 0; index < 45; index += 1) await post.execute(anna, threadId, aPost());
    const { nextCursor } = await list.page(threadId, 'best');
    const honest = await list.page(threadId, 'best', nextCursor ?? '');
    // Passing over all that came later, it would find nothing.
    const claimed = claiming(nextCursor, { startedAt: 1 });
    expect((await list.page(threadId, 'best', claimed)).comments).toEqual(honest.comments);
    await react.execute(ben, honest.comments[7]?.id ?? '', 'like');
    expect((await list.page(threadId, 'best', claimed)).comments.map(({ id }) => id)).toEqual(honest.comments.map(({ id }) => id));
  });

  it('go on by the present order when the reading began too long ago', async () => {
    const threadId = await aThread(server.sql);
    for (let index = 0; index < 45; index += 1) await post.execute(anna, threadId, aPost());
    const { nextCursor } = await list.page(threadId, 'best');
    const old = claiming(nextCursor, { startedTime: Date.now() - 3_600_000 });
    await react.execute(ben, (await list.page(threadId, 'best', old)).comments[0]?.id ?? '', 'like');
    await server.sql.query('delete from comment_sort_past where thread_id = $1', [threadId]);
    expect((await list.page(threadId, 'best', old)).comments).toHaveLength(20);
  });

  it('bring each comment with its first three replies on two levels, and the rest by cursor', async () => {
    const threadId = await aThread(server.sql);
    const root = await post.execute(anna, threadId, aPost());
    const replies: string[] = [];
    for (let index = 0; index < 30; index += 1) replies.push((await post.execute(ben, threadId, aPost({ parentId: root.own.id }))).own.id);
    const second = await post.execute(anna, threadId, aPost({ parentId: replies[0] }));
    const third = await post.execute(ben, threadId, aPost({ parentId: second.own.id }));
    const page = await list.page(threadId, 'best');
    expect(page.comments.map((comment) => comment.id)).toEqual([root.own.id, ...replies.slice(0, 3), second.own.id]);
    const next = await list.replies(root.own.id, replies[2]);
    const direct = next.comments.filter((comment) => comment.parentId === root.own.id).map((comment) => comment.id);
    expect([direct, next.hasMore]).toEqual([replies.slice(3, 23), true]);
    const permalink = await list.permalink(third.own.id);
    expect(permalink.ancestors.map((comment) => comment.id)).toEqual([root.own.id, replies[0], second.own.id]);
  });

  const aCursor = (...parts: string[]) => Buffer.from([...parts, randomUUID()].join('|')).toString('base64url');
  it.each([
    ['newest', ''],
    ['newest', 'x'],
    ['newest', aCursor('best', '1', '1', '0.5')],
    ['newest', aCursor('newest', '1', '1', 'now')],
    ['newest', aCursor('newest', '1', '1', '2026-02-30T00:00:00.000Z')],
    ['oldest', aCursor('oldest', '1', '1', '0000-01-01T00:00:00.000Z')],
    ['best', aCursor('best', '1', '1', '1e-999')],
    ['newest', `${aCursor('newest', '1', '1', '2026-01-01T00:00:00.000Z')}=`],
  ] as const)('refuse, in the order %s, the cursor %p', async (order, cursor) => {
    const threadId = await aThread(server.sql);
    await expect(list.page(threadId, order, cursor)).rejects.toMatchObject({ code: 'invalid_request', status: 400 });
  });
});

describe('the change log', () => {
  it('never lets a reader skip a change that commits late', async () => {
    const threadId = await aThread(server.sql);
    const transactions = server.app.get(Transactions, { strict: false });
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isTaken = (): void => undefined;
    const taken = new Promise<void>((resolve) => {
      isTaken = resolve;
    });
    const slow = transactions.run(async (tx) => {
      await takeChanges(tx, threadId, { count: 1, comments: 0, act: 'edit' });
      isTaken();
      await held;
    });
    await taken;
    const fast = post.execute(anna, threadId, aPost());
    expect((await list.changes(threadId, 0)).state.head).toBe(0);
    release();
    await slow;
    expect((await fast).view?.seq).toBe(2);
  });
});

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}
