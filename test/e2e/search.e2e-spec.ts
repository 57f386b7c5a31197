import type { Role } from '../../src/platform/access';
import { aReader } from '../builders/conversation';
import { aBrowser, aStaffMember } from '../builders/staff';
import { BrowserLike } from '../support/browser-like';
import { type Parameters, SearchedSite } from '../support/searched-site';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let on: SearchedSite;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());
beforeEach(async () => {
  on = await SearchedSite.make(server);
});

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
      ['o_f', 'i%s'],
    ],
  ])('is found by %s', async (_, text, finds, findsNot) => {
    const id = await on.post(text);
    await on.post('Nothing of that kind.');
    await on.prepared();
    for (const looked of finds) expect([looked, await on.found({ text: looked })]).toEqual([looked, [id]]);
    for (const looked of findsNot) expect([looked, (await on.found({ text: looked })).includes(id)]).toEqual([looked, false]);
  });

  it('is found by every form of its words, in the language of the site, which an administrator chooses', async () => {
    const administrator = await aBrowser(server, await aStaffMember(server.sql, 'administrator'));
    const change = (searchLanguage: unknown) => administrator.send('PATCH', `/api/v1/sites/${on.site.key}`, { body: { searchLanguage } });
    const id = await on.post('Die alten Häuser brannten');
    await on.prepared();
    expect(await on.found({ text: 'haus' })).toEqual([]);
    for (const wrong of ['klingon', null, 'pg_catalog.simple']) expect((await change(wrong)).status).toBe(400);
    expect((await change('german')).body).toMatchObject({ key: on.site.key, searchLanguage: 'german' });
    await on.prepared();
    for (const text of ['haus', 'Häusern', 'alte', '*äus*']) expect([text, await on.found({ text })]).toEqual([text, [id]]);
    const [comment] = (await on.search({ text: 'haus' })).comments;
    expect(comment?.excerpt.filter(({ isHit }) => isHit)).toEqual([{ text: 'Häuser', isHit: true }]);
  });

  it('is shown around the first hit, as written, with every hit marked', async () => {
    await on.post(`${'Long ago. '.repeat(40)}The CAFÉ <b>bridge</b>, café bridges. ${'And so on. '.repeat(40)}`);
    await on.prepared();
    const excerpt = async (text: string) => (await on.search({ text })).comments[0]?.excerpt ?? [];
    const parts = await excerpt('cafe bridge');
    expect(parts.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['CAFÉ', 'bridge', 'café']);
    expect(parts.map(({ text }) => text).join('')).toMatch(/^….{40,60}The CAFÉ <b>bridge<\/b>, café bridges\. And.*…$/);
    expect((await excerpt('"café bridges"')).filter(({ isHit }) => isHit).map(({ text }) => text)).toContain('café bridges');
    expect((await on.search({})).comments[0]?.excerpt).toEqual([]);
  });

  it.each(['*', '""', '* *', ' '])('that is looked for needs something to look for: %j', async (text) => {
    expect((await on.moderator.get(on.address('comments', { text }))).status).toBe(400);
    expect((await on.moderator.get(on.address('comments/count', { text }))).status).toBe(400);
  });
});

describe('the search', () => {
  it.each<[Role | 'reader' | 'visitor', 'own' | 'foreign', number]>([
    ['administrator', 'own', 200],
    ['editor', 'own', 200],
    ['editor', 'foreign', 404],
    ['moderator', 'own', 200],
    ['moderator', 'foreign', 404],
    ['staff', 'own', 404],
    ['reader', 'own', 401],
    ['visitor', 'own', 401],
  ])('is for who has the right on the site: %s of the %s site: %i', async (role, place, status) => {
    const roleSite = place === 'own' ? on.site.id : (await SearchedSite.make(server)).site.id;
    const caller =
      role === 'visitor'
        ? new BrowserLike(server.url)
        : role === 'reader'
          ? on.reader
          : await aBrowser(server, await aStaffMember(server.sql, role, role === 'administrator' ? undefined : roleSite));
    for (const address of [on.address('comments', {}), on.address('comments/count', {}), on.address('readers', { name: 'r' })])
      expect([address, (await caller.get(address)).status]).toEqual([address, status]);
  });

  it('looks on one site alone, whatever is asked', async () => {
    const other = await SearchedSite.make(server);
    const id = await on.post('A shared word');
    const foreign = await other.post('A shared word');
    await on.prepared();
    expect(await on.found({ text: 'shared' })).toEqual([id]);
    expect(await on.found({})).toEqual([id]);
    const foreigners: Parameters[] = [{ thread: other.threadId }, { reader: other.author.readerId }];
    for (const parameters of foreigners) expect(await on.found(parameters)).toEqual([]);
    expect(await other.found({ text: 'shared' })).toEqual([foreign]);
    expect((await on.moderator.get('/api/v1/sites/nowhere/comments')).status).toBe(404);
  });

  it.each<Parameters>([
    { status: 'lost' },
    { thread: 'one' },
    { reader: "' or 1=1" },
    { rule: 'none' },
    { from: 'yesterday' },
    { until: '2026-02-30T00:00:00Z' },
    { cursor: 'first' },
    { text: 'x'.repeat(201) },
    { site: 'other' },
  ])('refuses %j', async (parameters) => {
    expect((await on.moderator.get(on.address('comments', parameters))).status).toBe(400);
  });
});

describe('readers', () => {
  it('are found by a part of their name when they have commented on the site, without their address', async () => {
    const name = `Zoë Quill${on.site.key.slice(-4)}`;
    const names = [name, `Ann${name}`, `東京${on.site.key.slice(-4)}`];
    const ids: string[] = [];
    for (const one of names) {
      const reader = await aReader(server.sql, { name: one });
      await on.post(`I am ${one}.`, { by: await aBrowser(server, reader) });
      ids.push(reader.readerId);
    }
    await aReader(server.sql, { name: `Silent ${name}` });
    await on.prepared();
    const find = async (part: string) => (await on.moderator.get(on.address('readers', { name: part }))).body;
    expect(await find('zoe qu')).toEqual([
      { id: ids[0], name: names[0] },
      { id: ids[1], name: names[1] },
    ]);
    expect((await find('東')).map(({ id }: { id: string }) => id)).toEqual([ids[2]]);
    for (const part of ['%', '_uill', 'silent', '@example.org']) expect(await find(part)).toEqual([]);
    const other = await SearchedSite.make(server);
    expect((await other.moderator.get(other.address('readers', { name: 'zoe' }))).body).toEqual([]);
  });
});
