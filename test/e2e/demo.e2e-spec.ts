import type { CommentPage, VisibleComment } from '../../contract/conversation';
import type { Block } from '../../contract/text';
import { ImportComments } from '../../src/comments';
import { DemoPublisher } from '../../src/demo';
import { demoEditor, demoReaders } from '../../src/demo/conversations';
import { Transactions } from '../../src/platform/database';
import { Clock } from '../../src/platform/time';
import { normalizeReaderName, readerNameProblem } from '../../src/readers';
import { aReader, aThread } from '../builders/conversation';
import { BrowserLike } from '../support/browser-like';
import { wrongCounters } from '../support/invariants';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let articleUrl: string;
let paper: string;

const demo = () => server.app.get(DemoPublisher, { strict: false });
const get = async <Body>(path: string): Promise<Body> => (await new BrowserLike(server.url).get<Body>(path)).body;

beforeAll(async () => {
  server = await startTestApp({ DEMO_PORT: 0 });
  articleUrl = await demo().start(0, server.url);
  paper = new URL(articleUrl).origin;
});
afterAll(() => server.close());

async function threadOf(article: string): Promise<string> {
  return (await get<{ id: string }>(`/api/v1/sites/demo/threads/${article}`)).id;
}

async function commentsOf(threadId: string): Promise<VisibleComment[]> {
  const { rows } = await server.sql.query('select id from comment where thread_id = $1 and visible order by posted_at', [threadId]);
  return Promise.all(rows.map(async ({ id }) => (await get<{ comment: VisibleComment }>(`/api/v1/comments/${id}`)).comment));
}

function blockTypes(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.type === 'paragraph' ? block.children.map(({ type }) => type) : [block.type]));
}

describe('the demo’s newspaper', () => {
  it('is on another site than the service, and on its own origin', () => {
    expect([new URL(articleUrl).hostname, new URL(articleUrl).pathname]).toEqual(['127.0.0.1', '/night-train']);
    expect(paper).not.toBe(new URL(server.url).origin);
  });

  it('lists two articles with their counts', async () => {
    const html = await (await fetch(paper)).text();
    expect([...html.matchAll(/data-parley-count="([\w-]+)"/g)].map(([, key]) => key)).toEqual(['night-train', 'harbour-bath']);
    expect(html).toContain(`<script async src="${server.url}/counts.js"></script>`);
  });

  it.each([
    ['night-train', 600],
    ['harbour-bath', 150],
  ])('has the article %s with the tag and enough to read', async (key, words) => {
    const html = await (await fetch(`${paper}/${key}`)).text();
    expect(html).toContain(`<div data-parley-thread="${key}"></div>\n<script async src="${server.url}/embed.js"></script>`);
    expect(html).toContain(`<link rel="canonical" href="${paper}/${key}">`);
    expect(html.replace(/<[^>]+>/g, ' ').split(/\s+/).length).toBeGreaterThan(words);
  });

  it('asks for nothing but its own files and the service', async () => {
    for (const path of ['/', '/night-train', '/harbour-bath', '/paper.css', '/night-train.svg', '/harbour-bath.svg', '/emblem.svg']) {
      const answer = await fetch(paper + path);
      expect([path, answer.status]).toEqual([path, 200]);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
      const addresses = [...(await answer.text()).matchAll(/(?:src|href)="(https?:[^"]+)"|url\((https?:[^)]+)\)/g)].map(
        ([, attribute, style]) => new URL(attribute ?? style ?? '').origin,
      );
      expect(addresses.filter((origin) => origin !== paper && origin !== new URL(server.url).origin)).toEqual([]);
    }
  });

  it('only answers reading, where it is', async () => {
    expect((await fetch(`${paper}/nothing`)).status).toBe(404);
    expect((await fetch(paper, { method: 'POST' })).status).toBe(405);
    expect((await fetch(`${paper}//`)).status).toBe(400);
    const elsewhere = await fetch(`${paper.replace('127.0.0.1', 'localhost')}/night-train`, { redirect: 'manual' });
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([302, articleUrl]);
  });
});

describe('the demo’s conversation', () => {
  it('is the first thing a visitor sees', async () => {
    const page = await get<CommentPage>(`/api/v1/threads/${await threadOf('night-train')}/comments?order=oldest`);
    expect(page.comments.filter(({ depth }) => depth === 0)).toHaveLength(6);
    expect(page.thread.commentCount).toBe(14);
    expect(await get(`/api/v1/sites/demo/counts?article=night-train&article=harbour-bath`)).toEqual({
      'night-train': 14,
      'harbour-bath': 2,
    });
  });

  it('shows what a conversation can be', async () => {
    const comments = await commentsOf(await threadOf('night-train'));
    const published = comments.flatMap((comment) => (comment.state === 'published' ? [comment] : []));
    expect(Math.max(...comments.map(({ depth }) => depth))).toBe(4);
    expect(comments.filter(({ state }) => state === 'tombstone')).toHaveLength(1);
    expect(new Set(published.map(({ author }) => author.name)).size).toBe(demoReaders.length);
    expect(published.filter(({ author }) => author.badge === 'staff').map(({ author }) => author.name)).toEqual([demoEditor]);
    expect(published.filter(({ editedAt }) => editedAt !== null)).toHaveLength(1);
    expect(published.some(({ dislikes }) => dislikes > 0)).toBe(true);
    expect(new Set(published.flatMap(({ body }) => blockTypes(body)))).toEqual(
      new Set(['text', 'emphasis', 'spoiler', 'list', 'blockquote']),
    );
  });

  it('was written over the past hours', async () => {
    const times = (await commentsOf(await threadOf('night-train'))).map(({ postedAt }) => Date.parse(postedAt));
    const now = server.app.get(Clock, { strict: false }).now().getTime();
    expect(Math.max(...times)).toBeLessThan(now);
    expect(Math.min(...times)).toBeGreaterThan(now - 12 * 3_600_000);
  });

  it.each(['night-train', 'harbour-bath'])('has true counters under %s, and a number for each change', async (article) => {
    const threadId = await threadOf(article);
    expect(await wrongCounters(server.sql, threadId)).toEqual([]);
    const { rows } = await server.sql.query(
      `select h.head::int, h.last_comment_at = max(c.posted_at) as is_last, count(distinct c.seq)::int as stamped, count(*)::int as visible, max(c.seq)::int as newest
         from thread_head h join comment c on c.thread_id = h.thread_id and c.visible where h.thread_id = $1 group by h.thread_id`,
      [threadId],
    );
    expect(rows[0]).toMatchObject({ is_last: true, stamped: rows[0].visible });
    expect(rows[0].newest).toBeLessThanOrEqual(rows[0].head);
  });

  it('is by readers with proper names, as whom nobody can log in', async () => {
    expect(demoReaders.filter((name) => normalizeReaderName(name) !== name || readerNameProblem(name) !== undefined)).toEqual([]);
    const { rows } = await server.sql.query(`select email, password_hash from reader where email like '%@readers.invalid'`);
    expect(rows).toHaveLength(demoReaders.length);
    for (const password of ['', 'none', rows[0].password_hash]) {
      const answer = await new BrowserLike(server.url).post('/api/v1/session', { email: rows[0].email, password });
      expect(answer.status).toBe(401);
    }
  });

  it('is there once, and stays where it is found, however often and wherever the demo starts', async () => {
    const before = await server.sql.query('select count(*)::int as comments, max(seq)::int as newest from comment');
    await server.app.get(DemoPublisher, { strict: false }).onApplicationShutdown();
    const moved = new URL(await demo().start(0, server.url)).origin;
    expect(moved).not.toBe(paper);
    expect((await server.sql.query('select count(*)::int as comments, max(seq)::int as newest from comment')).rows).toEqual(before.rows);
    const { rows } = await server.sql.query('select s.origins, o.origin from site s join site_origin o on o.site_id = s.id');
    expect(rows).toEqual([{ origins: [moved], origin: moved }]);
    expect((await get<{ url: string }>('/api/v1/sites/demo/threads/night-train')).url).toBe(`${moved}/night-train`);
    expect((await fetch(`${moved}/night-train`)).status).toBe(200);
  });

  it('leaves a site alone that has its name and is somebody’s', async () => {
    await server.sql.query(`update site set origins = '{https://demo.example}' where key = 'demo'`);
    await server.app.get(DemoPublisher, { strict: false }).onApplicationShutdown();
    await expect(demo().start(0, server.url)).rejects.toThrow(/left alone/);
    expect((await server.sql.query('select origins from site')).rows).toEqual([{ origins: ['https://demo.example'] }]);
  });
});

describe('importing comments', () => {
  it('does all or nothing', async () => {
    const threadId = await aThread(server.sql);
    const { readerId: authorId } = await aReader(server.sql);
    const at = new Date('2026-01-01T12:00:00Z');
    const [first, second] = ['0193a000-0000-7000-8000-00000000000a', '0193a000-0000-7000-8000-00000000000b'] as const;
    const importing = server.app.get(Transactions, { strict: false }).run((tx) =>
      server.app.get(ImportComments, { strict: false }).execute(tx, threadId, [
        { id: first, parentId: null, authorId, texts: [{ text: 'Good', at }] },
        { id: second, parentId: first, authorId, texts: [{ text: '   ', at }] },
      ]),
    );
    await expect(importing).rejects.toMatchObject({ code: 'comment_empty' });
    expect((await get<CommentPage>(`/api/v1/threads/${threadId}/comments`)).thread).toMatchObject({ head: 0, commentCount: 0 });
  });

  it('keeps the texts a comment had, with the time each was replaced', async () => {
    const threadId = await aThread(server.sql);
    const { readerId: authorId } = await aReader(server.sql);
    const id = '0193a000-0000-7000-8000-00000000000c';
    const times = ['2026-01-01T12:00:00.000Z', '2026-01-01T12:05:00.000Z', '2026-01-01T12:09:00.000Z'].map((time) => new Date(time));
    const [first, second, third] = times.map((at, index) => ({ text: `Text ${index + 1}`, at }));
    await server.app
      .get(Transactions, { strict: false })
      .run((tx) =>
        server.app
          .get(ImportComments, { strict: false })
          .execute(tx, threadId, [{ id, parentId: null, authorId, texts: [first!, second!, third!] }]),
      );
    const { comment } = await get<{ comment: VisibleComment }>(`/api/v1/comments/${id}`);
    expect(comment).toMatchObject({ seq: 1, revision: 3, postedAt: times[0]?.toISOString(), editedAt: times[2]?.toISOString() });
    const { rows } = await server.sql.query(
      'select revision, text, replaced_at from comment_revision where comment_id = $1 order by revision',
      [id],
    );
    expect(rows).toEqual([
      { revision: 1, text: 'Text 1', replaced_at: times[1] },
      { revision: 2, text: 'Text 2', replaced_at: times[2] },
    ]);
  });
});

describe('without a demo port', () => {
  it('there is no demo', async () => {
    const plain = await startTestApp();
    expect(() => plain.app.get(DemoPublisher, { strict: false })).toThrow();
    await plain.close();
  });
});
