import { setTimeout as pause } from 'node:timers/promises';
import type { CommentStatus } from '../../contract/conversation';
import type { ReplayRequest, ReplayView, ReplayWithExamples } from '../../contract/replays';
import type { ListOutcome } from '../../contract/screening';
import { createApp } from '../../src/create-app';
import type { ReaderActor, Role } from '../../src/platform/access';
import { Jobs } from '../../src/platform/jobs';
import { aPost, aReader, aThread } from '../builders/conversation';
import { aPastComment, manyPastComments, type PastComment } from '../builders/past-comments';
import { aBrowser, aStaffMember } from '../builders/staff';
import { BrowserLike } from '../support/browser-like';
import { startTestApp, type TestApp } from '../support/test-app';
import { silentLog } from '../support/test-server';

let server: TestApp;
let threadId: string;
let siteId: string;
let at: string;
let editor: BrowserLike;
let editing: ReaderActor;

beforeAll(async () => {
  server = await startTestApp();
  await server.app.get(Jobs).start();
});
afterAll(() => server.close());

beforeEach(async () => {
  threadId = await aThread(server.sql);
  const { rows } = await server.sql.query('select s.id, s.key from thread t join site s on s.id = t.site_id where t.id = $1', [threadId]);
  siteId = rows[0].id;
  at = `/api/v1/sites/${rows[0].key}`;
  editing = await aStaffMember(server.sql, 'editor', siteId);
  editor = await aBrowser(server, editing);
});

const none = { published: 0, rejected: 0, removed: 0, left: 0 };
const everyDecision: CommentStatus[][] = [
  ['held', 'published'],
  ['held', 'rejected'],
  ['published', 'removed'],
  ['published'],
  ['held'],
  ['held', 'rejected', 'held'],
];

async function past(given: PastComment = {}, by?: ReaderActor): Promise<string> {
  const { readerId: authorId } = by ?? (await anOldReader());
  return aPastComment(server.sql, { threadId, authorId, deciderId: editing.readerId }, given);
}

async function anOldReader(daysAgo = 400): Promise<ReaderActor> {
  const reader = await aReader(server.sql);
  await server.sql.query('update reader set created_at = now() - make_interval(days => $2) where id = $1', [reader.readerId, daysAgo]);
  return reader;
}

async function aList(outcome: ListOutcome, terms: string[], isOn = false): Promise<string> {
  const { body } = await editor.post(`${at}/word-lists`, { name: `${outcome} ${terms[0]}`, language: 'en', outcome });
  await editor.send('PATCH', `${at}/word-lists/${body.id}`, { body: { add: terms, isOn } });
  return body.id;
}

async function begin(proposal: ReplayRequest): Promise<string> {
  const { status, body } = await editor.post(`${at}/screening/replays`, proposal);
  expect([status, body.code]).toEqual([201, undefined]);
  return body.id;
}

const read = async (id: string): Promise<ReplayWithExamples> => (await editor.get(`${at}/screening/replays/${id}`)).body;
const cancel = (id: string) => editor.send('DELETE', `${at}/screening/replays/${id}`);

async function until(id: string, isThere: (replay: ReplayView) => boolean): Promise<ReplayWithExamples> {
  for (;;) {
    const replay = await read(id);
    if (isThere(replay)) return replay;
    if (replay.endedAt !== null) throw new Error(`ended: ${JSON.stringify(replay)}`);
    await pause(20);
  }
}

const tried = async (proposal: ReplayRequest) => until(await begin(proposal), ({ state }) => state === 'done');
const ids = (examples: readonly { commentId: string }[]) => examples.map(({ commentId }) => commentId);

describe('a change of the rules that is tried', () => {
  it('tells what a list would have caught, against what people decided on it', async () => {
    const list = await aList('hold', ['mimsy']);
    const caught: string[] = [];
    for (const statuses of everyDecision) {
      caught.push(await past({ text: 'All mimsy.', statuses }));
      await past({ text: 'All calm.', statuses });
    }
    const { counts, total, done, examples, failure } = await tried({ list: { id: list, isOn: true } });
    expect([total, done, failure]).toEqual([12, 12, null]);
    expect(counts).toEqual({
      before: { publish: 12, hold: 0, refuse: 0 },
      after: { publish: 6, hold: 6, refuse: 0 },
      stricter: { published: 1, rejected: 1, removed: 1, left: 3 },
      milder: none,
    });
    expect(ids(examples.stricter)).toEqual(caught.toReversed());
    expect(examples.stricter.at(-1)).toMatchObject({
      before: 'publish',
      after: 'hold',
      rules: ['watched_words'],
      decided: 'published',
      comment: { text: 'All mimsy.', thread: { title: 'A story' }, author: { name: expect.any(String) } },
    });
  });

  it('tells what a list that is on has caught, and would not any more with other words or switched off', async () => {
    const list = await aList('refuse', ['mimsy', 'slithy'], true);
    const mimsy = await past({ text: 'All mimsy.' });
    const slithy = await past({ text: 'All slithy.', statuses: ['published', 'removed'] });
    const off = await tried({ list: { id: list, isOn: false } });
    expect([off.counts.milder, ids(off.examples.milder)]).toEqual([{ ...none, left: 1, removed: 1 }, [slithy, mimsy]]);
    const other = await tried({ list: { id: list, remove: ['mimsy'], add: ['calm'] } });
    expect([other.counts.milder, ids(other.examples.milder), other.counts.stricter]).toEqual([{ ...none, left: 1 }, [mimsy], none]);
    const milder = await tried({ list: { id: list, outcome: 'hold' } });
    expect(milder.examples.milder).toMatchObject([
      { before: 'refuse', after: 'hold' },
      { before: 'refuse', after: 'hold' },
    ]);
  });

  it('tells what other settings about the text would do', async () => {
    const two = await past({ text: 'https://a.example https://b.example', statuses: ['held', 'published'] });
    const blocked = await past({ text: 'https://spam.example' });
    await past({ text: 'No link.' });
    const { counts, examples } = await tried({ settings: { maxLinks: 1, blockedDomains: ['spam.example'] } });
    expect(counts.after).toEqual({ publish: 1, hold: 1, refuse: 1 });
    expect(examples.stricter.map(({ commentId, after, rules }) => [commentId, after, rules])).toEqual([
      [blocked, 'refuse', ['links']],
      [two, 'hold', ['links']],
    ]);
  });

  it('counts who was new at the time of the comment, not now', async () => {
    const reader = await anOldReader(10);
    const first = await past({ daysAgo: 9.99 }, reader);
    const heldThen = await past({ daysAgo: 8, statuses: ['held', 'published'], decidedDaysAgo: 6 }, reader);
    const second = await past({ daysAgo: 7 }, reader);
    await past({ daysAgo: 5 }, reader);
    const byNumber = await tried({ settings: { newReaderComments: 2 } });
    expect(ids(byNumber.examples.stricter)).toEqual([second, heldThen, first]);
    const byHours = await tried({ settings: { newReaderHours: 1 } });
    expect([ids(byHours.examples.stricter), byHours.examples.stricter[0]?.rules]).toEqual([[first], ['new_reader']]);
  });

  it('counts the rejections that there were at the time of the comment', async () => {
    const reader = await anOldReader();
    await past({ daysAgo: 20, statuses: ['held', 'rejected'], decidedDaysAgo: 19 }, reader);
    await past({ daysAgo: 9, statuses: ['published', 'removed'], decidedDaysAgo: 5 }, reader);
    await past({ daysAgo: 6 }, reader);
    const after = await past({ daysAgo: 4 }, reader);
    await server.sql.query('update screening_policy set rejections = 0 where site_id = $1', [siteId]);
    const one = await tried({ settings: { rejections: 1, rejectionDays: 7 } });
    expect([ids(one.examples.stricter), one.examples.stricter[0]?.rules]).toEqual([[after], ['recent_rejections']]);
    expect((await tried({ settings: { rejections: 2, rejectionDays: 7 } })).counts.stricter).toEqual(none);
    expect((await tried({ settings: { rejections: 2, rejectionDays: 30 } })).counts.stricter).toEqual({ ...none, left: 1 });
  });

  it('takes nobody for new where that is not looked at, not even the author of a comment older than their account', async () => {
    await past({ daysAgo: 3 }, await anOldReader(1));
    expect((await tried({ settings: { maxLinks: 0 } })).counts).toMatchObject({ before: { publish: 1 }, after: { publish: 1 } });
  });

  it('trusts staff, as posting does', async () => {
    await past({}, await aStaffMember(server.sql, 'staff', siteId));
    expect((await tried({ settings: { newReaderComments: 5 } })).counts.stricter).toEqual(none);
  });

  it('looks at the last 30 days of this site only, and not at what its author has withdrawn', async () => {
    await past({ daysAgo: 31 });
    await past({ statuses: ['withdrawn'] });
    const here = threadId;
    threadId = await aThread(server.sql);
    await past();
    threadId = here;
    const shown = await past({ text: 'https://a.example', daysAgo: 29 });
    const { id, total, examples } = await tried({ settings: { maxLinks: 0 } });
    expect([total, ids(examples.stricter), examples.stricter[0]?.comment?.text]).toEqual([1, [shown], 'https://a.example']);
    await server.sql.query(`update comment set status = 'withdrawn' where id = $1`, [shown]);
    expect((await read(id)).examples.stricter).toMatchObject([{ commentId: shown, comment: null }]);
  });

  it('changes nothing: a text that it would hold is still published', async () => {
    const list = await aList('hold', ['mimsy']);
    await tried({ list: { id: list, isOn: true } });
    const reader = await aBrowser(server, await aReader(server.sql));
    expect((await reader.post(`/api/v1/threads/${threadId}/comments`, aPost({ text: 'Mimsy.' }))).body.own.status).toBe('published');
  });

  it('leaves out what cannot be tried, and refuses what proposes nothing', async () => {
    const list = await aList('hold', ['mimsy']);
    const statusOf = async (proposal: object) => (await editor.post(`${at}/screening/replays`, proposal)).status;
    for (const wrong of [
      {},
      { settings: {} },
      { list: { id: list } },
      { list: { isOn: true } },
      { settings: null },
      { settings: { repeatsOfReader: 3 } },
      { settings: { maxLinks: -1 } },
      { list: { id: list, name: 'Other' } },
      { list: { id: list, add: ['***'] } },
    ])
      expect([wrong, await statusOf(wrong)]).toEqual([wrong, 400]);
    expect(await statusOf({ list: { id: siteId, isOn: true } })).toBe(404);
  });
});

describe('a replay under way', () => {
  beforeEach(async () => {
    const { readerId: authorId } = await anOldReader();
    await manyPastComments(server.sql, { threadId, authorId }, { count: 3_000, text: 'A calm thought of the number ' });
  });
  const everything = { settings: { newReaderComments: 100 } };

  it('goes through thousands of comments, tells how far it is, and lets readers post meanwhile', async () => {
    const id = await begin(everything);
    const reader = await aBrowser(server, await aReader(server.sql));
    const { total, done } = await until(id, (replay) => replay.done > 0);
    expect([total, done % 250, done < 3_000]).toEqual([3_000, 0, true]);
    expect((await reader.post(`/api/v1/threads/${threadId}/comments`, aPost())).status).toBe(201);
    const { counts, examples } = await until(id, ({ state }) => state === 'done');
    expect([counts.before.publish, counts.after.hold + counts.after.publish]).toEqual([3_000, 3_000]);
    expect(examples.stricter).toHaveLength(25);
  });

  it('is one at a time on a site, until it is cancelled', async () => {
    const other = await aBrowser(server, await aStaffMember(server.sql, 'editor', siteId));
    const id = await begin(everything);
    await until(id, ({ state }) => state === 'running');
    const refused = await other.post(`${at}/screening/replays`, everything);
    expect([refused.status, refused.body.code]).toEqual([409, 'replay_under_way']);
    expect((await cancel(id)).status).toBe(204);
    const { state, done, endedAt } = await read(id);
    expect([state, done < 3_000, endedAt]).toEqual(['cancelled', true, expect.any(String)]);
    await tried({ settings: { maxLinks: 0 } });
    expect(await read(id)).toMatchObject({ state: 'cancelled', done });
  });

  it('goes on where it was after the service was started again, and counts nothing twice', async () => {
    const id = await begin(everything);
    await until(id, ({ done }) => done >= 500);
    await server.app.close();
    const [stopped] = (await server.sql.query('select done, state from replay where id = $1', [id])).rows;
    expect([stopped.state, stopped.done < 3_000]).toEqual(['running', true]);
    const app = await createApp({ env: server.env, logger: silentLog, connection: server.database.connection });
    await app.listen(0, '127.0.0.1');
    await app.get(Jobs).start();
    server = {
      ...server,
      app,
      url: await app.getUrl(),
      close: async () => {
        await app.close();
        await server.sql.end();
        await server.database.drop();
      },
    };
    editor = await aBrowser(server, editing);
    const { counts, done, total } = await until(id, ({ state }) => state === 'done');
    expect([done, total, counts.before.publish]).toEqual([3_000, 3_000, 3_000]);
  });

  it('is taken up when the process that ran it was killed, and a batch that was looked at twice counts once', async () => {
    const id = await begin(everything);
    await until(id, ({ done }) => done > 0);
    // What a killed process leaves: a job that is not given back. And, beside it, one that does the same.
    await server.sql.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'killed' where payload::text like $1`, [
      `%${id}%`,
    ]);
    await server.sql.query(`update replay set moved_at = now() - interval '2 minutes' where id = $1`, [id]);
    for (let turn = 0; turn < 3; turn += 1)
      await server.sql.query(`select graphile_worker.add_job('replay_rules', json_build_object('replayId', $1::text))`, [id]);
    await server.sql.query(`select graphile_worker.add_job('resume_replays')`);
    const { counts, done } = await until(id, ({ state }) => state === 'done');
    expect([done, counts.before.publish]).toEqual([3_000, 3_000]);
  });

  it('ends when it has come to no end for hours, so that another can begin', async () => {
    const id = await begin(everything);
    await until(id, ({ done }) => done > 0);
    await server.sql.query(`update replay set asked_at = now() - interval '7 hours' where id = $1`, [id]);
    await server.sql.query(`select graphile_worker.add_job('resume_replays')`);
    expect((await until(id, ({ state }) => state === 'failed')).failure).toBe('internal_error');
    await tried({ settings: { maxLinks: 0 } });
  });

  it('ends when the rules change meanwhile: its comparison would be with others', async () => {
    const id = await begin(everything);
    await until(id, ({ state }) => state === 'running');
    await editor.send('PATCH', `${at}/screening`, { body: { maxLinks: 3 } });
    const { failure, endedAt } = await until(id, ({ state }) => state === 'failed');
    expect([failure, endedAt]).toEqual(['rules_changed', expect.any(String)]);
  });
});

describe('switching on what was tried', () => {
  it('is refused where the rules have changed since, and done where they have not', async () => {
    const list = await aList('hold', ['mimsy']);
    const first = await tried({ list: { id: list, isOn: true } });
    const second = await tried({ settings: { maxLinks: 1 } });
    const switchOn = (version: string) => editor.send('PATCH', `${at}/word-lists/${list}`, { body: { isOn: true, version } });
    const set = (version: string) => editor.send('PATCH', `${at}/screening`, { body: { maxLinks: 1, version } });
    const switched = await switchOn(first.version);
    expect([switched.status, switched.body.isOn, Number(switched.body.version)]).toEqual([200, true, Number(first.version) + 1]);
    const refused = await set(second.version);
    expect([refused.status, refused.body.code]).toEqual([409, 'rules_changed']);
    expect((await editor.get(`${at}/screening`)).body).toMatchObject({ version: switched.body.version, settings: { maxLinks: 5 } });
    expect((await set(switched.body.version)).status).toBe(200);
    expect((await switchOn(first.version)).body.code).toBe('rules_changed');
    expect((await editor.post(`${at}/screening/replays`, { settings: { maxLinks: 0 }, version: first.version })).body.code).toBe(
      'rules_changed',
    );
  });
});

describe('who tries changes of the rules', () => {
  it.each<[Role | 'reader' | 'visitor', 'own' | 'foreign', reads: number, writes: number]>([
    ['administrator', 'own', 200, 201],
    ['editor', 'own', 200, 201],
    ['editor', 'foreign', 404, 404],
    ['moderator', 'own', 200, 404],
    ['moderator', 'foreign', 404, 404],
    ['staff', 'own', 404, 404],
    ['reader', 'own', 401, 401],
    ['visitor', 'own', 401, 401],
  ])('%s of the %s site', async (role, place, reads, writes) => {
    const replay = await tried({ settings: { maxLinks: 0 } });
    const otherThread = await aThread(server.sql);
    const other = (await server.sql.query('select site_id from thread where id = $1', [otherThread])).rows[0].site_id;
    const roleSite = role === 'administrator' ? undefined : place === 'own' ? siteId : other;
    const actor = role === 'reader' || role === 'visitor' ? await aReader(server.sql) : await aStaffMember(server.sql, role, roleSite);
    const caller = role === 'visitor' ? new BrowserLike(server.url) : await aBrowser(server, actor);
    const path = `${at}/screening/replays`;
    expect([(await caller.get(path)).status, (await caller.get(`${path}/${replay.id}`)).status]).toEqual([reads, reads]);
    const begun = await caller.post(path, { settings: { maxLinks: 1 } });
    expect(begun.status).toBe(writes);
    const ended = await caller.send('DELETE', `${path}/${begun.body.id ?? replay.id}`);
    expect(ended.status).toBe(writes === 201 ? 204 : writes);
  });

  it('finds no replay of another site', async () => {
    const { id } = await tried({ settings: { maxLinks: 0 } });
    const otherThread = await aThread(server.sql);
    const { rows } = await server.sql.query('select s.key from thread t join site s on s.id = t.site_id where t.id = $1', [otherThread]);
    const administrator = await aBrowser(server, await aStaffMember(server.sql, 'administrator'));
    const path = `/api/v1/sites/${rows[0].key}/screening/replays`;
    expect([(await administrator.get(`${path}/${id}`)).status, (await administrator.send('DELETE', `${path}/${id}`)).status]).toEqual([
      404, 404,
    ]);
    expect((await administrator.get(path)).body).toEqual({ replays: [] });
    expect((await editor.get(`${at}/screening/replays`)).body.replays).toMatchObject([
      { id, state: 'done', askedBy: { id: editing.readerId } },
    ]);
  });
});
