import { randomUUID } from 'node:crypto';
import { commentOrders } from '../../contract/conversation';
import type { Verdict } from '../../contract/moderation';
import { EditComment } from '../../src/comments/edit-comment';
import { ListComments } from '../../src/comments/list-comments';
import { PickComment } from '../../src/comments/pick-comment';
import { PostComment } from '../../src/comments/post-comment';
import { WithdrawComment } from '../../src/comments/withdraw-comment';
import { DecideComment } from '../../src/moderation/decide-comment';
import type { ReaderActor } from '../../src/platform/access';
import { aPost, aReader, aThread, changeMode } from '../builders/conversation';
import { aFollow, aNamedReader, whenAllIsAnnounced } from '../builders/followed-site';
import { aBrowser, aReason, aStaffMember } from '../builders/staff';
import { startTestApp, type TestApp } from '../support/test-app';
import { type Watched, Witness } from '../support/witness';

/**
 * R9: nothing unpublished leaves. Texts, names and ids that nobody may see are canaries; a visitor and another reader read
 * every page of every order, every route of the API with every id, the framed document and the fragment, and listen on the live
 * channel, before and after each act; the reader follows the author and the thread, is mentioned and answered, and tries on each comment what a reader can
 * try. The paths come from the OpenAPI document, so that a new route is read without being named here.
 *
 * Seen failing: with `visible` true for held comments and their text let out of the database, nine scenes; with the author of a tombstone
 * in its view, the three with a reply below.
 */
describe('R9: nothing unpublished leaves', () => {
  let server: TestApp;
  let stage: Stage;
  let witnesses: Witness[] = [];

  beforeAll(async () => {
    server = await startTestApp({ TRUSTED_PROXIES: '127.0.0.1' });
  });
  afterEach(() => {
    for (const witness of witnesses) witness.stop();
  });
  afterAll(() => server.close());

  const get = <Provider>(type: new (...given: never[]) => Provider): Provider => server.app.get(type, { strict: false });

  interface Stage {
    watched: Watched;
    /** Who looks on, and is told of what the author writes. */
    civil: ReaderActor;
    civilId: string;
    author: ReaderActor;
    moderator: ReaderActor;
    text: string;
    reasonId: string;
    message: string;
  }

  async function setStage(): Promise<Stage> {
    const threadId = await aThread(server.sql);
    const { rows } = await server.sql.query(
      'select t.site_id, t.article_key, s.key from thread t join site s on s.id = t.site_id where t.id = $1',
      [threadId],
    );
    const { site_id: siteId, article_key: articleKey, key: siteKey } = rows[0];
    const origin = `https://${siteKey}.example.org`;
    await server.sql.query('insert into site_origin (origin, site_id) values ($1, $2)', [origin, siteId]);
    const civilName = `Civil ${randomUUID().replace(/[^a-f]/g, '')}`;
    const civil = await aNamedReader(server.sql, civilName);
    let civilId = '';
    for (let index = 0; index < 21; index += 1)
      civilId = (await get(PostComment).execute(civil, threadId, aPost({ text: 'A civil thought.' }))).own.id;
    const author = await aReader(server.sql, { name: `canary-name-${randomUUID()}` });
    const follow = { readerId: civil.readerId, siteId };
    await aFollow(server.sql, { ...follow, kind: 'reader', subjectId: author.readerId });
    await aFollow(server.sql, { ...follow, kind: 'thread', subjectId: threadId });
    return {
      watched: { url: server.url, threadId, siteKey, articleKey, readerId: author.readerId, origin, commentIds: [] },
      civil,
      civilId,
      author,
      moderator: await aStaffMember(server.sql, 'moderator', siteId),
      text: `canary-text-${randomUUID()} @${civilName}`,
      reasonId: await aReason(server.sql, siteId),
      message: `canary-message-${randomUUID()}`,
    };
  }

  async function post(given: { text?: string; parentId?: string; author?: ReaderActor } = {}): Promise<string> {
    const { own } = await get(PostComment).execute(
      given.author ?? stage.author,
      stage.watched.threadId,
      aPost({ text: given.text ?? stage.text, parentId: given.parentId }),
    );
    stage.watched.commentIds.push(own.id);
    return own.id;
  }

  const decide = (id: string, verdict: Verdict, revision = 1) =>
    get(DecideComment).execute(stage.moderator, id, { verdict, revision, reasonId: stage.reasonId, message: stage.message });
  const edit = (id: string, revision: number) => get(EditComment).execute(stage.author, id, { revision, text: `${stage.text} again` });
  const withdraw = (id: string) => get(WithdrawComment).execute(stage.author, id);
  const pick = async (id: string, revision = 1) =>
    get(PickComment).pick({ ...stage.moderator, roles: [{ role: 'administrator' }] }, id, { revision });
  const premoderate = () => changeMode(server.sql, stage.watched.threadId, 'premoderated');
  const answerTo = async (parentId: string) => post({ text: 'A civil answer.', parentId, author: await aReader(server.sql) });

  async function lookOn(): Promise<void> {
    const browser = await aBrowser(server, stage.civil);
    witnesses = [new Witness(stage.watched), new Witness(stage.watched, { cookie: `__Host-parley=${browser.cookie('__Host-parley')}` })];
    for (const witness of witnesses) await witness.look();
    await hear();
    for (const witness of witnesses) witness.forget();
  }

  async function hear(): Promise<void> {
    await whenAllIsAnnounced(server);
    const { state } = await get(ListComments).changes(stage.watched.threadId, 0);
    await Promise.all(witnesses.map((witness) => witness.hear(state.head)));
  }

  /** Where one of the words went out. */
  function leaks(words: string[]): string[] {
    return witnesses.flatMap(({ seen }) =>
      seen.filter(({ what }) => words.some((word) => what.toLowerCase().includes(word.toLowerCase()))).map(({ where }) => where),
    );
  }

  /** Where the author is named, but for where a witness is told whom they follow themselves. */
  async function namesOfAuthor(): Promise<string[]> {
    return leaks(await authorWords()).filter((where) => !/\/(follows|mine)(\?|$)/.test(where));
  }

  /** What the witnesses were told to ask for. */
  function hints(): string[] {
    const names = witnesses.flatMap(({ seen }) => seen.map(({ where }) => where));
    return [...new Set(names.filter((where) => /^live (inbox|reader):/.test(where)))].sort();
  }

  async function lookAgain(): Promise<void> {
    await hear();
    for (const witness of witnesses) await witness.look();
    await witnesses[1]!.meddle();
    await hear();
  }

  const authorWords = async (): Promise<string[]> => {
    const { rows } = await server.sql.query('select name, email from reader where id = $1', [stage.author.readerId]);
    return [stage.author.readerId, rows[0].name, rows[0].email];
  };
  const moderatorWords = async (): Promise<string[]> => {
    const { rows } = await server.sql.query('select name, email from reader where id = $1', [stage.moderator.readerId]);
    return [stage.moderator.readerId, rows[0].name, rows[0].email, stage.message];
  };

  beforeEach(async () => {
    stage = await setStage();
  });

  it('and what is published does, everywhere: the witnesses do see', async () => {
    await lookOn();
    const id = await post();
    await pick(id);
    await lookAgain();
    const places = [
      ...commentOrders.flatMap((order) => [`/api/v1/threads/.*/comments\\?order=${order}`, `/comments.html\\?form=part&order=${order}`]),
      `/api/v1/comments/${id}$`,
      '/api/v1/threads/.*/changes',
      '/api/v1/threads/.*/picks$',
      '/comments.html$',
      `/comments.html.*&comment=${id}`,
      '/embed/thread.*after=0&lang=en$',
      `/embed/thread.*&comment=${id}`,
      '/api/v1/sites/.*/inbox$',
      '/api/v1/sites/.*/feed$',
      'live thread:join',
      'live thread:changes',
    ];
    const where = leaks([stage.text]);
    expect(hints()).toEqual(['live inbox:changed', 'live reader:activity']);
    expect(places.filter((place) => !where.some((address) => new RegExp(place).test(address)))).toEqual([]);
    expect(leaks([(await authorWords())[2]!, ...(await moderatorWords())])).toEqual([]);
  });

  describe.each<[string, { before?: (id: string) => Promise<unknown>; act: (id: string) => Promise<unknown> }]>([
    ['removed', { act: (id) => decide(id, 'remove') }],
    ['removed from above a reply', { before: answerTo, act: (id) => decide(id, 'remove') }],
    ['held again', { act: (id) => decide(id, 'hold') }],
    ['held again above a reply', { before: answerTo, act: (id) => decide(id, 'hold') }],
    [
      'held again and rejected',
      {
        act: async (id) => {
          await decide(id, 'hold');
          await decide(id, 'reject');
        },
      },
    ],
    ['picked and removed', { before: pick, act: (id) => decide(id, 'remove') }],
    [
      'picked and removed from above a reply',
      {
        before: async (id) => {
          await pick(id);
          await answerTo(id);
        },
        act: (id) => decide(id, 'remove'),
      },
    ],
    ['picked and held again', { before: pick, act: (id) => decide(id, 'hold') }],
    ['picked and withdrawn', { before: pick, act: withdraw }],
    [
      'picked, and edited in a premoderated thread',
      {
        before: async (id) => {
          await pick(id);
          await premoderate();
        },
        act: (id) => edit(id, 1),
      },
    ],
    ['withdrawn', { act: withdraw }],
    ['withdrawn from above a reply', { before: answerTo, act: withdraw }],
    ['edited in a premoderated thread', { before: premoderate, act: (id) => edit(id, 1) }],
    [
      'edited, removed, published and removed',
      {
        act: async (id) => {
          await edit(id, 1);
          for (const verdict of ['remove', 'publish', 'remove'] as const) await decide(id, verdict, 2);
        },
      },
    ],
  ])('of a comment that was published and is', (name, { before, act }) => {
    it(name, async () => {
      const id = await post();
      await before?.(id);
      await lookOn();
      const isPublishedMeanwhile = name.includes('published');
      await act(id);
      await hear();
      if (isPublishedMeanwhile) for (const witness of witnesses) witness.forget();
      await lookAgain();
      expect(leaks([stage.text, ...(await moderatorWords())])).toEqual([]);
      expect(await namesOfAuthor()).toEqual([]);
      expect(leaks(['civil'])).not.toEqual([]);
    });
  });

  describe.each<[string, (id: string) => Promise<unknown>]>([
    ['held', async () => undefined],
    ['held and edited', (id) => edit(id, 1)],
    ['rejected', (id) => decide(id, 'reject')],
    ['held and withdrawn', withdraw],
    ['held under a visible comment', async () => post({ parentId: stage.civilId })],
  ])('of a comment that never was published and is', (name, act) => {
    it(name, async () => {
      await premoderate();
      await lookOn();
      const state = await publicState();
      await act(await post());
      await lookAgain();
      expect(leaks([stage.text, ...(await moderatorWords())])).toEqual([]);
      expect(await namesOfAuthor()).toEqual([]);
      expect(await publicState()).toEqual(state);
      expect(witnesses.flatMap(({ seen }) => seen.filter(({ where }) => where === 'live thread:changes'))).toEqual([]);
      expect(hints()).toEqual([]);
    });
  });

  it('of a text that was edited away, nor of who decided and why', async () => {
    const first = `canary-first-${randomUUID()}`;
    const id = await post({ text: first });
    await lookOn();
    await get(EditComment).execute(stage.author, id, { revision: 1, text: 'A better thought.' });
    await decide(id, 'hold', 2);
    await decide(id, 'publish', 2);
    await lookAgain();
    expect(leaks(['A better thought.'])).not.toEqual([]);
    expect(leaks([first, ...(await moderatorWords())])).toEqual([]);
  });

  it('and a comment that is not public looks like one that never was', async () => {
    await premoderate();
    const held = await post();
    const [about, unknown] = await Promise.all(
      [held, randomUUID()].map(async (id) => {
        stage.watched.commentIds = [id];
        const witness = new Witness({ ...stage.watched }, { cookie: await aCookie() });
        witnesses.push(witness);
        await witness.look();
        await witness.meddle();
        return witness.seen.filter(({ where }) => where.includes(id) && isAboutComments.test(where)).map((seen) => neutral(seen, id));
      }),
    );
    expect(about).toEqual(unknown);
  });

  async function aCookie(): Promise<string> {
    const browser = await aBrowser(server, await aReader(server.sql));
    return `__Host-parley=${browser.cookie('__Host-parley')}`;
  }

  const isAboutComments = /\/comments\/|comments\.html|embed\/thread/;

  /** Without what is of the moment or of the request. */
  function neutral({ where, what }: { where: string; what: string }, id: string): string {
    const [head = '', body = ''] = what.split(/\n(.*)/s);
    return [where, head.slice(0, 4), body]
      .join(' ')
      .replaceAll(id, '(id)')
      .replace(/urn:parley:request:[\w-]+/g, '')
      .replace(/([Cc]ursor(":"|=))[\w-]+/g, '$1');
  }

  async function publicState(): Promise<unknown[]> {
    const { threadId, siteKey, articleKey } = stage.watched;
    const page = await get(ListComments).page(threadId, 'oldest');
    const counts = await (await fetch(`${server.url}/api/v1/sites/${siteKey}/counts?article=${articleKey}`)).json();
    return [page.thread, page.comments, await get(ListComments).changes(threadId, 0), counts];
  }
});
