import { limits } from '../../contract/limits';
import { aBrowser, aStaffMember } from '../builders/staff';
import type { BrowserLike } from '../support/browser-like';
import { startTestApp, type TestApp } from '../support/test-app';

const origin = 'https://www.input.example';
let server: TestApp;
let administrator: BrowserLike;
beforeAll(async () => {
  server = await startTestApp();
  administrator = await aBrowser(server, await aStaffMember(server.sql, 'administrator'));
  await administrator.post('/api/v1/sites', { key: 'input', name: 'Input', origins: [origin] });
});
afterAll(() => server.close());

const register = (articleKey: string, given: object) =>
  administrator.send('PUT', `/api/v1/sites/input/threads/${articleKey}`, { body: { url: `${origin}/story`, title: 'A story', ...given } });

async function storedThread(id: string): Promise<any> {
  return (await server.sql.query('select * from thread where id = $1', [id])).rows[0];
}

describe('a time a publisher gives', () => {
  it.each([
    '2027-W05',
    '20270131',
    '2027-031',
    '2027-01-31',
    '2027-01-31T10:00',
    '2027-01-31T10:00:00',
    '2027-02-30T10:00:00Z',
    '2027-01-31T24:00:00Z',
    '2027-01-31T10:00:00+25:00',
    '-2027-01-31T10:00:00Z',
    '',
    1_800_000_000,
  ])('is refused as %j, by the name of its field', async (time) => {
    for (const field of ['closesAt', 'publishedAt']) {
      const answer = await register('wrong-time', { [field]: time });
      expect([answer.status, answer.body.errors?.[0].field]).toEqual([400, field]);
    }
  });

  it.each([
    ['2027-01-31T18:00:00Z', '2027-01-31T18:00:00.000Z'],
    ['2027-01-31T18:00:00.25+05:30', '2027-01-31T12:30:00.250Z'],
    ['2028-02-29t18:00:00-08:00', '2028-03-01T02:00:00.000Z'],
  ])('is kept exactly: %s', async (given, kept) => {
    const answer = await register('right-time', { closesAt: given, publishedAt: given });
    expect([answer.status, answer.body.closesAt]).toEqual([200, kept]);
    expect((await storedThread(answer.body.id)).published_at.toISOString()).toBe(kept);
  });

  it('can be taken back when it is the closing time, and nothing else can be null', async () => {
    await register('null', { closesAt: '2027-01-31T18:00:00Z' });
    expect((await register('null', { closesAt: null })).body.closesAt).toBeNull();
    for (const field of ['publishedAt', 'section', 'mode', 'aliases']) {
      const answer = await register('null', { [field]: null });
      expect([answer.status, answer.body.errors?.[0].field]).toEqual([400, field]);
    }
    for (const field of ['name', 'origins']) {
      expect((await administrator.send('PATCH', '/api/v1/sites/input', { body: { [field]: null } })).status).toBe(400);
    }
  });
});

describe('a line a publisher gives', () => {
  it.each([
    ['a\u0000b', 'a b'],
    ['  Cafe\u0301\n', 'Café'],
    ['Turned \u202egnuo\u202c', 'Turned  gnuo'],
  ])('is kept as one in normal form: %j', async (given, kept) => {
    const thread = await register('line', { section: given, title: given });
    expect([thread.status, thread.body.title, (await storedThread(thread.body.id)).section]).toEqual([200, kept, kept]);
    const site = await administrator.send('PATCH', '/api/v1/sites/input', { body: { name: given } });
    expect([site.status, site.body.name]).toEqual([200, kept]);
    const key = await administrator.post('/api/v1/sites/input/keys', { name: given });
    expect([key.status, key.body.name]).toEqual([201, kept]);
  });

  it.each(['', '   ', '\u0000', 'x'.repeat(limits.thread.titleMaxLength + 1), 7])('is refused when it is %j', async (name) => {
    const made = { key: 'blank', name, origins: ['https://blank.example'] };
    const answers = await Promise.all([
      administrator.post('/api/v1/sites', made),
      administrator.post('/api/v1/sites/input/keys', { name }),
      register('line', { section: name }),
      register('line', { title: name }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
  });
});

describe('an address a publisher gives', () => {
  const longest = `${origin}/${'x'.repeat(limits.thread.urlMaxLength - origin.length - 1)}`;

  it('is measured as it is sent, percent-encoded', async () => {
    expect((await register('long', { url: longest })).status).toBe(200);
    for (const url of [`${longest}x`, `${origin}/${'新'.repeat(900)}`]) {
      const answers = [await register('long', { url }), await register('long', { aliases: [url] })];
      expect(answers.map(({ status, body }) => [status, body.errors?.[0].field])).toEqual([
        [400, 'url'],
        [400, 'aliases'],
      ]);
    }
  });

  it('is kept without a place in it and without credentials, as first views look for it', async () => {
    const { body } = await register('clean', { url: 'https://anna:secret@www.input.example/clean#comments' });
    expect(body.url).toBe(`${origin}/clean`);
    const { rows } = await server.sql.query('select url from thread_url where thread_id = $1', [body.id]);
    expect(rows).toEqual([{ url: `${origin}/clean` }]);
  });

  it('is refused when it is an origin longer than any host name', async () => {
    const long = `https://${'a1b2c3d4'.repeat(500)}.example`;
    const answer = await administrator.send('PATCH', '/api/v1/sites/input', { body: { origins: [long] } });
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid_origin']);
  });
});
