import { readerHeader } from '../../contract/auth';
import { MakeFirstAdministrator } from '../../src/auth';
import { createApp } from '../../src/create-app';
import { aPost, aThread } from '../builders/conversation';
import { BrowserLike } from '../support/browser-like';
import { startTestApp, type TestApp } from '../support/test-app';
import { silentLog } from '../support/test-server';

const password = 'correct horse battery';
let server: TestApp;

beforeEach(async () => {
  server = await startTestApp();
});
afterEach(() => server.close());

const browser = (): BrowserLike => new BrowserLike(server.url);

async function anAdministrator(): Promise<BrowserLike> {
  const token = await server.app.get(MakeFirstAdministrator, { strict: false }).issueToken();
  const administrator = browser();
  await administrator.post('/api/v1/console/first-administrator', { token, email: administrator.email, password, name: 'Chief' });
  return administrator;
}

describe('joining', () => {
  it('logs in at once, with a cookie no script reads and that stays with the publisher it was made under', async () => {
    const anna = browser();
    const answer = await anna.post('/api/v1/readers', { email: anna.email, password, name: 'Anna' });
    expect(answer.status).toBe(204);
    expect(answer.cookies).toEqual([
      expect.stringMatching(/^__Host-parley=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; Secure; Partitioned; SameSite=None$/),
    ]);
    expect((await anna.get('/api/v1/me')).body).toEqual({ reader: { id: expect.any(String), name: 'Anna', email: anna.email } });
  });

  it('stores neither the password nor the token', async () => {
    const anna = await browser().join();
    const { rows } = await server.sql.query('select r.password_hash, s.token_hash from session s join reader r on r.id = s.reader_id');
    expect(rows).toHaveLength(1);
    expect(rows[0].password_hash).toMatch(/^\$argon2id\$/);
    expect(rows[0].token_hash.toString('base64url')).not.toBe(anna.cookie('__Host-parley'));
  });

  it('gives a name that looks like another to one reader only, also at the same moment', async () => {
    const answers = await Promise.all(
      ['Antonia', 'ΑΝΤΟΝΙΑ', 'Antonıa', 'antonia', 'Àntonia', 'AntonIa'].map((name) => {
        const reader = browser();
        return reader.post('/api/v1/readers', { email: reader.email, password, name });
      }),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([204, ...Array(5).fill(409)]);
    expect(answers.find((answer) => answer.status === 409)?.body).toMatchObject({ code: 'name_taken' });
  });

  it.each([
    ['a short password', { password: 'short' }, 422, 'password_refused'],
    ['a common password', { password: 'password123' }, 422, 'password_refused'],
    ['a name with a bidi control', { name: 'Anna\u202e' + 'x' }, 422, 'name_refused'],
    ['no address', { email: 'anna' }, 400, 'invalid_request'],
    ['a property nobody asked for', { administrator: true }, 400, 'invalid_request'],
    ['an id of its own', { id: '00000000-0000-7000-8000-000000000000' }, 400, 'invalid_request'],
  ])('refuses %s', async (_, change, status, code) => {
    const anna = browser();
    const answer = await anna.post('/api/v1/readers', { email: anna.email, password, name: 'Anna', ...change });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('with a known address logs in who has the password, and tells others no more than that it did not work', async () => {
    const anna = await browser().join('Anna');
    const again = await browser().post('/api/v1/readers', { email: anna.email.toUpperCase(), password, name: 'Anna Two' });
    expect([again.status, again.cookies.length]).toEqual([204, 1]);
    const other = await browser().post('/api/v1/readers', { email: anna.email, password: 'another fine battery', name: 'Anna Three' });
    expect([other.status, other.body.code, other.cookies]).toEqual([422, 'registration_refused', []]);
  });
});

describe('logging in', () => {
  it('answers a wrong password and an unknown address alike', async () => {
    const anna = await browser().join();
    const wrong = await browser().post('/api/v1/session', { email: anna.email, password: 'wrong horse battery' });
    const unknown = await browser().post('/api/v1/session', { email: 'nobody@example.org', password: 'wrong horse battery' });
    expect({ ...wrong.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'wrong_credentials']);
  });

  it('never takes over a token it was given', async () => {
    const anna = await browser().join();
    const victim = browser();
    victim.give('__Host-parley', 'A'.repeat(43));
    await victim.post('/api/v1/session', { email: anna.email, password });
    expect(victim.cookie('__Host-parley')).toMatch(/^(?!A{43})[\w-]{43}$/);
  });

  it('stops after five wrong passwords from one address, with the time to wait', async () => {
    const anna = await browser().join();
    for (let index = 0; index < 5; index += 1) await browser().post('/api/v1/session', { email: anna.email, password: 'wrong' });
    const refused = await browser().post('/api/v1/session', { email: anna.email, password });
    expect([refused.status, refused.body.code]).toEqual([429, 'too_many_requests']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('ends with the session, in the answer and for whoever kept the cookie', async () => {
    const anna = await browser().join();
    const thief = browser();
    thief.give('__Host-parley', anna.cookie('__Host-parley') ?? '');
    expect((await thief.get('/api/v1/me')).body.reader).not.toBeNull();
    expect((await anna.send('DELETE', '/api/v1/session')).status).toBe(204);
    expect(anna.cookie('__Host-parley')).toBeUndefined();
    expect((await thief.get('/api/v1/me')).body.reader).toBeNull();
  });

  it('ends on every process within two seconds', async () => {
    const other = await createApp({ env: server.env, logger: silentLog, connection: server.database.connection });
    await other.listen(0, '127.0.0.1');
    try {
      const anna = await browser().join();
      const elsewhere = new BrowserLike(await other.getUrl());
      elsewhere.give('__Host-parley', anna.cookie('__Host-parley') ?? '');
      expect((await elsewhere.get('/api/v1/me')).body.reader).not.toBeNull();
      await anna.send('DELETE', '/api/v1/session');
      const ended = Date.now();
      while ((await elsewhere.get('/api/v1/me')).body.reader !== null) {
        if (Date.now() - ended > 2_000) throw new Error('still logged in after two seconds');
      }
    } finally {
      await other.close();
    }
  });
});

describe('writes', () => {
  it.each([
    ['from another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['from a sibling host', { 'sec-fetch-site': 'same-site' }, 403],
    ['from the service', { 'sec-fetch-site': 'same-origin' }, 201],
  ])('%s are answered %i', async (_, headers, status) => {
    const anna = await browser().join();
    const threadId = await aThread(server.sql);
    const answer = await anna.post(
      `/api/v1/threads/${threadId}/comments`,
      { clientId: '0193a000-0000-7000-8000-000000000001', text: 'Hello' },
      headers as unknown as Record<string, string>,
    );
    expect(answer.status).toBe(status);
  });

  it('of visitors are refused with a reason', async () => {
    const answer = await browser().post(`/api/v1/threads/${await aThread(server.sql)}/comments`, { clientId: 'x', text: 'Hello' });
    expect([answer.status, answer.body.code]).toEqual([401, 'not_logged_in']);
  });

  it.each([
    ['DELETE', 204],
    ['POST', 400],
  ])('with %s that say they are JSON and have no body are taken for what they are', async (method, status) => {
    const anna = await browser().join();
    const answer = await anna.send(method, '/api/v1/session', { headers: { 'content-type': 'application/json' } });
    expect([answer.status, answer.body?.code]).toEqual([status, status === 400 ? 'invalid_request' : undefined]);
  });

  it('that are not JSON are refused', async () => {
    const answer = await browser().send('POST', '/api/v1/session', { headers: { 'content-type': 'text/plain' }, body: 'email=x' });
    expect([answer.status, answer.body.code]).toEqual([415, 'unsupported_media_type']);
  });

  it('are refused when a reader posts too often, and the refusal says when to try again', async () => {
    const anna = await browser().join();
    const threadId = await aThread(server.sql);
    const statuses: number[] = [];
    for (let index = 0; index < 11; index += 1) {
      const clientId = `0193a000-0000-7000-8000-0000000000${String(index).padStart(2, '0')}`;
      statuses.push((await anna.post(`/api/v1/threads/${threadId}/comments`, { clientId, text: 'Hello' })).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 201), 429]);
  });
});

describe('a write that says whose name the page shows', () => {
  /** A browser in which Anna was logged in, and Berta is by now; and what a page can write, each upon a comment of Berta's. */
  async function aSharedBrowser() {
    const tab = await browser().join('Anna');
    const anna: string = (await tab.get('/api/v1/me')).body.reader.id;
    const { email } = await browser().join('Berta');
    await tab.post('/api/v1/session', { email, password });
    const berta: string = (await tab.get('/api/v1/me')).body.reader.id;
    const thread = `/api/v1/threads/${await aThread(server.sql)}`;
    const { body } = await tab.post(`${thread}/comments`, aPost());
    const comment = `/api/v1/comments/${body.own.id}`;
    const writes: [string, string, object?][] = [
      ['POST', `${thread}/comments`, aPost({ text: 'A comment.' })],
      ['POST', `${thread}/comments`, aPost({ text: 'A reply.', parentId: body.own.id })],
      ['PUT', `${comment}/reaction`, { kind: 'like' }],
      ['DELETE', `${comment}/reaction`],
      ['PATCH', comment, { revision: 1, text: 'Better said.' }],
      ['DELETE', comment],
    ];
    const writeAs = async (readerId: string) => {
      const codes: string[] = [];
      for (const [method, path, content] of writes) {
        const answer = await tab.send(method, path, { body: content, headers: { [readerHeader]: readerId } });
        codes.push(answer.body.code ?? String(answer.status));
      }
      return codes;
    };
    return { tab, anna, berta, thread, writeAs };
  }

  it('is refused when the session is somebody else’s, and nothing is done', async () => {
    const { tab, anna, thread, writeAs } = await aSharedBrowser();
    const before = (await tab.get(`${thread}/comments`)).body;
    for (const readerId of [anna, '', `${anna}, ${anna}`]) expect(await writeAs(readerId)).toEqual(Array(6).fill('other_reader'));
    const refused = await tab.post(`${thread}/comments`, aPost(), { [readerHeader]: anna });
    expect([refused.status, refused.headers.get('content-type')]).toEqual([409, 'application/problem+json; charset=utf-8']);
    expect((await tab.get(`${thread}/comments`)).body).toEqual(before);
  });

  it('is served when it is the caller’s, as it is when it does not say', async () => {
    const { tab, berta, thread, writeAs } = await aSharedBrowser();
    expect(await writeAs(berta.toUpperCase())).toEqual(['201', '201', '200', '200', '200', '200']);
    expect((await tab.post(`${thread}/comments`, aPost())).status).toBe(201);
  });

  it('is refused as any other when nobody is logged in; logging out is not its business', async () => {
    const { tab, anna, thread } = await aSharedBrowser();
    expect((await tab.send('DELETE', '/api/v1/session', { headers: { [readerHeader]: anna } })).status).toBe(204);
    expect((await tab.post(`${thread}/comments`, aPost(), { [readerHeader]: anna })).body.code).toBe('not_logged_in');
  });

  it('may come from the console too', async () => {
    const administrator = await anAdministrator();
    const site = { key: 'post', name: 'The Post', origins: ['https://post.example'] };
    const refused = await administrator.post('/api/v1/sites', site, { [readerHeader]: crypto.randomUUID() });
    expect([refused.status, refused.body.code]).toEqual([409, 'other_reader']);
  });
});

describe('the first administrator', () => {
  it('is made once by the link, however many try at the same time', async () => {
    const token = await server.app.get(MakeFirstAdministrator, { strict: false }).issueToken();
    const answers = await Promise.all(
      ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'].map((word) => {
        const candidate = browser();
        return candidate.post('/api/v1/console/first-administrator', { token, email: candidate.email, password, name: `Chief ${word}` });
      }),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([204, ...Array.from({ length: 9 }, () => 403)]);
    expect((await server.sql.query('select count(*)::int as readers from reader')).rows[0].readers).toBe(1);
    expect(await server.app.get(MakeFirstAdministrator, { strict: false }).issueToken()).toBeUndefined();
  });

  it('has a session of the console, which is worth nothing in a frame', async () => {
    const administrator = await anAdministrator();
    expect((await administrator.get('/api/v1/console/me')).body).toMatchObject({
      reader: { name: 'Chief' },
      roles: [{ role: 'administrator' }],
    });
    expect((await administrator.get('/api/v1/me')).body).toEqual({ reader: null });
    expect((await administrator.post('/api/v1/sites', { key: 'post', name: 'The Post', origins: ['https://post.example'] })).status).toBe(
      201,
    );
  });

  it('has only a reader’s rights in a session made in a frame', async () => {
    const administrator = await anAdministrator();
    const frame = browser();
    await frame.post('/api/v1/session', { email: administrator.email, password });
    frame.give('__Host-parley-console', frame.cookie('__Host-parley') ?? '');
    const answer = await frame.post('/api/v1/sites', { key: 'post', name: 'The Post', origins: ['https://post.example'] });
    expect([answer.status, answer.body.code]).toEqual([401, 'not_logged_in']);
  });

  it('is the only one let into the console; a reader is answered like a stranger', async () => {
    const anna = await browser().join();
    const refused = await anna.post('/api/v1/console/session', { email: anna.email, password });
    expect([refused.status, refused.body.code]).toEqual([401, 'wrong_credentials']);
    const administrator = await anAdministrator();
    const again = await browser().post('/api/v1/console/session', { email: administrator.email, password });
    expect(again.cookies).toEqual([
      expect.stringMatching(/^__Host-parley-console=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
    ]);
  });
});

describe('a site and its threads', () => {
  it('are registered by an administrator; saying it twice changes nothing, a new mode is a change of the thread', async () => {
    const administrator = await anAdministrator();
    await administrator.post('/api/v1/sites', { key: 'post', name: 'The Post', origins: ['https://post.example'] });
    const story = { url: 'https://post.example/a', title: 'A story' };
    const first = await administrator.send('PUT', '/api/v1/sites/post/threads/story-1', { body: story });
    const second = await administrator.send('PUT', '/api/v1/sites/post/threads/story-1', { body: story });
    expect([first.status, second.body]).toEqual([200, first.body]);
    await administrator.send('PUT', '/api/v1/sites/post/threads/story-1', { body: { ...story, mode: 'closed' } });
    const page = await browser().get(`/api/v1/threads/${first.body.id}/comments`);
    expect(page.body.thread).toEqual({ head: 1, commentCount: 0, mode: 'closed' });
    const counts = await browser().get('/api/v1/sites/post/counts?article=story-1&article=story-2');
    expect([counts.body, counts.headers.get('access-control-allow-origin')]).toEqual([{ 'story-1': 0, 'story-2': 0 }, '*']);
    const elsewhere = await administrator.send('PUT', '/api/v1/sites/post/threads/story-2', {
      body: { ...story, url: 'https://evil.example/a' },
    });
    expect(elsewhere.body.code).toBe('url_not_on_site');
  });
});
