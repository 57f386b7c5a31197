import { limits } from '../../contract/limits';
import type { ListOutcome, ScreeningSettings } from '../../contract/screening';
import type { ReaderActor, Role } from '../../src/platform/access';
import { aPost, aReader, aThread, changeMode } from '../builders/conversation';
import { aBrowser, aReason, aStaffMember } from '../builders/staff';
import type { BrowserLike } from '../support/browser-like';
import { unexplainedStatuses, wrongCounters } from '../support/invariants';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let threadId: string;
let siteId: string;
let siteKey: string;
let editor: BrowserLike;
let reader: BrowserLike;
let author: ReaderActor;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

beforeEach(async () => {
  threadId = await aThread(server.sql);
  const { rows } = await server.sql.query('select s.id, s.key from thread t join site s on s.id = t.site_id where t.id = $1', [threadId]);
  [siteId, siteKey] = [rows[0].id, rows[0].key];
  editor = await aBrowser(server, await aStaffMember(server.sql, 'editor', siteId));
  author = await aReader(server.sql);
  reader = await aBrowser(server, author);
});
afterEach(async () => {
  expect(await wrongCounters(server.sql, threadId)).toEqual([]);
  expect(await unexplainedStatuses(server.sql)).toEqual([]);
});

async function set(settings: Partial<ScreeningSettings>): Promise<void> {
  expect((await editor.send('PATCH', `/api/v1/sites/${siteKey}/screening`, { body: settings })).status).toBe(200);
}

async function aList(outcome: ListOutcome, terms: string[]): Promise<string> {
  const { body } = await editor.post(`/api/v1/sites/${siteKey}/word-lists`, { name: `${outcome} ${terms[0]}`, language: 'en', outcome });
  const { status } = await change(body.id, { add: terms, isOn: true });
  expect(status).toBe(200);
  return body.id;
}

const change = (id: string, body: object) => editor.send('PATCH', `/api/v1/sites/${siteKey}/word-lists/${id}`, { body });
const post = (text: string, given: object = {}, by = reader) =>
  by.post(`/api/v1/threads/${threadId}/comments`, { ...aPost({ text }), ...given });
const edit = (id: string, body: object) => reader.send('PATCH', `/api/v1/comments/${id}`, { body });
const anotherReader = async () => aBrowser(server, await aReader(server.sql));

async function visible(): Promise<string[]> {
  const { body } = await reader.get(`/api/v1/threads/${threadId}/comments?order=oldest`);
  return body.comments.map(({ id }: { id: string }) => id);
}

async function held(): Promise<{ id: string; findings: { rule: string; excerpts: string[]; evidence: any }[] }[]> {
  return (await editor.get(`/api/v1/sites/${siteKey}/held`)).body.comments;
}

const storedTexts = async () =>
  (await server.sql.query('select text from comment where thread_id = $1', [threadId])).rows.map(({ text }) => text);

describe('a text with a listed word', () => {
  it('is refused where the word is blocked: its author is told which, and nothing is stored', async () => {
    await aList('refuse', ['frumious', 'slithy']);
    const answer = await post('You Frumious, slithy thing!', { sendAnyway: true });
    expect([answer.status, answer.body]).toEqual([
      422,
      expect.objectContaining({
        code: 'comment_refused',
        findings: [{ rule: 'blocked_words', outcome: 'refuse', excerpts: ['Frumious', 'slithy'] }],
      }),
    ]);
    expect([await storedTexts(), await visible()]).toEqual([[], []]);
  });

  it('is refused however the word is disguised, and told as it was written', async () => {
    await aList('refuse', ['frumious']);
    for (const written of ['frum\u0456ous', 'f r u m i o u s', 'frum\u200bious', 'FRÜMIOUS', 'frum1ous'])
      expect([written, (await post(`So ${written}, is it?`)).body.findings]).toEqual([
        written,
        [expect.objectContaining({ excerpts: [written.normalize('NFC')] })],
      ]);
  });

  it('is held where the word is watched, once its author was told and sends it anyway', async () => {
    await aList('hold', ['mimsy']);
    const wanted = aPost({ text: 'All mimsy.' });
    const told = await post(wanted.text, wanted);
    expect([told.status, told.body]).toEqual([
      422,
      expect.objectContaining({
        code: 'comment_may_be_held',
        findings: [{ rule: 'watched_words', outcome: 'hold', excerpts: ['mimsy'] }],
      }),
    ]);
    expect(await storedTexts()).toEqual([]);
    const [sent, again] = [
      await post(wanted.text, { ...wanted, sendAnyway: true }),
      await post(wanted.text, { ...wanted, sendAnyway: true }),
    ];
    expect([sent.status, sent.body.own.status, sent.body.view]).toEqual([201, 'held', null]);
    expect(again.body.own.id).toBe(sent.body.own.id);
    expect(await visible()).toEqual([]);
    expect(await held()).toMatchObject([
      {
        id: sent.body.own.id,
        findings: [{ rule: 'watched_words', excerpts: ['mimsy'], evidence: { words: [{ word: 'mimsy', list: 'hold mimsy' }] } }],
      },
    ]);
  });

  it('is held without a question where it is held anyway, with what was found', async () => {
    await aList('hold', ['mimsy']);
    await changeMode(server.sql, threadId, 'premoderated');
    expect((await post('All mimsy.')).body.own.status).toBe('held');
    expect(await held()).toMatchObject([{ findings: [{ rule: 'watched_words' }] }]);
  });

  it('is screened again when it comes by an edit', async () => {
    await aList('hold', ['mimsy']);
    await aList('refuse', ['frumious']);
    const { id } = (await post('Brillig.')).body.own;
    expect((await edit(id, { revision: 1, text: 'Frumious.', sendAnyway: true })).body.code).toBe('comment_refused');
    expect((await edit(id, { revision: 1, text: 'Mimsy.' })).body.code).toBe('comment_may_be_held');
    expect([await visible(), await storedTexts()]).toEqual([[id], ['Brillig.']]);
    const sent = await edit(id, { revision: 1, text: 'Mimsy.', sendAnyway: true });
    expect([sent.status, sent.body.own.status, sent.body.own.revision]).toEqual([200, 'held', 2]);
    expect(await visible()).toEqual([]);
    expect(await held()).toMatchObject([{ id, findings: [{ rule: 'watched_words', excerpts: ['Mimsy'] }] }]);
  });

  it('is published while the list is off, and when the word was taken out', async () => {
    const id = await aList('refuse', ['frumious', 'slithy']);
    await change(id, { remove: ['frumious'] });
    expect((await post('Frumious.')).status).toBe(201);
    await change(id, { isOn: false });
    expect((await post('Slithy.')).status).toBe(201);
    await change(id, { isOn: true });
    expect((await post('Slithy.')).status).toBe(422);
  });

  it('is looked at by a process that knew the rules of before', async () => {
    await post('Brillig.');
    await server.sql.query(
      `insert into word_list (id, site_id, name, language, outcome, is_on, terms, changed_by)
       select gen_random_uuid(), $1, 'Of another process', 'en', 'refuse', true, '{frumious}', $2`,
      [siteId, author.readerId],
    );
    await server.sql.query('update screening_policy set version = version + 1 where site_id = $1', [siteId]);
    expect((await post('Frumious.')).status).toBe(422);
  });

  it('is published by rules older than those this process knew, when a database of before took over', async () => {
    const { rows } = await server.sql.query('select version from screening_policy where site_id = $1', [siteId]);
    await set({ maxLinks: 3 });
    expect((await post('Brillig.')).status).toBe(201);
    await server.sql.query('update screening_policy set version = $2 where site_id = $1', [siteId, rows[0].version]);
    expect((await post('Slithy.')).status).toBe(201);
  });
});

describe('a text with links', () => {
  const many = 'https://a.example https://b.example https://c.example';

  it('is held where there are more than the site takes, not counting those to trusted domains', async () => {
    await set({ maxLinks: 1, trustedDomains: ['a.example', 'b.example'] });
    expect((await post(many)).status).toBe(201);
    expect((await post(`${many} https://sub.a.example https://nota.example`)).body).toMatchObject({
      code: 'comment_may_be_held',
      findings: [{ rule: 'links', excerpts: ['https://c.example/', 'https://nota.example/'] }],
    });
    await set({ maxLinks: null });
    expect((await post(`${many} https://d.example https://e.example`)).status).toBe(201);
  });

  it('is refused where one leads to a blocked domain or below it, however it is written', async () => {
    await set({ blockedDomains: ['spam.example', 'bücher.example'] });
    for (const url of [
      'https://Spam.Example./x',
      'http://www.spam.example',
      '[here](https://bücher.example/)',
      '[here](https://spam.example./)',
      'mailto:me@spam.example',
    ])
      expect([url, (await post(`See ${url.startsWith('mailto') ? `<${url}>` : url}`)).body.code]).toEqual([url, 'comment_refused']);
    expect((await post('See https://notspam.example')).status).toBe(201);
  });
});

describe('a reader', () => {
  it('is held until so many of their comments were published, without being asked; staff is not', async () => {
    await set({ newReaderComments: 2 });
    const here = threadId;
    threadId = await aThread(server.sql);
    for (const text of ['Elsewhere.', 'And again.']) expect((await post(text)).body.own.status).toBe('published');
    threadId = here;
    const ids = [(await post('One.')).body.own.id, (await post('Two.')).body.own.id];
    expect(await held()).toMatchObject(ids.map((id) => ({ id, findings: [{ rule: 'new_reader', excerpts: [] }] })));
    for (const id of ids) await editor.post(`/api/v1/comments/${id}/decisions`, { verdict: 'publish', revision: 1 });
    expect((await post('Three.')).body.own.status).toBe('published');
    const staff = await aStaffMember(server.sql, 'staff', siteId);
    const browser = await aBrowser(server, { ...staff, audience: 'embed' });
    expect((await post('Of the house.', {}, browser)).body.own.status).toBe('published');
  });

  it('is held in the first hours of the account', async () => {
    await set({ newReaderHours: 1 });
    expect((await post('One.')).body.own.status).toBe('held');
    await server.sql.query(`update reader set created_at = now() - interval '61 minutes' where id = $1`, [author.readerId]);
    expect((await post('Two.')).body.own.status).toBe('published');
  });

  it('is held when several of their recent comments were not taken, on this site only', async () => {
    await set({ rejections: 2 });
    for (const text of ['One.', 'Two.']) {
      const { id } = (await post(text)).body.own;
      await editor.post(`/api/v1/comments/${id}/decisions`, { verdict: 'remove', revision: 1, reasonId: await aReason(server.sql, id) });
    }
    expect((await post('Three.')).body.own.status).toBe('held');
    threadId = await aThread(server.sql);
    await server.sql.query('update screening_policy set rejections = 2');
    expect((await post('Elsewhere.')).body.own.status).toBe('published');
  });
});

describe('almost the same text again', () => {
  const spam = (tail: string) => `Earn a thousand euros a week from home, ask my friend how it is done, it really works ${tail}`;

  it('is held from its third time on by one reader, who is told; they are one group', async () => {
    const first = (await post(spam('!'))).body.own.id;
    await post(spam('!!!'));
    threadId = await aThread(server.sql, { siteId });
    expect((await post(spam('…'))).body).toMatchObject({ code: 'comment_may_be_held', findings: [{ rule: 'same_text' }] });
    expect((await post(spam('?'), { sendAnyway: true })).body.own.status).toBe('held');
    expect(await held()).toMatchObject([{ findings: [{ rule: 'same_text', evidence: { group: first } }] }]);
  });

  it('is held from its fourth time on by many readers, and another text is not', async () => {
    for (let turn = 0; turn < 3; turn += 1) expect((await post(spam(String(turn)), {}, await anotherReader())).status).toBe(201);
    expect((await post(spam('three'))).body.code).toBe('comment_may_be_held');
    expect((await post('The old lift has not worked for years, and nobody at the station could tell me when it will.')).status).toBe(201);
    expect((await post(`> ${spam('zero')}\n\nNobody should believe this.`)).status).toBe(201);
  });

  it('is held from its fourth time on also when all come at once, as posts or as edits', async () => {
    const readers = await Promise.all(Array.from({ length: 12 }, () => anotherReader()));
    const others = await Promise.all(readers.slice(6).map((reader, turn) => post(`Thought number ${turn}.`, {}, reader)));
    const answers = await Promise.all([
      ...readers.slice(0, 6).map((reader, turn) => post(spam(String(turn)), {}, reader)),
      ...others.map(({ body }, turn) =>
        readers[turn + 6]!.send('PATCH', `/api/v1/comments/${body.own.id}`, { body: { revision: 1, text: spam(`${turn}!`) } }),
      ),
    ]);
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(3);
    expect(answers.filter(({ body }) => body.code === 'comment_may_be_held')).toHaveLength(9);
  });

  it('is not looked for in an edit of the same comment, nor in short texts', async () => {
    await set({ repeatsOfReader: 1 });
    const { id } = (await post(spam('once'))).body.own;
    expect((await edit(id, { revision: 1, text: spam('onc') })).status).toBe(200);
    for (let turn = 0; turn < 3; turn += 1) expect((await post('I agree.')).status).toBe(201);
  });
});

describe('the rules of a site', () => {
  it.each<[Role | 'reader', 'own' | 'foreign', reads: number, writes: number]>([
    ['administrator', 'own', 200, 200],
    ['editor', 'own', 200, 200],
    ['editor', 'foreign', 404, 404],
    ['moderator', 'own', 200, 404],
    ['moderator', 'foreign', 404, 404],
    ['staff', 'own', 404, 404],
    ['reader', 'own', 401, 401],
  ])('are seen by moderators and set by editors: %s of an %s site gets %d and %d', async (role, place, reads, status) => {
    const list = await aList('hold', ['mimsy']);
    const roleSite =
      place === 'own' ? siteId : ((await server.sql.query('select id from site where id <> $1 limit 1', [siteId])).rows[0].id as string);
    const actor = role === 'reader' ? author : await aStaffMember(server.sql, role, role === 'administrator' ? undefined : roleSite);
    const caller = await aBrowser(server, actor);
    const at = `/api/v1/sites/${siteKey}`;
    const calls: [string, string, object?][] = [
      ['GET', `${at}/screening`],
      ['PATCH', `${at}/screening`, { maxLinks: 3 }],
      ['GET', `${at}/word-lists/${list}`],
      ['PATCH', `${at}/word-lists/${list}`, { isOn: false }],
    ];
    for (const [method, path, body] of calls)
      expect([path, (await caller.send(method, path, { body })).status]).toEqual([path, method === 'GET' ? reads : status]);
    const made = await caller.post(`${at}/word-lists`, { name: 'New', language: 'en', outcome: 'hold' });
    const deleted = await caller.send('DELETE', `${at}/word-lists/${list}`);
    expect([made.status, deleted.status]).toEqual(status === 200 ? [201, 204] : [status, status]);
    expect((await editor.get(`${at}/word-lists/${list}`)).status).toBe(status === 200 ? 404 : 200);
  });

  it('can begin with the words that come with the service, which do nothing until an editor switches them on', async () => {
    const at = `/api/v1/sites/${siteKey}/word-lists`;
    const list = { name: 'To begin with', outcome: 'refuse', withStartList: true };
    const { body } = await editor.post(at, { ...list, language: 'de' });
    expect([body.isOn, body.termCount > 50, body.terms.length]).toEqual([false, true, body.termCount]);
    expect((await post(body.terms[0])).status).toBe(201);
    await change(body.id, { isOn: true });
    expect((await post(body.terms[0])).status).toBe(422);
    expect((await editor.post(at, { ...list, name: 'Other', language: 'nl' })).body.errors).toMatchObject([{ field: 'language' }]);
    expect((await change(body.id, { add: ['***'] })).body.errors).toMatchObject([{ field: 'add' }]);
  });

  it('are told with their lists, and refuse what is not a setting', async () => {
    const list = await aList('refuse', ['frumious']);
    await set({ trustedDomains: ['Example.ORG'], newReaderComments: 1 });
    expect((await editor.get(`/api/v1/sites/${siteKey}/screening`)).body).toEqual({
      version: expect.stringMatching(/^\d+$/),
      settings: {
        newReaderComments: 1,
        newReaderHours: 0,
        maxLinks: 5,
        trustedDomains: ['example.org'],
        blockedDomains: [],
        rejections: 3,
        rejectionDays: 7,
        repeatsOfReader: 2,
        repeatsOfOthers: 3,
      },
      lists: [expect.objectContaining({ id: list, name: 'refuse frumious', language: 'en', outcome: 'refuse', isOn: true, termCount: 1 })],
    });
    for (const wrong of [
      { maxLinks: -1 },
      { newReaderComments: null },
      { blockedDomains: ['not a domain'] },
      { rejectionDays: 0 },
      { other: 1 },
    ])
      expect([wrong, (await editor.send('PATCH', `/api/v1/sites/${siteKey}/screening`, { body: wrong })).status]).toEqual([wrong, 400]);
    expect(
      (await editor.post(`/api/v1/sites/${siteKey}/word-lists`, { name: 'refuse frumious', language: 'en', outcome: 'hold' })).body.code,
    ).toBe('word_list_name_taken');
  });
});

describe('the words of the lists that are on', () => {
  it('are no more than can be compiled in a moment', async () => {
    const fill = (name: string, count: number, isOn: boolean) =>
      server.sql.query(
        `insert into word_list (id, site_id, name, language, outcome, is_on, terms, changed_by)
         select gen_random_uuid(), $1, $2, 'en', 'hold', $4, array_agg('word' || n), $5 from generate_series(1, $3::int) n returning id`,
        [siteId, name, count, isOn, author.readerId],
      );
    await fill('On', limits.screening.maxTermsOn - 1, true);
    const { rows } = await fill('Off', 2, false);
    const change = (body: object) => editor.send('PATCH', `/api/v1/sites/${siteKey}/word-lists/${rows[0].id}`, { body });
    const refused = await change({ isOn: true });
    expect([refused.status, refused.body.code]).toEqual([422, 'too_many_words']);
    expect((await change({ isOn: true, remove: ['word1'] })).status).toBe(200);
  });
});
