import { randomInt, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { limits } from '../../contract/limits';
import { MakeFirstAdministrator } from '../../src/auth';
import { clientConfig, Reads } from '../../src/platform/database';
import { RateLimits } from '../../src/platform/http';
import { SitesRepository } from '../../src/sites';
import { type ArticlePage, OpenThread } from '../../src/threads';
import { NoteClosings } from '../../src/threads/note-closings';
import { SettleFirstViews } from '../../src/threads/settle-first-views';
import { aReader } from '../builders/conversation';
import { BrowserLike } from '../support/browser-like';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let administrator: BrowserLike;
let made = 0;

beforeAll(async () => {
  server = await startTestApp();
  administrator = new BrowserLike(server.url);
  const token = await server.app.get(MakeFirstAdministrator, { strict: false }).issueToken();
  const person = { email: administrator.email, password: 'correct horse battery', name: 'Chief' };
  await administrator.post('/api/v1/console/first-administrator', { token, ...person });
});
afterAll(() => server.close());

/** A site made through the API, with an origin nobody else has. */
async function aSite(given: { origins?: string[] } = {}): Promise<{ id: string; key: string; origin: string }> {
  made += 1;
  const key = `post-${made}`;
  const origins = given.origins ?? [`https://${key}.example`];
  const { body } = await administrator.post('/api/v1/sites', { key, name: `Post ${made}`, origins });
  return { id: body.id, key, origin: origins[0] ?? '' };
}

describe('the origins of sites', () => {
  const findByOrigin = (origin: string) => server.app.get(SitesRepository, { strict: false }).findSiteByOrigin(origin);

  it('lead to their site', async () => {
    const site = await aSite({ origins: ['https://one.example', 'https://www.one.example:8443'] });
    expect(await findByOrigin('https://www.one.example:8443')).toMatchObject({ id: site.id, key: site.key });
    expect(await findByOrigin('https://www.one.example')).toBeUndefined();
  });

  it('belong to one site only, also at the same moment', async () => {
    const answers = await Promise.all(
      ['alpha', 'beta', 'gamma'].map((key) =>
        administrator.post('/api/v1/sites', { key, name: key, origins: [`https://${key}.example`, 'https://shared.example'] }),
      ),
    );
    expect(answers.map(({ status, body }) => body.code ?? status).sort()).toEqual([201, 'origin_taken', 'origin_taken']);
    expect((await administrator.get('/api/v1/sites')).body.filter(({ key }: { key: string }) => /alpha|beta|gamma/.test(key))).toHaveLength(
      1,
    );
  });

  it('can be changed, and the ones given up are free for another site', async () => {
    const first = await aSite();
    const second = await aSite();
    const change = (key: string, body: object) => administrator.send('PATCH', `/api/v1/sites/${key}`, { body });
    expect((await change(second.key, { origins: [first.origin] })).body.code).toBe('origin_taken');
    expect(await findByOrigin(second.origin)).toMatchObject({ id: second.id });
    const moved = await change(first.key, { origins: ['https://moved.example'] });
    expect([moved.status, moved.body.name, moved.body.origins]).toEqual([200, `Post ${made - 1}`, ['https://moved.example']]);
    expect((await change(second.key, { origins: [first.origin] })).status).toBe(200);
    expect(await findByOrigin(first.origin)).toMatchObject({ id: second.id });
    expect((await change('nobody', { name: 'Nobody' })).status).toBe(404);
  });

  it.each(['https://one.example/', 'ftp://one.example', 'one.example', 'https://One.example', 'null'])('are never “%s”', async (origin) => {
    const answer = await administrator.post('/api/v1/sites', { key: 'wrong', name: 'Wrong', origins: [origin] });
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid_origin']);
  });
});

/** An article page as the embed tells of it; every one is opened from another network address. */
function aPage(site: { origin: string }, given: Partial<ArticlePage> = {}): ArticlePage {
  const articleKey = given.articleKey ?? `story-${randomUUID()}`;
  const address = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;
  return { origin: site.origin, articleKey, url: `${site.origin}/${articleKey}`, title: 'A story', address, ...given };
}

const open = (page: ArticlePage) => server.app.get(OpenThread, { strict: false }).execute(page);
const settle = () => server.app.get(SettleFirstViews, { strict: false }).execute();

async function threadRow(id: string): Promise<any> {
  return (await server.sql.query('select * from thread where id = $1', [id])).rows[0];
}

async function exists(id: string): Promise<boolean> {
  return (await threadRow(id)) !== undefined;
}

async function register(site: { key: string }, articleKey: string, body: object) {
  return administrator.send('PUT', `/api/v1/sites/${site.key}/threads/${articleKey}`, { body });
}

describe('the first view of an article', () => {
  it('makes its thread, which everybody after finds in one read', async () => {
    const site = await aSite();
    const page = aPage(site, { title: '  The night\u0000 train ', url: `${site.origin}/night#comments` });
    const first = await open(page);
    expect(first.site).toMatchObject({ id: site.id, key: site.key, origins: [site.origin] });
    expect(first.thread).toMatchObject({
      title: 'The night  train',
      url: `${site.origin}/night`,
      mode: 'open',
      registeredBy: 'first_view',
    });
    const reads = jest.spyOn(server.app.get(Reads, { strict: false }) as unknown as { send(): unknown }, 'send');
    expect((await open(page)).thread.id).toBe(first.thread.id);
    expect(reads).toHaveBeenCalledTimes(1);
    reads.mockRestore();
    expect((await administrator.get(`/api/v1/sites/${site.key}/threads/${page.articleKey}`)).body.id).toBe(first.thread.id);
  });

  it('makes one thread however many come at once, and counts it once', async () => {
    const site = await aSite();
    const page = aPage(site);
    const opened = await Promise.all(Array.from({ length: limits.rates.threadsPerAddress.points * 2 }, () => open(page)));
    expect(new Set(opened.map(({ thread }) => thread.id)).size).toBe(1);
    await expect(open(aPage(site, { address: page.address }))).resolves.toBeDefined();
  });

  it('is refused from an origin that no site has, with a sentence to act on', async () => {
    const refused = { code: 'unknown_origin', status: 403, message: expect.stringContaining('https://stranger.example') };
    await expect(open(aPage({ origin: 'https://stranger.example' }))).rejects.toMatchObject(refused);
    const { origin } = await aSite();
    for (const wrong of ['null', '', `${origin}/`, `${origin}/\u0000`]) {
      await expect(open(aPage({ origin }, { origin: wrong }))).rejects.toMatchObject({ code: 'unknown_origin' });
    }
  });

  it.each([
    ['another origin', 'https://elsewhere.example/story'],
    ['no web address', 'javascript:alert(1)'],
    ['nothing', ''],
    ['too long an address', `https://a.example/${'x'.repeat(limits.thread.urlMaxLength)}`],
  ])('registers nothing at %s', async (_, url) => {
    const site = await aSite();
    const page = aPage(site, { url });
    await expect(open(page)).rejects.toMatchObject({ code: 'url_not_on_site' });
    expect((await server.sql.query('select from thread where article_key = $1', [page.articleKey])).rowCount).toBe(0);
  });

  it('at another origin of the same site is of the address it says it is', async () => {
    const site = await aSite({ origins: ['https://m.two.example', 'https://www.two.example'] });
    await expect(open(aPage(site, { url: 'https://www.two.example/story' }))).rejects.toMatchObject({ code: 'url_not_on_site' });
  });

  it('finds the thread of a changed article key by an address that the publisher named, and by no other', async () => {
    const site = await aSite();
    const { body } = await register(site, 'old-slug', { url: `${site.origin}/old`, title: 'Slug', aliases: [`${site.origin}/new`] });
    const { thread } = await open(aPage(site, { articleKey: 'new-slug', url: `${site.origin}/new#top` }));
    expect(thread.id).toBe(body.id);
    const visited = await open(aPage(site, { articleKey: 'one', url: `${site.origin}/visited` }));
    const other = await open(aPage(site, { articleKey: 'other', url: `${site.origin}/visited` }));
    expect(other.thread.id).not.toBe(visited.thread.id);
  });

  it('keeps the thread when the article moves to another address', async () => {
    const site = await aSite();
    const { thread } = await open(aPage(site, { articleKey: 'stays' }));
    expect((await open(aPage(site, { articleKey: 'stays', url: `${site.origin}/moved` }))).thread).toEqual(thread);
  });

  it('becomes the publisher\u2019s when the publisher registers the article', async () => {
    const site = await aSite();
    const { thread } = await open(aPage(site, { title: 'BUY NOW' }));
    const answer = await register(site, thread.articleKey, { url: `${site.origin}/real`, title: 'The real title', mode: 'premoderated' });
    expect([answer.status, answer.body.id]).toEqual([200, thread.id]);
    expect((await open(aPage(site, { articleKey: thread.articleKey, title: 'BUY NOW' }))).thread).toMatchObject({
      title: 'The real title',
      url: `${site.origin}/real`,
      mode: 'premoderated',
      registeredBy: 'publisher',
      provisionalAt: null,
    });
  });

  it('is limited for each address', async () => {
    const site = await aSite();
    const address = '192.0.2.7';
    for (let index = 0; index < limits.rates.threadsPerAddress.points; index += 1) await open(aPage(site, { address }));
    const last = aPage(site, { address });
    await expect(open(last)).rejects.toMatchObject({ status: 429, code: 'too_many_requests' });
    await open({ ...last, address: '192.0.2.8' });
    await expect(open(last)).resolves.toBeDefined();
  });

  it('is limited for each site, exactly, also when many come at once', async () => {
    const site = await aSite();
    await server.sql.query(
      `with made as (
         insert into thread (id, site_id, article_key, url, title, registered_by, provisional_at)
         select gen_random_uuid(), $1, 'unused-' || i, $2 || '/' || i, 'Unused', 'first_view', now() from generate_series(1, $3) i returning id)
       insert into thread_head (thread_id) select id from made`,
      [site.id, site.origin, limits.thread.provisionalPerSite - 2],
    );
    const answers = await Promise.allSettled(Array.from({ length: 5 }, () => open(aPage(site))));
    const reasons = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []));
    expect(reasons).toEqual(Array(3).fill('too_many_first_views'));
    expect((await register(site, 'by-publisher', { url: `${site.origin}/x`, title: 'X' })).status).toBe(200);
    await expect(open(aPage(await aSite()))).resolves.toBeDefined();
    await server.sql.query('update thread set provisional_at = null where site_id = $1', [site.id]);
  });
});

describe('threads of first views', () => {
  const age = (id: string) => server.sql.query(`update thread set provisional_at = now() - interval '25 hours' where id = $1`, [id]);

  /** A comment as a row, in any status, through any connection. */
  async function insertComment(sql: Client, threadId: string, status: string): Promise<void> {
    const { readerId } = await aReader(server.sql);
    await sql.query(
      `insert into comment (id, thread_id, root_id, depth, author_id, client_id, request_digest, status, text, body, posted_at)
       select id, $1, id, 0, $2, id, '', $3, 'x', '[]', now() from gen_random_uuid() as id`,
      [threadId, readerId, status],
    );
  }

  async function aFirstView(): Promise<{ id: string; page: ArticlePage }> {
    const page = aPage(await aSite());
    return { id: (await open(page)).thread.id, page };
  }

  it('go when nobody opened them for a day, and come back when opened', async () => {
    const [forgotten, opened, fresh] = await Promise.all([aFirstView(), aFirstView(), aFirstView()]);
    await age(forgotten.id);
    await age(opened.id);
    await open(opened.page);
    await settle();
    expect([await exists(forgotten.id), await exists(opened.id), await exists(fresh.id)]).toEqual([false, true, true]);
    expect((await server.sql.query('select from thread_head where thread_id = $1', [forgotten.id])).rowCount).toBe(0);
    expect((await open(forgotten.page)).thread.id).not.toBe(forgotten.id);
  });

  it.each(['published', 'held', 'withdrawn'])('stay for good with a comment that is %s', async (status) => {
    const { id } = await aFirstView();
    await age(id);
    await insertComment(server.sql, id, status);
    await settle();
    expect(await threadRow(id)).toMatchObject({ registered_by: 'first_view', provisional_at: null });
  });

  it('stay for good when the publisher registered them', async () => {
    const { id, page } = await aFirstView();
    await age(id);
    const { rows } = await server.sql.query('select key from site join thread t on t.site_id = site.id where t.id = $1', [id]);
    await register({ key: rows[0].key }, page.articleKey, { url: page.url, title: 'Kept' });
    await settle();
    expect(await exists(id)).toBe(true);
  });

  it.each(['held', 'published'])('stay when a comment that is %s is being posted at that moment', async (status) => {
    const { id } = await aFirstView();
    await age(id);
    const poster = new Client(clientConfig(server.database.connection));
    await poster.connect();
    try {
      await poster.query('begin');
      if (status === 'published') {
        await poster.query('update thread_head set head = head + 1, comment_count = comment_count + 1 where thread_id = $1', [id]);
      }
      await insertComment(poster, id, status);
      await settle();
      await poster.query('commit');
    } finally {
      await poster.end();
    }
    expect(await exists(id)).toBe(true);
  });
});

describe('a closing time', () => {
  const noteClosings = () => server.app.get(NoteClosings, { strict: false }).execute();
  const head = async (id: string) =>
    Number((await server.sql.query('select head from thread_head where thread_id = $1', [id])).rows[0].head);

  /** A registered thread whose closing time was set in time and has passed since. */
  async function aDueThread() {
    const site = await aSite();
    const registration = { url: `${site.origin}/closing`, title: 'Closing', closesAt: new Date(Date.now() + 60_000).toISOString() };
    const { id } = (await register(site, 'closing', registration)).body;
    await server.sql.query(`update thread set closes_at = date_trunc('second', now()) - interval '10 seconds' where id = $1`, [id]);
    return { id, site, registration, closesAt: (await threadRow(id)).closes_at.toISOString() };
  }

  it('that passes is one change of the thread, whoever notes it and however often', async () => {
    const { id } = await aDueThread();
    await Promise.all([noteClosings(), noteClosings(), noteClosings()]);
    await noteClosings();
    const answer = await administrator.get(`/api/v1/threads/${id}/changes?after=0`);
    expect(answer.body).toMatchObject({ state: { head: 1, mode: 'read_only' }, changes: [] });
  });

  it('that is not there yet is none', async () => {
    const { id, site, registration } = await aDueThread();
    const closesAt = new Date(Date.now() + 60_000).toISOString();
    await register(site, 'closing', { ...registration, closesAt });
    expect(await head(id)).toBe(1);
    await noteClosings();
    expect(await head(id)).toBe(1);
  });

  it('that is put off passes again', async () => {
    const { id, site, registration } = await aDueThread();
    await noteClosings();
    await register(site, 'closing', registration);
    await server.sql.query(`update thread set closes_at = date_trunc('second', now()) - interval '10 seconds' where id = $1`, [id]);
    await noteClosings();
    expect(await head(id)).toBe(3);
  });

  it('is noted though the publisher says the same again before', async () => {
    const { id, site, registration, closesAt } = await aDueThread();
    await register(site, 'closing', { ...registration, closesAt });
    await noteClosings();
    expect(await head(id)).toBe(1);
  });

  it('set in the past is the change that it is when set, and no other', async () => {
    const { id, site, registration } = await aDueThread();
    await noteClosings();
    await register(site, 'closing', { ...registration, closesAt: '2020-01-01T00:00:00Z' });
    await noteClosings();
    expect(await head(id)).toBe(2);
  });
});

describe('the API keys of a site', () => {
  const article = (site: { origin: string }) => ({ url: `${site.origin}/by-key`, title: 'By key' });

  async function aKey(site: { key: string }, name = 'import'): Promise<{ id: string; secret: string }> {
    return (await administrator.post(`/api/v1/sites/${site.key}/keys`, { name })).body;
  }

  /** A request as a program sends it: no cookie, no header of a browser. */
  async function call(secret: string, path: string, given: { method?: string; body?: object; headers?: Record<string, string> } = {}) {
    const answer = await fetch(server.url + path, {
      method: given.method ?? 'PUT',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', ...given.headers },
      body: given.method === 'GET' ? undefined : JSON.stringify(given.body ?? {}),
    });
    return { status: answer.status, headers: answer.headers, body: JSON.parse((await answer.text()) || '{}') };
  }

  it('register its threads, without a word about where the request comes from', async () => {
    const site = await aSite();
    const { secret } = await aKey(site);
    const answer = await call(secret, `/api/v1/sites/${site.key}/threads/by-key`, { body: article(site) });
    expect([answer.status, answer.body.articleKey]).toEqual([200, 'by-key']);
    const fromElsewhere = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' };
    const again = await call(secret, `/api/v1/sites/${site.key}/threads/by-key`, { body: article(site), headers: fromElsewhere });
    expect(again.body.id).toBe(answer.body.id);
  });

  it('are shown once, listed without the secret, and stored as a hash', async () => {
    const site = await aSite();
    const made = await administrator.post(`/api/v1/sites/${site.key}/keys`, { name: ' newsroom ' });
    expect([made.status, made.headers.get('cache-control')]).toEqual([201, 'no-store']);
    expect(made.body.secret).toMatch(/^parley_[\w-]{43}$/);
    const listed = await administrator.get(`/api/v1/sites/${site.key}/keys`);
    expect(listed.body).toEqual([{ id: made.body.id, name: 'newsroom', createdAt: expect.any(String), lastUsedAt: null }]);
    const { rows } = await server.sql.query('select to_jsonb(k)::text as stored from api_key k where id = $1', [made.body.id]);
    expect(rows[0].stored).not.toContain(made.body.secret.slice(7));
  });

  it('tell when they were last used, to about an hour', async () => {
    const site = await aSite();
    const { id, secret } = await aKey(site);
    const used = async () => (await server.sql.query('select last_used_at::text as at from api_key where id = $1', [id])).rows[0].at;
    const use = () => call(secret, `/api/v1/sites/${site.key}/threads/by-key`, { body: article(site) });
    await use();
    const first = await used();
    await use();
    expect([first, await used()]).toEqual([expect.any(String), first]);
    await server.sql.query(`update api_key set last_used_at = now() - interval '61 minutes' where id = $1`, [id]);
    await use();
    expect(new Date(await used()).getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  it('see another site as if it were not there', async () => {
    const [own, other] = [await aSite(), await aSite()];
    const { secret } = await aKey(own);
    await register(other, 'by-key', article(other));
    const answers = await Promise.all(
      [other.key, 'no-such-site'].map((key) => call(secret, `/api/v1/sites/${key}/threads/by-key`, { body: article(other) })),
    );
    const plain = answers.map(({ status, body }) => ({ status, body: { ...body, instance: '' } }));
    expect(plain[0]).toEqual(plain[1]);
    expect(plain[0]).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it('end at once when revoked, and only those of the site can be', async () => {
    const [site, other] = [await aSite(), await aSite()];
    const { id, secret } = await aKey(site);
    const revoke = (key: string) => administrator.send('DELETE', `/api/v1/sites/${key}/keys/${id}`);
    expect((await revoke(other.key)).status).toBe(404);
    expect((await call(secret, `/api/v1/sites/${site.key}/threads/by-key`, { body: article(site) })).status).toBe(200);
    expect([(await revoke(site.key)).status, (await revoke(site.key)).status]).toEqual([204, 204]);
    const refused = await call(secret, `/api/v1/sites/${site.key}/threads/by-key`, { body: article(site) });
    expect([refused.status, refused.body.code, refused.headers.get('www-authenticate')]).toEqual([401, 'wrong_api_key', 'Bearer']);
    expect((await administrator.get(`/api/v1/sites/${site.key}/keys`)).body).toEqual([]);
  });

  it.each([
    ['short', 'parley_wrong'],
    ['unknown', `parley_${'A'.repeat(43)}`],
    ['long', 'x'.repeat(2_000)],
  ])('are not guessed: %s', async (_, secret) => {
    const site = await aSite();
    expect((await call(secret, `/api/v1/sites/${site.key}/threads/by-key`, { body: article(site) })).status).toBe(401);
  });

  it('never count together with a cookie', async () => {
    const site = await aSite();
    const cookie = `__Host-parley-console=${administrator.cookie('__Host-parley-console')}`;
    const path = `/api/v1/sites/${site.key}/threads/by-key`;
    expect((await call('parley_wrong', path, { body: article(site), headers: { cookie, 'sec-fetch-site': 'same-origin' } })).status).toBe(
      401,
    );
    const basic = { cookie, 'sec-fetch-site': 'same-origin', authorization: 'Basic Og==' };
    expect((await call('', path, { body: article(site), headers: basic })).status).toBe(401);
    const answer = await call((await aKey(site)).secret, path, { body: article(site), headers: { cookie } });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []]);
  });

  it('open nothing else', async () => {
    const site = await aSite();
    const { id, secret } = await aKey(site);
    const fromOwnPage = { 'sec-fetch-site': 'same-origin' };
    const attempts = [
      call(secret, '/api/v1/sites', { method: 'GET' }),
      call(secret, `/api/v1/sites/${site.key}/keys`, { method: 'GET' }),
      call(secret, `/api/v1/sites/${site.key}/keys`, { method: 'POST', body: { name: 'more' }, headers: fromOwnPage }),
      call(secret, `/api/v1/sites/${site.key}/keys/${id}`, { method: 'DELETE', headers: fromOwnPage }),
      call(secret, `/api/v1/sites/${site.key}`, { method: 'PATCH', body: { name: 'Mine' }, headers: fromOwnPage }),
    ];
    expect((await Promise.all(attempts)).map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
  });

  it('are limited in how often they call, each for itself', async () => {
    const site = await aSite();
    const [busy, quiet] = [await aKey(site, 'busy'), await aKey(site, 'quiet')];
    const rates = server.app.get(RateLimits, { strict: false });
    for (let index = 0; index < limits.rates.callsPerApiKey.points; index += 1) await rates.consume('callsPerApiKey', busy.id);
    const path = `/api/v1/sites/${site.key}/threads/by-key`;
    expect((await call(busy.secret, path, { body: article(site) })).body.code).toBe('too_many_requests');
    expect((await call(quiet.secret, path, { body: article(site) })).status).toBe(200);
  });

  it('are no matter of readers', async () => {
    const site = await aSite();
    const anna = await new BrowserLike(server.url).join();
    expect((await anna.post(`/api/v1/sites/${site.key}/keys`, { name: 'mine' })).status).toBe(401);
    expect((await register(site, 'by-key', article(site))).status).toBe(200);
    expect((await anna.send('PUT', `/api/v1/sites/${site.key}/threads/by-key`, { body: article(site) })).status).toBe(401);
  });
});
