import { createHash } from 'node:crypto';
import { get } from 'node:http';
import { PostComment } from '../../src/comments/post-comment';
import { WithdrawComment } from '../../src/comments/withdraw-comment';
import type { ReaderActor } from '../../src/platform/access';
import { TemporarilyUnavailable } from '../../src/platform/http';
import { CreateSite } from '../../src/sites';
import { OpenThread, RegisterThread, type Thread } from '../../src/threads';
import { aPost, aReader } from '../builders/conversation';
import { startTestApp, type TestApp } from '../support/test-app';

const origin = 'https://news.example';
const otherOrigin = 'https://m.news.example:8443';

let server: TestApp;
let anna: ReaderActor;
let made = 0;

beforeAll(async () => {
  server = await startTestApp();
  anna = await aReader(server.sql, { name: 'Anna' });
  await server.app.get(CreateSite, { strict: false }).execute({ key: 'news', name: 'The News', origins: [origin, otherOrigin] });
});
afterAll(() => server.close());

async function anArticle(given: { title?: string } = {}): Promise<Thread> {
  made += 1;
  const articleKey = `story-${made}`;
  const page = { origin, articleKey, url: `${origin}/${articleKey}`, title: given.title ?? 'A story', address: '192.0.2.1' };
  return (await server.app.get(OpenThread, { strict: false }).execute(page)).thread;
}

/** One that the publisher has said what it is. */
async function aRegisteredArticle(given: { title?: string } = {}): Promise<Thread> {
  const { articleKey, url, title } = await anArticle(given);
  return server.app.get(RegisterThread, { strict: false }).execute('news', articleKey, { url, title });
}

/** By several readers, since one may not write so often. */
async function aComment(thread: Thread, given: { text?: string; parentId?: string; author?: ReaderActor } = {}): Promise<string> {
  const author = given.author ?? (await aReader(server.sql));
  return (await server.app.get(PostComment, { strict: false }).execute(author, thread.id, aPost(given))).own.id;
}

function framePath(given: Record<string, string>): string {
  return `/embed/thread?${new URLSearchParams({ origin, lang: 'en', ...given })}`;
}

interface Page {
  status: number;
  headers: Headers;
  html: string;
}

async function open(path: string, headers: Record<string, string> = {}): Promise<Page> {
  const answer = await fetch(server.url + path, { headers });
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
}

function openFrame(given: Record<string, string>): Promise<Page> {
  return open(framePath(given));
}

function directives(page: Page): Record<string, string> {
  const policy = page.headers.get('content-security-policy') ?? '';
  return Object.fromEntries(policy.split('; ').map((directive) => [directive.split(' ', 1)[0], directive.replace(/^\S+ ?/, '')]));
}

/** The text of each element of the name, as a parser of HTML finds its end. */
function elements(html: string, name: string, attributes = ''): string[] {
  return [...html.matchAll(new RegExp(`<${name}${attributes}[^>]*>([\\s\\S]*?)</${name}`, 'g'))].map(([, text]) => text ?? '');
}

function stateOf(page: Page): any {
  return JSON.parse(elements(page.html, 'script', ' type="application/json"')[0] ?? '');
}

const hostile = '</script><script>alert(1)</script><!--<script>\u2028 & "quoted" \'too\' <img src=x onerror=alert(1)>';

describe('the framed document', () => {
  it('has the conversation in it, and the state it was rendered from', async () => {
    const thread = await anArticle({ title: 'Trams return' });
    const id = await aComment(thread, { text: 'A calm thought about trams.', author: anna });
    const page = await openFrame({ article: thread.articleKey, lang: 'de-AT' });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.html).toMatch(/^<!doctype html>\n<html lang="de" dir="ltr" data-theme="auto">/);
    expect(page.html).toContain('<title>Trams return</title>');
    expect(page.html.split('<script type="application/json"')[0]).toContain('A calm thought about trams.');
    expect(stateOf(page)).toMatchObject({
      thread: { id: thread.id, articleKey: thread.articleKey, title: 'Trams return' },
      page: { thread: { commentCount: 1 }, comments: [{ id, author: { name: 'Anna' } }] },
      order: 'newest',
      permalink: null,
      site: { name: 'The News' },
      section: null,
      publisherOrigin: origin,
      language: 'de',
    });
  });

  it('may be framed by the origins of its site only, runs only our scripts, and sets no cookie', async () => {
    const thread = await anArticle();
    const page = await openFrame({ article: thread.articleKey });
    const styles = elements(page.html, 'style').map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    expect(directives(page)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': `'self' ${styles.join(' ')}`,
      'img-src': "'self' data:",
      'connect-src': "'self' ws://localhost:4600",
      'form-action': "'self'",
      'base-uri': "'none'",
      'frame-ancestors': `${origin} ${otherOrigin}`,
      'require-trusted-types-for': "'script'",
      'trusted-types': "'none'",
    });
    const named = ['x-frame-options', 'set-cookie', 'x-content-type-options', 'referrer-policy', 'cache-control', 'x-robots-tag'];
    expect(named.map((name) => page.headers.get(name))).toEqual([null, null, 'nosniff', 'no-referrer', 'no-cache', 'noindex']);
    expect(page.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(page.headers.get('permissions-policy')).toContain('camera=()');
    expect(page.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('names no origin in its policy that could end it', async () => {
    const key = `odd-${made}`;
    const origins = ['https://odd.example;sandbox', 'https://odd.example'];
    await server.app.get(CreateSite, { strict: false }).execute({ key, name: 'Odd', origins });
    const page = await openFrame({ article: 'one', origin: 'https://odd.example', url: 'https://odd.example/one' });
    expect([page.status, directives(page)['frame-ancestors']]).toEqual([200, 'https://odd.example']);
  });

  it('starts a module, and loads the words it asks for first beside it, both to be kept for ever', async () => {
    const thread = await anArticle();
    const { html } = await openFrame({ article: thread.articleKey, lang: 'fr' });
    const [, client = ''] = /<script type="module" src="([^"]+)">/.exec(html) ?? [];
    const [, words = ''] = /<link rel="modulepreload" href="([^"]+)">/.exec(html) ?? [];
    expect([client, words]).toEqual([expect.stringMatching(/^\/embed\/assets\/client-/), expect.stringMatching(/^\/embed\/assets\/fr-/)]);
    for (const address of [client, words]) {
      const script = await open(address);
      expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
      expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(script.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    }
  });

  it('wears the look of the page, as far as it is one', async () => {
    const thread = await anArticle();
    const page = await openFrame({ article: thread.articleKey, lang: 'ar', theme: 'dark', accent: '#005a9c', font: 'Georgia, x{}, serif' });
    expect(page.html).toMatch(/<html lang="ar" dir="rtl" data-theme="dark">/);
    expect(elements(page.html, 'style').at(-1)).toBe(':root{--parley-accent:#005a9c;--parley-font:Georgia,serif}');
    const plain = await openFrame({ article: thread.articleKey, theme: '"><script>', accent: 'red}', font: '</style><script>' });
    expect(elements(plain.html, 'style')).toHaveLength(1);
    expect(plain.html).toContain('data-theme="auto"');
  });

  it('keeps hostile titles and comments inert, and their words', async () => {
    const thread = await anArticle({ title: `Title ${hostile}` });
    await aComment(thread, { text: `Text ${hostile}` });
    const page = await openFrame({ article: thread.articleKey });
    expect(elements(page.html, 'script')).toHaveLength(2);
    expect(page.html).not.toMatch(/<script>|<img|<!--/);
    expect(elements(page.html, 'script').join()).not.toContain('\u2028');
    const state = stateOf(page);
    expect(state.thread.title).toContain('</script><script>alert(1)</script><!--');
    expect(JSON.stringify(state.page.comments[0].body)).toContain('</script><script>alert(1)');
  });

  it('shows a comment of the thread with what it answers, and the conversation when it is of another', async () => {
    const thread = await anArticle();
    const parent = await aComment(thread);
    const reply = await aComment(thread, { parentId: parent });
    const page = await openFrame({ article: thread.articleKey, comment: reply.toUpperCase() });
    expect(stateOf(page).permalink).toMatchObject({ ancestors: [{ id: parent }], comment: { id: reply } });
    const elsewhere = await aComment(await anArticle());
    for (const comment of [elsewhere, '0193a000-0000-7000-8000-000000000001', 'nonsense']) {
      const whole = await openFrame({ article: thread.articleKey, comment });
      expect([whole.status, stateOf(whole).permalink, stateOf(whole).page.comments.length]).toEqual([200, null, 2]);
    }
  });

  it('is answered with 304 until the conversation changes', async () => {
    const thread = await anArticle();
    const path = framePath({ article: thread.articleKey });
    const before = await open(path);
    const etag = before.headers.get('etag') ?? '';
    const again = await open(path, { 'if-none-match': etag });
    expect([again.status, again.html]).toEqual([304, '']);
    expect(again.headers.get('content-security-policy')).toBe(before.headers.get('content-security-policy'));
    await aComment(thread, { text: 'Something new.' });
    const after = await open(path, { 'if-none-match': etag });
    expect([after.status, after.html.includes('Something new.')]).toEqual([200, true]);
  });

  it('has nothing in it that was withdrawn', async () => {
    const thread = await anArticle();
    const id = await aComment(thread, { text: 'canary-withdrawn', author: anna });
    expect((await openFrame({ article: thread.articleKey })).html).toContain('canary-withdrawn');
    await server.app.get(WithdrawComment, { strict: false }).execute(anna, id);
    expect((await openFrame({ article: thread.articleKey })).html).not.toContain('canary-withdrawn');
  });

  it('makes the thread of an article at its first view', async () => {
    const page = await openFrame({ article: 'fresh', url: `${origin}/fresh#top`, title: 'Fresh from the press' });
    expect([page.status, stateOf(page).thread.title, stateOf(page).thread.url]).toEqual([200, 'Fresh from the press', `${origin}/fresh`]);
  });

  it('knows a site by each of its origins, and speaks to that one only', async () => {
    const thread = await anArticle();
    const page = await openFrame({ article: thread.articleKey, origin: otherOrigin });
    expect([page.status, stateOf(page).publisherOrigin]).toEqual([200, otherOrigin]);
  });
});

describe('a frame that cannot be shown', () => {
  it.each([
    ['an unknown origin', { origin: 'https://evil.example', article: 'story-1' }, 403, 'auf dieser Seite nicht'],
    ['no origin', { origin: '', article: 'story-1' }, 403, 'auf dieser Seite nicht'],
    ['an opaque origin', { origin: 'null', article: 'story-1' }, 403, 'auf dieser Seite nicht'],
    ['no article', { article: '' }, 400, 'auf dieser Seite nicht'],
    ['an article with an invisible character', { article: 'a\0b' }, 400, 'auf dieser Seite nicht'],
    ['an article elsewhere', { article: 'elsewhere', url: 'https://evil.example/' }, 422, 'auf dieser Seite nicht'],
  ])('says so, calmly: %s', async (_, given, status, sentence) => {
    const page = await openFrame({ lang: 'de', theme: 'dark', ...given });
    expect(page.html).toContain('data-theme="dark"');
    expect([page.status, page.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
    expect(page.html).toContain(sentence);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('x-frame-options')).toBeNull();
    expect(directives(page)).toEqual({
      'default-src': "'none'",
      'style-src': `'sha256-${createHash('sha256')
        .update(elements(page.html, 'style')[0] ?? '')
        .digest('base64')}'`,
      'form-action': "'none'",
      'base-uri': "'none'",
      'frame-ancestors': '*',
    });
  });

  it.each([
    ['the database is away', new TemporarilyUnavailable(), 503, '5'],
    ['something is wrong on our side', new Error('canary-internal'), 500, null],
  ])('offers another try when %s, and tells nothing internal', async (_, error, status, retryAfter) => {
    const failing = jest.spyOn(server.app.get(OpenThread, { strict: false }), 'execute').mockRejectedValueOnce(error);
    const page = await openFrame({ article: 'story-1', lang: 'es' });
    failing.mockRestore();
    expect([page.status, page.headers.get('retry-after')]).toEqual([status, retryAfter]);
    expect(page.html).toContain('<a href="">Intentar de nuevo</a>');
    expect(page.html).not.toContain('canary-internal');
  });

  it('gives back nothing of a hostile address as markup', async () => {
    for (const name of ['origin', 'article', 'url', 'title', 'lang', 'theme', 'accent', 'font', 'comment']) {
      const page = await openFrame({ article: 'hostile', url: `${origin}/hostile`, [name]: `"'>${hostile}` });
      expect(page.html).not.toMatch(/<script>|<img|<!--/);
      expect(page.headers.get('content-security-policy')).not.toMatch(/alert|onerror/);
    }
  });

  it('is the same for parameters sent twice', async () => {
    const page = await open(`${framePath({ article: 'story-1' })}&origin=${encodeURIComponent(origin)}`);
    expect(page.status).toBe(403);
  });
});

describe('the scripts that article pages name', () => {
  it.each(['/embed.js', '/counts.js'])('%s goes to any page, is kept for minutes, and then asked for by its tag', async (path) => {
    const script = await open(path);
    const named = ['content-type', 'cache-control', 'cross-origin-resource-policy', 'set-cookie', 'x-content-type-options'];
    expect([script.status, ...named.map((name) => script.headers.get(name))]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'public, max-age=300',
      'cross-origin',
      null,
      'nosniff',
    ]);
    const again = await open(path, { 'if-none-match': script.headers.get('etag') ?? '' });
    expect([again.status, again.html]).toEqual([304, '']);
    expect((await fetch(server.url + path, { method: 'HEAD' })).status).toBe(200);
  });

  it.each(['br', 'gzip'])('are sent as %s to who takes it', async (coding) => {
    const headers = await new Promise<Record<string, unknown>>((resolve, reject) => {
      get(`${server.url}/embed.js`, { headers: { 'accept-encoding': coding } }, (answer) => resolve(answer.resume().headers)).on(
        'error',
        reject,
      );
    });
    expect([headers['content-encoding'], headers.vary]).toEqual([coding, 'accept-encoding']);
  });

  it.each(['none.js', '..%2Fserver.js', '%2e%2e%2fmanifest.json', 'constructor', '__proto__'])('there is no part %s', async (name) => {
    const answer = await open(`/embed/assets/${name}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
  });
});

describe('the counts of a page', () => {
  const count = (given: string[][]) => open(`/embed/counts?${new URLSearchParams(given)}`);

  it('are those of its articles, for any page to read and for half a minute', async () => {
    const thread = await anArticle();
    await aComment(thread);
    await aComment(thread);
    const answer = await count([['origin', origin], ...[thread.articleKey, 'nobody', '__proto__'].map((key) => ['article', key])]);
    expect(answer.html).toBe(`{"${thread.articleKey}":2,"nobody":0,"__proto__":0}`);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('public, max-age=30');
  });

  it.each([
    [
      'an unknown origin',
      [
        ['origin', 'https://evil.example'],
        ['article', 'a'],
      ],
      403,
    ],
    ['no origin', [['article', 'a']], 400],
    ['no article', [['origin', origin]], 400],
    [
      'an article with an invisible character',
      [
        ['origin', origin],
        ['article', 'a\0'],
      ],
      400,
    ],
    ['too many', [['origin', origin], ...Array.from({ length: 101 }, (_, index) => ['article', `${index}`])], 400],
  ])('are refused for %s', async (_, given, status) => {
    expect((await count(given)).status).toBe(status);
  });
});

describe('the fragment', () => {
  const fragmentPath = (thread: Thread, query = '') => `/sites/news/threads/${thread.articleKey}/comments.html${query}`;
  const idsIn = (html: string) => [...html.matchAll(/id="parley-comment-([\da-f-]{36})"/g)].map(([, id]) => id);
  const jsonLd = (html: string) => JSON.parse(elements(html, 'script', ' type="application/ld\\+json"')[0] ?? '');

  it('is a whole document for any origin, without a script that runs', async () => {
    const thread = await aRegisteredArticle({ title: 'Trams & trains' });
    await aComment(thread, { text: 'A calm thought.' });
    const page = await open(`${fragmentPath(thread)}?lang=fr`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.html).toMatch(/^<!doctype html>\n<html lang="fr" dir="ltr"/);
    expect(page.html).toContain('<title>Trams &#38; trains</title>');
    expect(page.html).toContain(`<link rel="canonical" href="${thread.url}">`);
    expect(page.html).toContain('A calm thought.');
    const named = ['access-control-allow-origin', 'cache-control', 'set-cookie', 'cross-origin-resource-policy'];
    expect(named.map((name) => page.headers.get(name))).toEqual(['*', 'public, max-age=30', null, 'cross-origin']);
    const { 'style-src': styles, ...rest } = directives(page);
    expect(rest).toEqual({ 'default-src': "'none'", 'form-action': "'none'", 'base-uri': "'none'", 'frame-ancestors': "'none'" });
    for (const text of elements(page.html, 'style')) expect(styles).toContain(createHash('sha256').update(text).digest('base64'));
    expect((await open(`${fragmentPath(thread)}?lang=fr`, { 'if-none-match': page.headers.get('etag') ?? '' })).status).toBe(304);
  });

  it('reads and pages by plain links, every comment once', async () => {
    const thread = await anArticle();
    for (let index = 0; index < 45; index += 1) await aComment(thread, { text: `Thought ${index}` });
    const seen: unknown[] = [];
    let path: string | undefined = fragmentPath(thread, '?order=oldest');
    for (let pages = 0; path !== undefined && pages < 10; pages += 1) {
      const { html }: Page = await open(path);
      seen.push(...idsIn(html));
      const next: string | undefined = /<a[^>]*href="([^"]*cursor=[^"]*)"/.exec(html)?.[1];
      path = next && fragmentPath(thread, next.replace(/&(amp|#38);/g, '&'));
    }
    expect([seen.length, new Set(seen).size]).toEqual([45, 45]);
  });

  it.each(['page', 'part'])('reads a comment with many replies whole by plain links, in the form of a %s', async (form) => {
    const thread = await anArticle();
    const parent = await aComment(thread, { text: 'Who was there?' });
    const replies: string[] = [];
    for (let index = 0; index < 45; index += 1) replies.push(await aComment(thread, { parentId: parent }));
    const seen = new Set<unknown>();
    let address: string | undefined = fragmentPath(thread, `?form=${form}`);
    for (let pages = 0; address !== undefined && pages < 10; pages += 1) {
      const { html }: Page = await open(address.replace('http://localhost:4600', ''));
      for (const id of idsIn(html)) seen.add(id);
      const [, next]: string[] = /<a href="([^"]*)"[^>]*>Show (?:\d+ more replies|more comments)</.exec(html) ?? [];
      address = next && new URL(next.replace(/&(amp|#38);/g, '&'), `http://localhost:4600${fragmentPath(thread)}`).href;
    }
    expect([...seen].sort()).toEqual([parent, ...replies].sort());
  });

  it('shows one comment with what it answers and its replies', async () => {
    const thread = await anArticle();
    const parent = await aComment(thread);
    const reply = await aComment(thread, { parentId: parent });
    await aComment(thread);
    const page = await open(`${fragmentPath(thread)}?comment=${reply}`);
    expect(idsIn(page.html)).toEqual([parent, reply]);
    const stranger = await aComment(await anArticle());
    expect((await open(`${fragmentPath(thread)}?comment=${stranger}`)).status).toBe(404);
  });

  it('is only a part where a publisher includes it, with addresses that lead on from anywhere', async () => {
    const thread = await anArticle();
    const id = await aComment(thread);
    const { html } = await open(`${fragmentPath(thread)}?form=part`);
    expect(html).not.toMatch(/<(html|head|body|title|style)\b/);
    expect(html).toContain(`${thread.url}#parley-comment-${id}`);
    for (let index = 0; index < 25; index += 1) await aComment(thread);
    expect((await open(`${fragmentPath(thread)}?form=part`)).html).toContain(`http://localhost:4600${fragmentPath(thread)}?order=newest`);
  });

  it('passes on nothing that whoever opened the article first said of it', async () => {
    const thread = await anArticle({ title: 'Slander' });
    await aComment(thread);
    for (const form of ['', '?form=part']) {
      const { html } = await open(fragmentPath(thread, form));
      expect(html).toContain('A calm thought.');
      expect(html).not.toMatch(/Slander|canonical|ld\+json/);
      expect(html.includes('noindex')).toBe(form === '');
    }
  });

  it('tells search engines the comments as they answer each other, inert', async () => {
    const thread = await aRegisteredArticle({ title: `Title ${hostile}` });
    const parent = await aComment(thread, { text: `Text ${hostile}`, author: anna });
    const reply = await aComment(thread, { parentId: parent, text: 'Agreed.' });
    const { html } = await open(fragmentPath(thread));
    expect(html).not.toMatch(/<script>|<img|<!--/);
    expect(elements(html, 'script').join()).not.toContain('\u2028');
    const article = jsonLd(html);
    expect(article).toMatchObject({ '@context': 'https://schema.org', '@type': 'Article', '@id': thread.url, commentCount: 2 });
    expect(article.comment).toMatchObject([
      { '@type': 'Comment', '@id': `${thread.url}#parley-comment-${parent}`, author: { name: 'Anna' }, comment: [{ text: 'Agreed.' }] },
    ]);
    expect(article.comment[0].text).toContain('</script><script>alert(1)</script><!--');
    await server.app.get(WithdrawComment, { strict: false }).execute(anna, parent);
    const { comment: withdrawn } = jsonLd((await open(fragmentPath(thread))).html);
    expect(withdrawn).toMatchObject([{ creativeWorkStatus: 'Deleted', comment: [{ '@id': `${thread.url}#parley-comment-${reply}` }] }]);
    expect(withdrawn[0].author ?? withdrawn[0].text).toBeUndefined();
  });

  it.each([
    ['?order=loudest', 400],
    ['?cursor=nonsense', 400],
    ['?form=whole', 400],
    ['?comment=nonsense', 400],
    ['?order=oldest&order=newest', 400],
    ['?comment=0193a000-0000-7000-8000-000000000001&cursor=x', 400],
    ['?comment=0193a000-0000-7000-8000-000000000001&after=nonsense', 400],
    ['?after=0193a000-0000-7000-8000-000000000001', 400],
  ])('refuses %s', async (query, status) => {
    expect((await open(fragmentPath(await anArticle(), query))).status).toBe(status);
  });

  it('is there for the longest key of an article, in any script', async () => {
    const articleKey = 'ü/?#'.repeat(50);
    const page = { origin, articleKey, url: `${origin}/long`, title: 'Long', address: '192.0.2.1' };
    const { thread } = await server.app.get(OpenThread, { strict: false }).execute(page);
    const id = await aComment(thread);
    const answer = await open(`/sites/news/threads/${encodeURIComponent(articleKey)}/comments.html`);
    expect([answer.status, idsIn(answer.html)]).toEqual([200, [id]]);
  });

  it('is not found for an article without a thread', async () => {
    expect((await open('/sites/news/threads/none/comments.html')).status).toBe(404);
    expect((await open('/sites/none/threads/story-1/comments.html')).status).toBe(404);
    expect((await open('/sites/news/threads/a%00b/comments.html')).status).toBe(404);
  });
});
