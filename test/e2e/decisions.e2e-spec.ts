import { randomUUID } from 'node:crypto';
import type { HeldComment, Verdict } from '../../contract/moderation';
import { EditComment } from '../../src/comments/edit-comment';
import { PostComment } from '../../src/comments/post-comment';
import { WithdrawComment } from '../../src/comments/withdraw-comment';
import { DecideComment } from '../../src/moderation/decide-comment';
import type { ReaderActor } from '../../src/platform/access';
import { SetReaction } from '../../src/reactions/set-reaction';
import { aPost, aReader, aThread } from '../builders/conversation';
import { aBrowser, aReason, aStaffMember } from '../builders/staff';
import { BrowserLike } from '../support/browser-like';
import { unexplainedStatuses, wrongCounters } from '../support/invariants';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let post: PostComment;
let edit: EditComment;
let withdraw: WithdrawComment;
let decide: DecideComment;
let anna: ReaderActor;
let moderator: ReaderActor;
let console: BrowserLike;
let threadId: string;
let siteId: string;
let siteKey: string;
let reasonId: string;

beforeAll(async () => {
  server = await startTestApp();
  post = server.app.get(PostComment, { strict: false });
  edit = server.app.get(EditComment, { strict: false });
  withdraw = server.app.get(WithdrawComment, { strict: false });
  decide = server.app.get(DecideComment, { strict: false });
  anna = await aReader(server.sql, { name: 'Anna' });
});
afterAll(() => server.close());

beforeEach(async () => {
  threadId = await aThread(server.sql, { mode: 'premoderated' });
  const { rows } = await server.sql.query('select s.id, s.key from thread t join site s on s.id = t.site_id where t.id = $1', [threadId]);
  siteId = rows[0].id;
  siteKey = rows[0].key;
  reasonId = await aReason(server.sql, siteId, 'off_topic');
  moderator = await aStaffMember(server.sql, 'moderator', siteId);
  console = await aBrowser(server, moderator);
});
afterEach(async () => {
  expect(await wrongCounters(server.sql, threadId)).toEqual([]);
  expect(await unexplainedStatuses(server.sql)).toEqual([]);
});

async function held(text = 'Please look at this.'): Promise<string> {
  return (await post.execute(anna, threadId, aPost({ text }))).own.id;
}

const request = (verdict: Verdict, revision = 1, message?: string) => ({ verdict, revision, reasonId, message });

describe('a decision', () => {
  it('names a revision, and its record explains the status', async () => {
    const id = await held();
    const answer = await console.post(`/api/v1/comments/${id}/decisions`, request('reject', 1, ' This is about trains. '));
    expect([answer.status, answer.body]).toEqual([
      201,
      {
        decision: {
          id: expect.any(String),
          commentId: id,
          verdict: 'reject',
          revision: 1,
          from: 'held',
          to: 'rejected',
          decidedBy: { id: moderator.readerId, name: expect.any(String) },
          reason: { key: 'off_topic', title: null, ground: 'rules', rule: null },
          message: 'This is about trains.',
          decidedAt: expect.any(String),
        },
        status: 'rejected',
      },
    ]);
  });

  it.each<[Verdict[], string[]]>([
    [
      ['publish', 'remove', 'publish'],
      ['published', 'removed', 'published'],
    ],
    [
      ['publish', 'hold', 'reject', 'publish', 'hold', 'publish'],
      ['published', 'held', 'rejected', 'published', 'held', 'published'],
    ],
    [
      ['reject', 'hold', 'publish', 'remove', 'hold', 'reject'],
      ['rejected', 'held', 'published', 'removed', 'held', 'rejected'],
    ],
  ])('%p moves a held comment through %p', async (verdicts, statuses) => {
    const id = await held();
    for (const [index, verdict] of verdicts.entries()) {
      expect(await decide.execute(moderator, id, request(verdict))).toMatchObject({ status: statuses[index] });
      expect(await unexplainedStatuses(server.sql)).toEqual([]);
    }
  });

  it.each<[Verdict[], Verdict]>([
    [[], 'hold'],
    [[], 'remove'],
    [['publish'], 'publish'],
    [['publish'], 'reject'],
    [['reject'], 'reject'],
    [['reject'], 'remove'],
    [['publish', 'remove'], 'remove'],
    [['publish', 'remove'], 'reject'],
  ])('after %p refuses to %s, and says what was decided before', async (before, verdict) => {
    const id = await held();
    const colleague = await aStaffMember(server.sql, 'editor', siteId);
    for (const earlier of before) await decide.execute(colleague, id, request(earlier));
    const answer = await console.post(`/api/v1/comments/${id}/decisions`, request(verdict));
    expect([answer.status, answer.body.code, answer.body.revision]).toEqual([409, 'comment_changed', 1]);
    expect(answer.body.lastDecision?.commentId).toBe(before.length === 0 ? undefined : id);
    expect(answer.body.detail).toContain(answer.body.status);
  });

  it('that names the status it saw takes back nothing that a colleague decided since', async () => {
    const id = await held();
    const colleague = await aStaffMember(server.sql, 'editor', siteId);
    await decide.execute(colleague, id, request('reject'));
    const answer = await console.post(`/api/v1/comments/${id}/decisions`, { ...request('publish'), from: 'held' });
    expect([answer.status, answer.body.code, answer.body.status]).toEqual([409, 'comment_changed', 'rejected']);
    const again = await console.post(`/api/v1/comments/${id}/decisions`, { ...request('publish'), from: 'rejected' });
    expect(again.status).toBe(201);
    const resent = await console.post(`/api/v1/comments/${id}/decisions`, { ...request('publish'), from: 'rejected' });
    expect([resent.status, resent.body.decision.id]).toEqual([201, again.body.decision.id]);
  });

  it('on a text that was edited since is refused with the new revision', async () => {
    const id = await held();
    await edit.execute(anna, id, { revision: 1, text: 'Something else entirely.' });
    const answer = await console.post(`/api/v1/comments/${id}/decisions`, request('publish'));
    expect([answer.status, answer.body]).toEqual([
      409,
      expect.objectContaining({ code: 'comment_changed', revision: 2, status: 'held', lastDecision: null }),
    ]);
    expect((await console.post(`/api/v1/comments/${id}/decisions`, request('publish', 2))).status).toBe(201);
  });

  it('publishes nothing that its author took back', async () => {
    const id = await held();
    await withdraw.execute(anna, id);
    for (const verdict of ['publish', 'hold', 'reject', 'remove'] as const) {
      const answer = await console.post(`/api/v1/comments/${id}/decisions`, request(verdict));
      expect([answer.status, answer.body.code, answer.body.status]).toEqual([409, 'comment_changed', 'withdrawn']);
    }
  });

  it('that takes a comment away leaves a tombstone above visible replies, and gives it back whole', async () => {
    const root = await held('canary-root');
    await decide.execute(moderator, root, request('publish'));
    const reply = (await post.execute(anna, threadId, aPost({ parentId: root }))).own.id;
    await decide.execute(moderator, reply, request('publish'));
    await decide.execute(moderator, root, request('remove'));
    const page = `/api/v1/threads/${threadId}/comments`;
    expect((await console.get(page)).body).toMatchObject({
      comments: [{ state: 'tombstone', id: root }, { id: reply }],
      thread: { commentCount: 1 },
    });
    await decide.execute(moderator, root, request('publish'));
    expect((await console.get(page)).body).toMatchObject({ comments: [{ state: 'published', id: root, replyCount: 1 }, { id: reply }] });
  });

  it.each([
    ['another verdict', { verdict: 'delete', revision: 1 }],
    ['no revision', { verdict: 'publish' }],
    ['a status that is none', { verdict: 'publish', revision: 1, from: 'seen' }],
    ['a revision before the first', { verdict: 'publish', revision: 0 }],
    ['a revision beyond all', { verdict: 'publish', revision: 2 ** 31 }],
    ['a message without end', { verdict: 'publish', revision: 1, message: 'x'.repeat(1_001) }],
    ['a reason in words', { verdict: 'reject', revision: 1, reason: 'Off topic' }],
    ['somebody else who decides', { verdict: 'publish', revision: 1, decidedBy: randomUUID() }],
  ])('is refused with %s', async (_, body) => {
    const answer = await console.post(`/api/v1/comments/${await held()}/decisions`, body);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_request']);
  });
});

describe('what a decision makes visible', () => {
  it('says since which change it is, however long it waited and whatever changes in it later', async () => {
    const page = async () => (await console.get(`/api/v1/threads/${threadId}/comments`)).body;
    const [waited, other] = [await held('I came first.'), await held()];
    await decide.execute(moderator, other, request('publish'));
    const { head } = (await page()).thread;
    await decide.execute(moderator, waited, request('publish'));
    await server.app.get(SetReaction, { strict: false }).execute(moderator, other, 'like');
    const seen = Object.fromEntries((await page()).comments.map((comment: { id: string }) => [comment.id, comment]));
    expect(seen[waited]).toMatchObject({ seq: head + 1, visibleSince: head + 1 });
    expect(seen[other]).toMatchObject({ seq: head + 2, visibleSince: head });
    await decide.execute(moderator, waited, request('remove'));
    await decide.execute(moderator, waited, request('publish'));
    expect((await page()).comments.find(({ id }: { id: string }) => id === waited).visibleSince).toBe(head + 4);
  });
});

describe('decisions that race', () => {
  it('against each other: one is made, the other learns of it', async () => {
    const colleague = await aStaffMember(server.sql, 'editor', siteId);
    const other = await aStaffMember(server.sql, 'editor', siteId);
    for (let round = 0; round < 25; round += 1) {
      const id = await held();
      const outcomes = await Promise.allSettled([
        decide.execute(moderator, id, request('reject')),
        decide.execute(colleague, id, request('reject')),
        decide.execute(other, id, request('reject')),
      ]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected')
          expect(outcome.reason).toMatchObject({ code: 'comment_changed', extensions: { status: 'rejected' } });
      }
    }
  });

  it('against an edit never publish a text that nobody read', async () => {
    let edits = 0;
    for (let round = 0; round < 40; round += 1) {
      const id = await held();
      const attempts = [
        () => decide.execute(moderator, id, request('publish')),
        () => edit.execute(anna, id, { revision: 1, text: 'Unread.' }),
      ];
      if (round % 2 === 1) attempts.reverse();
      await Promise.allSettled(attempts.map((attempt) => attempt()));
      const { rows } = await server.sql.query(
        `select c.status, c.revision, c.text, d.revision as decided from comment c left join decision d on d.comment_id = c.id where c.id = $1`,
        [id],
      );
      expect(rows).toHaveLength(1);
      const [{ status, revision, text, decided }] = rows;
      if (status === 'published') expect({ revision, text, decided }).toEqual({ revision: 1, text: 'Please look at this.', decided: 1 });
      else expect({ status, revision, text }).toEqual({ status: 'held', revision: 2, text: 'Unread.' });
      edits += Number(revision === 2);
    }
    expect(edits).toBeGreaterThan(0);
  });

  it('against a withdrawal never bring the comment back', async () => {
    for (let round = 0; round < 25; round += 1) {
      const id = await held();
      const attempts = [() => decide.execute(moderator, id, request('publish')), () => withdraw.execute(anna, id)];
      if (round % 2 === 1) attempts.reverse();
      await Promise.allSettled(attempts.map((attempt) => attempt()));
      const { rows } = await server.sql.query('select status from comment where id = $1', [id]);
      expect(rows).toEqual([{ status: 'withdrawn' }]);
    }
  });
});

describe('the record of decisions', () => {
  it.each(['update decision set reason = null', 'delete from decision', 'truncate decision cascade'])(
    'refuses to %s',
    async (statement) => {
      await decide.execute(moderator, await held(), request('reject'));
      await expect(server.sql.query(statement)).rejects.toMatchObject({ message: 'decision is append-only' });
    },
  );

  it('and the status are written together or not at all', async () => {
    const id = await held();
    const gone = { ...moderator, readerId: randomUUID() };
    await expect(decide.execute(gone, id, request('publish'))).rejects.toThrow();
    const { rows } = await server.sql.query('select status from comment where id = $1', [id]);
    expect(rows).toEqual([{ status: 'held' }]);
  });
});

describe('the rights', () => {
  const callers: [string, () => Promise<BrowserLike>, number][] = [
    ['a visitor', async () => new BrowserLike(server.url), 401],
    ['a reader', async () => aBrowser(server, await aReader(server.sql)), 401],
    ['its author', async () => aBrowser(server, anna), 401],
    ['a moderator of the site in the frame', async () => aBrowser(server, { ...moderator, audience: 'embed' }), 401],
    [
      'an administrator in the frame',
      async () => aBrowser(server, { ...(await aStaffMember(server.sql, 'administrator')), audience: 'embed' }),
      401,
    ],
    [
      'a moderator who sends the session of the frame as one of the console',
      async () => {
        const browser = await aBrowser(server, { ...moderator, audience: 'embed' });
        browser.give('__Host-parley-console', browser.cookie('__Host-parley') ?? '');
        return browser;
      },
      401,
    ],
    ['somebody in the console without a role', async () => aBrowser(server, { ...(await aReader(server.sql)), audience: 'console' }), 404],
    ['staff of the site', async () => aBrowser(server, await aStaffMember(server.sql, 'staff', siteId)), 404],
    ['a moderator of another site', async () => aBrowser(server, await aStaffMember(server.sql, 'moderator', await anotherSite())), 404],
    ['an editor of another site', async () => aBrowser(server, await aStaffMember(server.sql, 'editor', await anotherSite())), 404],
    ['a moderator of the site', async () => console, 200],
    ['an editor of the site', async () => aBrowser(server, await aStaffMember(server.sql, 'editor', siteId)), 200],
    ['an administrator', async () => aBrowser(server, await aStaffMember(server.sql, 'administrator')), 200],
  ];

  it.each(callers)('of %s', async (_, caller, status) => {
    const id = await held();
    const browser = await caller();
    const decided = await browser.post(`/api/v1/comments/${id}/decisions`, request('publish'));
    const listed = await browser.get(`/api/v1/sites/${siteKey}/held`);
    expect([decided.status, listed.status]).toEqual(status === 200 ? [201, 200] : [status, status]);
    if (status === 200) return;
    const { rows } = await server.sql.query('select status from comment where id = $1', [id]);
    expect(rows).toEqual([{ status: 'held' }]);
    const unknown = await browser.post(`/api/v1/comments/${randomUUID()}/decisions`, request('publish'));
    const unknownSite = await browser.get('/api/v1/sites/nowhere/held');
    expect([told(decided.body), told(listed.body)]).toEqual([told(unknown.body), told(unknownSite.body)]);
  });

  it('are those of the console: a page of somebody else cannot decide', async () => {
    const id = await held();
    const answer = await console.post(`/api/v1/comments/${id}/decisions`, request('publish'), { 'sec-fetch-site': 'cross-site' });
    expect([answer.status, answer.body.code]).toEqual([403, 'cross_site_request']);
  });
});

async function anotherSite(): Promise<string> {
  const { rows } = await server.sql.query('select site_id from thread where id = $1', [await aThread(server.sql)]);
  return rows[0].site_id;
}

/** An answer without what names the request. */
function told({ instance: _, ...answer }: { instance: string }): object {
  return answer;
}

describe('a premoderated conversation', () => {
  it('is held, listed with what is needed to decide, and public once it is published', async () => {
    const reader = await aBrowser(server, anna);
    const posted = await reader.post(`/api/v1/threads/${threadId}/comments`, aPost({ text: 'A *careful* thought.' }));
    expect(posted.body).toMatchObject({ own: { status: 'held' }, view: null });
    const { id } = posted.body.own;
    const listed = await console.get(`/api/v1/sites/${siteKey}/held`);
    expect(listed.headers.get('cache-control')).toBe('no-store');
    expect(listed.body).toEqual({
      comments: [
        {
          id,
          thread: { id: threadId, articleKey: expect.any(String), title: 'A story', url: expect.any(String) },
          parents: [],
          author: { id: anna.readerId, name: 'Anna' },
          text: 'A *careful* thought.',
          body: posted.body.own.body,
          revision: 1,
          postedAt: posted.body.own.postedAt,
          editedAt: null,
          findings: [],
          lease: null,
        },
      ],
      nextCursor: null,
    });
    await console.post(`/api/v1/comments/${id}/decisions`, request('publish', listed.body.comments[0].revision));
    const page = await reader.get(`/api/v1/threads/${threadId}/comments`);
    expect(page.body).toMatchObject({
      comments: [{ id, state: 'published', author: { name: 'Anna' } }],
      thread: { head: 1, commentCount: 1 },
    });
    expect((await reader.get(`/api/v1/threads/${threadId}/mine`)).body.unpublished).toEqual([]);
    expect((await console.get(`/api/v1/sites/${siteKey}/held`)).body.comments).toEqual([]);
  });

  it('tells what a comment replies to, as it is now, and no more of it than a glance needs', async () => {
    const decision = (id: string, verdict: Verdict) => console.post(`/api/v1/comments/${id}/decisions`, request(verdict));
    const chain: string[] = [];
    for (const text of ['Root.', 'One.', `Two${'!'.repeat(600)}`, 'Three.', 'Four.']) {
      for (const id of chain.slice(-1)) await decision(id, 'publish');
      chain.push((await post.execute(anna, threadId, aPost({ parentId: chain.at(-1), text }))).own.id);
    }
    const [, one, two, three] = chain as [string, string, string, string];
    await decision(one, 'remove');
    await withdraw.execute(anna, three);
    const { comments } = (await console.get(`/api/v1/sites/${siteKey}/held`)).body;
    const author = { id: anna.readerId, name: 'Anna' };
    expect(comments.map(({ parents }: HeldComment) => parents)).toEqual([
      [
        { id: one, author, status: 'removed', text: 'One.' },
        { id: two, author, status: 'published', text: `Two${'!'.repeat(497)}` },
        { id: three, author, status: 'withdrawn', text: '' },
      ],
    ]);
  });

  it('lists what waits oldest first, page by page, each once, while others decide', async () => {
    const waiting: string[] = [];
    for (let index = 0; index < 120; index += 1) waiting.push(await held(`Number ${index}`));
    await server.sql.query(`update comment set posted_at = date_trunc('second', posted_at) where thread_id = $1`, [threadId]);
    const { rows } = await server.sql.query('select id from comment where thread_id = $1 order by posted_at, id', [threadId]);
    const found: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body }: { body: any } = await console.get(`/api/v1/sites/${siteKey}/held${cursor === '' ? '' : `?cursor=${cursor}`}`);
      found.push(...body.comments.map((comment: { id: string }) => comment.id));
      cursor = body.nextCursor;
      await decide.execute(moderator, found.at(-1) ?? '', request('publish'));
    }
    expect(found).toEqual(rows.map(({ id }) => id));
    expect([...found].sort()).toEqual([...waiting].sort());
  });

  it.each(['x', `2026-02-30T00:00:00.000Z|${randomUUID()}`, '2026-02-03T00:00:00.000Z|1'])('refuses the cursor %p', async (cursor) => {
    const answer = await console.get(`/api/v1/sites/${siteKey}/held?cursor=${Buffer.from(cursor).toString('base64url')}`);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_request']);
  });

  it('holds an edit of what was published; the decision on the text before does not count for the new one', async () => {
    const id = await held();
    await decide.execute(moderator, id, request('publish'));
    await edit.execute(anna, id, { revision: 1, text: 'Another thought.' });
    expect((await console.get(`/api/v1/sites/${siteKey}/held`)).body.comments).toMatchObject([
      { id, revision: 2, text: 'Another thought.' },
    ]);
    await expect(decide.execute(moderator, id, request('publish', 1))).rejects.toMatchObject({ code: 'comment_changed' });
    expect(await decide.execute(moderator, id, request('publish', 2))).toMatchObject({ status: 'published' });
  });
});
