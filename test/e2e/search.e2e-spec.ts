import type { FoundPage } from '../../contract/search';
import type { ReaderActor } from '../../src/platform/access';
import { aPost, aReader, aThread } from '../builders/conversation';
import { aBrowser, aStaffMember } from '../builders/staff';
import type { BrowserLike } from '../support/browser-like';
import { until } from '../support/live-reader';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let siteId: string;
let siteKey: string;
let threadId: string;
let author: ReaderActor;
let reader: BrowserLike;
let moderator: BrowserLike;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

beforeEach(async () => {
  threadId = await aThread(server.sql);
  const { rows } = await server.sql.query('select s.id, s.key from thread t join site s on s.id = t.site_id where t.id = $1', [threadId]);
  [siteId, siteKey] = [rows[0].id, rows[0].key];
  author = await aReader(server.sql);
  reader = await aBrowser(server, author);
  moderator = await aBrowser(server, await aStaffMember(server.sql, 'moderator', siteId));
});

async function post(text: string, given: { by?: BrowserLike; thread?: string } = {}): Promise<string> {
  const { status, body } = await (given.by ?? reader).post(`/api/v1/threads/${given.thread ?? threadId}/comments`, aPost({ text }));
  expect(status).toBe(201);
  return body.own.id;
}

/** Everything that was written until now can be searched. */
async function prepared(): Promise<void> {
  await until('every comment can be searched', async () => {
    const { rows } = await server.sql.query(
      `select 1 from comment_document_due union all select 1 from comment_document_renewal
       union all select 1 from comment c where not exists (select from comment_document d where d.comment_id = c.id)`,
    );
    return rows.length === 0;
  });
}

async function search(filter: Record<string, string | string[]>, by = moderator): Promise<FoundPage> {
  const parameters = Object.entries(filter).flatMap(([name, given]) => [given].flat().map((value) => [name, value]));
  const { status, body } = await by.get(`/api/v1/sites/${siteKey}/comments?${new URLSearchParams(parameters)}`);
  expect([status, body]).toEqual([200, expect.anything()]);
  return body;
}

const found = async (filter: Record<string, string | string[]>): Promise<string[]> => (await search(filter)).comments.map(({ id }) => id);

describe('a text', () => {
  it.each<[name: string, text: string, finds: string[], findsNot: string[]]>([
    ['words in any order and case', 'The Mayor opened a bridge', ['bridge', 'MAYOR', 'bridge mayor'], ['bridges', 'mayor tunnel']],
    ['the commonest words', 'to be or not to be', ['to be', 'or'], ['the']],
    ['accents folded, both ways', 'Zoë trank Weißbier im Café', ['zoe', 'Zoë', 'weissbier', 'CAFE', 'Café'], ['weisbier']],
    ['words in quotes', 'A bridge, too far', ['"bridge, too"', '"too far"', '“too far”'], ['"far too"']],
    ['parts of words', 'Donaudampfschifffahrt', ['*dampf*', 'donau*', '*fahrt', '*auda* *schiff*'], ['dampf', '*dampfs*z*']],
    ['parts of two letters', 'Donaudampfschifffahrt', ['*au*'], ['*zz*']],
    [
      'Chinese and Japanese',
      '我住在東京都。東京タワーを見た',
      ['東京', '京都', '東', '都', 'タワー', '"東京都"', '*京タ*'],
      ['北京', '京東', '見る'],
    ],
    ['Thai', 'ฉันรักกรุงเทพมหานคร', ['กรุงเทพ', 'รัก'], ['เชียงใหม่']],
    ['Arabic, with and without points', 'ذَهَبَ الوَلَدُ إلى المدرسة', ['الولد', 'ذهب', 'المدرسة', '*درس*'], ['البنت']],
    ['Hebrew', 'שָׁלוֹם עולם', ['שלום', 'עולם'], ['של']],
    ['Cyrillic', 'Ещё один зелёный чай', ['еще', 'ещё', 'ЧАЙ', 'зеленый', '*лён*'], ['чаи']],
    ['Greek', 'Καλημέρα ΚΟΣΜΟΣ', ['καλημερα', 'κόσμος'], ['κοσμο']],
    ['Hindi', 'मैं हिन्दी बोलता हूँ', ['हिन्दी', '*न्दी*'], ['हन्द']],
    ['Korean', '안녕하세요 세계', ['세계', '안녕*'], ['녕안']],
    [
      'numbers, addresses and signs',
      'See https://spam.example/a_b?x=100% now 😀',
      ['spam.example/a_b', '100%', '😀', '*?x=1*', 'spam'],
      ['spam-example'],
    ],
    [
      'what looks like a command',
      `it's 50% off_now: a & b | !c <-> d:* (x) 'quoted' \\ back`,
      ['50%', "it's", '"off_now: a & b"', "'quoted'", '"| !c"', 'd:*', '\\', '%'],
      ['_ow_', '%s', '!off', '50_', 'i%s'],
    ],
  ])('is found by %s', async (_, text, finds, findsNot) => {
    const id = await post(text);
    await post('Nothing of that kind.');
    await prepared();
    for (const looked of finds) expect([looked, await found({ text: looked })]).toEqual([looked, [id]]);
    for (const looked of findsNot) expect([looked, (await found({ text: looked })).includes(id)]).toEqual([looked, false]);
  });
});
