import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { BulkRequest, BulkView } from '../../contract/bulk';
import { BulkRepository } from '../../src/moderation/bulk/bulk.repository';
import { RunBulk } from '../../src/moderation/bulk/run-bulk';
import type { ReaderActor, Role } from '../../src/platform/access';
import { advisoryLocks, clientConfig } from '../../src/platform/database';
import { Jobs } from '../../src/platform/jobs';
import { aPost, aReader, aThread } from '../builders/conversation';
import { aBrowser, aReason, aStaffMember } from '../builders/staff';
import type { Answer, BrowserLike } from '../support/browser-like';
import { unexplainedRestrictions, unexplainedStatuses, wrongCounters } from '../support/invariants';
import { LiveReader, until } from '../support/live-reader';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let threadId: string;
let siteId: string;
let siteKey: string;
let author: ReaderActor;
let moderator: BrowserLike;

beforeAll(async () => {
  server = await startTestApp();
});
beforeEach(async () => {
  threadId = await aThread(server.sql);
  const { rows } = await server.sql.query('select s.id, s.key from thread t join site s on s.id = t.site_id where t.id = $1', [threadId]);
  siteId = rows[0].id;
  siteKey = rows[0].key;
  author = await aReader(server.sql);
  moderator = await aBrowser(server, await aStaffMember(server.sql, 'moderator', siteId));
});
afterEach(async () => {
  expect(await wrongCounters(server.sql, threadId)).toEqual([]);
  expect(await unexplainedStatuses(server.sql)).toEqual([]);
  expect(await unexplainedRestrictions(server.sql)).toEqual([]);
});
afterAll(() => server.close());

const bulkPath = (rest = '') => `/api/v1/sites/${siteKey}/bulk${rest}`;
const run = (id: string) => server.app.get(RunBulk, { strict: false }).execute(id);
const read = async (id: string): Promise<BulkView> => (await moderator.get(bulkPath(`/${id}`))).body;
const control = (id: string, what: 'pause' | 'resume' | 'undo', by = moderator) => by.post(bulkPath(`/${id}/${what}`), {});

/** Published or held ones, as posts leave them, but many at once. */
async function make(count: number, given: { status?: 'published' | 'held'; text?: string; thread?: string } = {}): Promise<string[]> {
  const { status = 'published', text = 'Buy this.', thread = threadId } = given;
  const isPublished = status === 'published';
  const { rows } = await server.sql.query(
    `with head as (update thread_head set head = head + case when $5 then $2::int else 0 end, comment_count = comment_count + case when $5 then $2::int else 0 end
                    where thread_id = $1 returning head),
          ids as (select gen_random_uuid() as id, n from generate_series(1, $2::int) n)
     insert into comment (id, thread_id, root_id, depth, author_id, client_id, request_digest, status, seq, sort_seq, text, body, posted_at)
     select id, $1, id, 0, $3, gen_random_uuid(), '', $4, seq, seq, $6, '[]', now() - interval '1 hour' + n * interval '1 millisecond'
       from (select ids.*, case when $5 then head - $2::int + n end as seq from ids, head) numbered returning id`,
    [thread, count, author.readerId, status, isPublished, text],
  );
  return rows.map(({ id }) => id);
}

async function begin(given: Partial<BulkRequest>, by = moderator): Promise<Answer<BulkView>> {
  const verdict = given.verdict ?? 'remove';
  const reasonId = verdict === 'publish' ? undefined : await aReason(server.sql, siteId, 'advertising');
  return by.post(bulkPath(), { id: randomUUID(), verdict, reasonId, ...given });
}

async function finish(id: string): Promise<BulkView> {
  for (let turn = 0; turn < 400; turn += 1) {
    const view = await read(id);
    if (view.phase === 'done' || view.phase === 'undone') return view;
    await run(id);
  }
  throw new Error(`it does not end: ${JSON.stringify(await read(id))}`);
}

async function statuses(ids: readonly string[]): Promise<Record<string, number>> {
  const { rows } = await server.sql.query('select status, count(*)::int as count from comment where id = any($1) group by status', [ids]);
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

const selected = (ids: readonly string[]) => ids.map((id) => ({ id, revision: 1 }));

describe('a decision on many comments', () => {
  it('decides on a selection, each with a record, a statement for its author, and the counts', async () => {
    const ids = await make(45, { status: 'held' });
    const begun = await begin({ verdict: 'reject', comments: selected(ids), message: ' No advertising, please. ' });
    expect([begun.status, begun.body]).toMatchObject([
      201,
      {
        verdict: 'reject',
        reason: { key: 'advertising' },
        message: 'No advertising, please.',
        filter: null,
        phase: 'deciding',
        total: 45,
        decided: 0,
      },
    ]);
    expect(await finish(begun.body.id)).toMatchObject({ phase: 'done', total: 45, decided: 45, passedOver: 0 });
    expect(await statuses(ids)).toEqual({ rejected: 45 });
    const { rows } = await server.sql.query(
      `select distinct m.message, m.reason_key, m.reader_id, d.from_status from decision d join statement m on m.id = d.statement_id where d.comment_id = any($1)`,
      [ids],
    );
    expect(rows).toEqual([
      { message: 'No advertising, please.', reason_key: 'advertising', reader_id: author.readerId, from_status: 'held' },
    ]);
  });

  it('decides on everything a filter matched when it was made, and on nothing that came later', async () => {
    const spam = await make(30);
    const other = await make(5, { thread: await aThread(server.sql, { siteId }) });
    const foreign = await make(5, { thread: await aThread(server.sql) });
    const begun = await begin({ filter: { status: ['published'], thread: threadId } });
    expect(begun.body).toMatchObject({ phase: 'collecting', filter: { status: ['published'], thread: threadId } });
    await server.sql.query(`update comment set posted_at = posted_at + interval '2 hours' where id = $1`, [spam[0]]);
    expect(await finish(begun.body.id)).toMatchObject({ total: 29, decided: 29, isCut: false });
    expect([await statuses(spam), await statuses(other), await statuses(foreign)]).toEqual([
      { removed: 29, published: 1 },
      { published: 5 },
      { published: 5 },
    ]);
  });

  it.each<[string, { text?: string }]>([
    ['all of a status', {}],
    ['words', { text: 'Buy' }],
  ])('decides on nothing that was posted, edited or decided on after the count of %s', async (_, given) => {
    const filter = { status: ['held' as const], reader: author.readerId, ...given };
    const ids = await make(5, { status: 'held' });
    const [edited = '', decided = '', editedLate = '', decidedLate = '', untouched = ''] = ids;
    await server.sql.query('update comment set posted_at = now() where id = any($1)', [ids]);
    const { countedAt: unchangedSince } = (await moderator.get(`/api/v1/sites/${siteKey}/comments/count`)).body;
    const [colleague, asAuthor] = [
      await aBrowser(server, await aStaffMember(server.sql, 'editor', siteId)),
      await aBrowser(server, author),
    ];
    const edit = async (id: string) =>
      expect((await asAuthor.send('PATCH', `/api/v1/comments/${id}`, { body: { revision: 1, text: 'Buy that.' } })).status).toBe(200);
    const holdAnew = async (id: string) => {
      for (const verdict of ['publish', 'hold'])
        expect((await colleague.post(`/api/v1/comments/${id}/decisions`, { verdict, revision: 1 })).status).toBe(201);
    };
    await edit(edited);
    await holdAnew(decided);
    const [posted = ''] = await make(1, { status: 'held' });
    await server.sql.query('update comment set posted_at = clock_timestamp() where id = $1', [posted]);
    const { body } = await begin({ verdict: 'publish', filter: { ...filter, unchangedSince } });
    expect(body.filter).toEqual({ ...filter, unchangedSince });
    const bulks = server.app.get(BulkRepository, { strict: false });
    const insert = bulks.insertMatches.bind(bulks);
    const spy = jest.spyOn(bulks, 'insertMatches').mockImplementationOnce(async (tx, bulk, found) => {
      expect([...found].sort()).toEqual([editedLate, decidedLate, untouched].sort());
      await edit(editedLate);
      await insert(tx, bulk, found);
      await holdAnew(decidedLate);
    });
    expect(await finish(body.id)).toMatchObject({ total: 2, decided: 1, passedOver: 1 });
    spy.mockRestore();
    expect(await statuses([untouched])).toEqual({ published: 1 });
    expect(await statuses([...ids, posted])).toEqual({ published: 1, held: 5 });
  });

  it('takes in nothing that is not before the end of its filter, wherever in the world that was said', async () => {
    const [early, late] = [await make(2), await make(2)];
    await server.sql.query(`update comment set posted_at = now() - interval '5 minutes' where id = any($1)`, [late]);
    const until = new Date(Date.now() - 600_000 + 14 * 3_600_000).toISOString().replace('Z', '+14:00');
    const { body } = await begin({ filter: { until } });
    expect(await finish(body.id)).toMatchObject({ total: 2, decided: 2 });
    expect([await statuses(early), await statuses(late)]).toEqual([{ removed: 2 }, { published: 2 }]);
  });

  it('passes over what was edited, decided on, withdrawn, or is being looked at by a colleague', async () => {
    const ids = await make(6, { status: 'held' });
    const begun = await begin({ verdict: 'publish', comments: selected(ids) });
    const colleague = await aBrowser(server, await aStaffMember(server.sql, 'moderator', siteId));
    const asAuthor = await aBrowser(server, author);
    await server.sql.query('update comment set posted_at = now() where id = $1', [ids[0]]);
    expect((await asAuthor.send('PATCH', `/api/v1/comments/${ids[0]}`, { body: { revision: 1, text: 'Buy that.' } })).status).toBe(200);
    await colleague.post(`/api/v1/comments/${ids[1]}/decisions`, { verdict: 'publish', revision: 1 });
    await asAuthor.send('DELETE', `/api/v1/comments/${ids[2]}`);
    await colleague.send('PUT', `/api/v1/comments/${ids[3]}/lease`);
    await moderator.send('PUT', `/api/v1/comments/${ids[4]}/lease`);
    expect(await finish(begun.body.id)).toMatchObject({ total: 6, decided: 2, passedOver: 4 });
    expect(await statuses(ids)).toEqual({ held: 2, published: 3, withdrawn: 1 });
  });

  it('can be paused and goes on where it was', async () => {
    const ids = await make(60);
    const { body } = await begin({ comments: selected(ids) });
    expect((await control(body.id, 'pause')).body).toMatchObject({ phase: 'deciding', isPaused: true });
    await run(body.id);
    expect(await read(body.id)).toMatchObject({ decided: 0 });
    expect((await control(body.id, 'resume')).body).toMatchObject({ isPaused: false });
    expect(await finish(body.id)).toMatchObject({ decided: 60 });
    expect((await control(body.id, 'pause')).body).toMatchObject({ phase: 'done', isPaused: false });
  });

  it('is undone as a whole, but for what was decided anew since', async () => {
    const ids = await make(50);
    const replies = await replyTo(ids[0] ?? '');
    const { body } = await begin({ comments: selected(ids) });
    await finish(body.id);
    await moderator.post(`/api/v1/comments/${ids[1]}/decisions`, { verdict: 'hold', revision: 1 });
    expect((await control(body.id, 'undo')).body).toMatchObject({ phase: 'undoing' });
    expect(await finish(body.id)).toMatchObject({ phase: 'undone', decided: 50, undone: 49 });
    expect([await statuses(ids), await statuses(replies)]).toEqual([{ published: 49, held: 1 }, { published: 1 }]);
    expect((await control(body.id, 'undo')).body).toMatchObject({ phase: 'undone', undone: 49 });
  });

  it('is undone while it is still at work', async () => {
    const ids = await make(60, { status: 'held' });
    const { body } = await begin({ verdict: 'publish', comments: selected(ids) });
    const working = run(body.id);
    await until('some are decided', async () => (await read(body.id)).decided > 0);
    await control(body.id, 'undo');
    await working;
    expect(await finish(body.id)).toMatchObject({ phase: 'undone' });
    expect(await statuses(ids)).toEqual({ held: 60 });
  });

  it('decides once on each when several processes work on it', async () => {
    const ids = await make(80);
    const { body } = await begin({ comments: selected(ids) });
    await Promise.all([run(body.id), run(body.id), run(body.id)]);
    expect(await finish(body.id)).toMatchObject({ decided: 80, passedOver: 0 });
    expect((await server.sql.query('select 1 from decision where comment_id = any($1)', [ids])).rowCount).toBe(80);
  });

  it('that is undone opens again what was reported', async () => {
    const [id = ''] = await make(1);
    const reporter = await aBrowser(server, await aReader(server.sql));
    await reporter.post(`/api/v1/comments/${id}/reports`, { reasonId: await aReason(server.sql, siteId) });
    const bulk = (await begin({ comments: selected([id]) })).body.id;
    await finish(bulk);
    await control(bulk, 'undo');
    await finish(bulk);
    const { rows } = await server.sql.query(
      'select p.outcome, q.report_count from report p join reported_comment q using (comment_id) where p.comment_id = $1',
      [id],
    );
    expect(rows).toEqual([{ outcome: 'open', report_count: 1 }]);
  });

  it('stops when whoever made it moderates the site no more, and can be undone by a colleague', async () => {
    const ids = await make(30);
    const former = await aStaffMember(server.sql, 'moderator', siteId);
    const { id } = (await begin({ comments: selected(ids) }, await aBrowser(server, former))).body;
    await server.sql.query('delete from staff_role where reader_id = $1', [former.readerId]);
    await run(id);
    expect(await read(id)).toMatchObject({ isPaused: true, trouble: 'not_allowed', decided: 0 });
    await control(id, 'undo');
    expect(await finish(id)).toMatchObject({ phase: 'undone' });
  });

  it('that waits for its comments to be found is not taken for stuck', async () => {
    await server.sql.query('select pg_advisory_lock($1)', [advisoryLocks.searchDocuments]);
    await make(1);
    const { id } = (await begin({ filter: {} })).body;
    await server.sql.query(`update bulk set moved_at = now() - interval '1 minute' where id = $1`, [id]);
    const running = run(id);
    await until('it waits', async () => !(await server.app.get(BulkRepository, { strict: false }).listStuck()).includes(id));
    expect(await read(id)).toMatchObject({ phase: 'collecting', total: 0 });
    await control(id, 'pause');
    await running;
    await server.sql.query('select pg_advisory_unlock($1)', [advisoryLocks.searchDocuments]);
  });

  it('begins once when it is sent again', async () => {
    const ids = await make(3);
    const id = randomUUID();
    const sent = await Promise.all([1, 2, 3].map(() => begin({ id, comments: selected(ids) })));
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await finish(id)).toMatchObject({ total: 3, decided: 3 });
    expect((await moderator.get(bulkPath())).body).toHaveLength(1);
  });

  it('pauses by itself when its reason is switched off meanwhile, and says why', async () => {
    const ids = await make(3);
    const { body } = await begin({ comments: selected(ids) });
    const switchReason = (isOn: boolean) => server.sql.query('update reason set is_on = $2 where site_id = $1', [siteId, isOn]);
    await switchReason(false);
    await run(body.id);
    expect(await read(body.id)).toMatchObject({ isPaused: true, trouble: 'reason_needed', decided: 0 });
    await switchReason(true);
    await control(body.id, 'resume');
    expect(await finish(body.id)).toMatchObject({ decided: 3, trouble: null });
  });

  it('does not wait for whoever prepares its comments for the search', async () => {
    const ids = await make(2);
    const { body } = await begin({ comments: selected(ids) });
    const writing = await anotherConnection();
    await writing.query('begin');
    await writing.query(
      `insert into comment_document (comment_id, site_id, posted_at, folded, words) select id, site_id, posted_at, '', '' from comment where id = any($1)
       on conflict (comment_id) do update set folded = ''`,
      [ids],
    );
    expect(await finish(body.id)).toMatchObject({ decided: 2 });
    await writing.query('rollback');
    await writing.end();
  });

  it.each<[string, () => Promise<object>, number, string]>([
    ['neither a selection nor a filter', async () => ({}), 400, 'invalid_request'],
    ['both', async () => ({ comments: selected(await make(1)), filter: {} }), 400, 'invalid_request'],
    ['too many at once', async () => ({ comments: selected(Array.from({ length: 501 }, () => randomUUID())) }), 400, 'invalid_request'],
    ['no reason', async () => ({ comments: selected(await make(1)), reasonId: undefined }), 422, 'reason_needed'],
    ['a verdict that takes things back', async () => ({ comments: selected(await make(1)), verdict: 'hold' }), 400, 'invalid_request'],
    ['a filter that is none', async () => ({ filter: { status: ['gone'] } }), 400, 'invalid_request'],
  ])('is refused with %s', async (_, given, status, code) => {
    const answer = await begin(await given());
    expect([answer.status, (answer.body as unknown as { code: string }).code]).toEqual([status, code]);
  });

  it('takes nothing of another site into a selection', async () => {
    const foreign = await make(2, { thread: await aThread(server.sql) });
    const { body } = await begin({ comments: selected(foreign) });
    expect(await finish(body.id)).toMatchObject({ total: 0, decided: 0 });
    expect(await statuses(foreign)).toEqual({ published: 2 });
  });

  it.each<[Role | 'reader', 'own' | 'foreign', boolean]>([
    ['administrator', 'own', true],
    ['editor', 'own', true],
    ['editor', 'foreign', false],
    ['moderator', 'own', true],
    ['moderator', 'foreign', false],
    ['staff', 'own', false],
    ['reader', 'own', false],
  ])('is for who moderates the site: %s of the %s site: %s', async (role, place, isAllowed) => {
    const ids = await make(1);
    const made = await begin({ comments: selected(ids) });
    const roleSite = place === 'own' ? siteId : await siteOf(await aThread(server.sql));
    const actor = role === 'reader' ? author : await aStaffMember(server.sql, role, role === 'administrator' ? undefined : roleSite);
    const caller = await aBrowser(server, actor);
    const calls: [() => Promise<Answer>, number][] = [
      [() => begin({ comments: selected(ids) }, caller), 201],
      [() => caller.get(bulkPath()), 200],
      [() => caller.get(bulkPath(`/${made.body.id}`)), 200],
      [() => control(made.body.id, 'pause', caller), 200],
      [() => control(made.body.id, 'resume', caller), 200],
      [() => control(made.body.id, 'undo', caller), 200],
    ];
    for (const [call, status] of calls) expect((await call()).status).toBe(isAllowed ? status : role === 'reader' ? 401 : 404);
  });

  it('of another site looks unknown', async () => {
    const made = await begin({ comments: selected(await make(1)) });
    const other = await aThread(server.sql);
    const { rows } = await server.sql.query('select s.id, s.key from thread t join site s on s.id = t.site_id where t.id = $1', [other]);
    const there = await aBrowser(server, await aStaffMember(server.sql, 'editor', rows[0].id));
    for (const what of ['pause', 'resume', 'undo'])
      expect((await there.post(`/api/v1/sites/${rows[0].key}/bulk/${made.body.id}/${what}`, {})).status).toBe(404);
    expect((await there.get(`/api/v1/sites/${rows[0].key}/bulk/${made.body.id}`)).status).toBe(404);
  });
});

describe('a removal of 10,000 comments by filter while 50 readers watch', () => {
  const size = 10_000;

  it('ends with all readers seeing the same, true counts, and is undone whole', async () => {
    await server.app.get(Jobs, { strict: false }).start();
    const ids = await make(size);
    const kept = await (await aBrowser(server, await aReader(server.sql))).post(`/api/v1/threads/${threadId}/comments`, aPost());
    const readers = Array.from({ length: 50 }, () => new LiveReader({ url: server.url, threadId, after: size + 1 }));
    await until('all watch', () => readers.every(({ isConnected }) => isConnected));
    const { body } = await begin({ filter: { status: ['published'], reader: author.readerId } });
    await until('all are removed', async () => (await read(body.id)).phase === 'done', 240_000);
    expect(await read(body.id)).toMatchObject({ total: size, decided: size, passedOver: 0 });
    await converge(readers, 1);
    expect(await statuses(ids)).toEqual({ removed: size });
    expect((await server.sql.query(`select 1 from comment where thread_id = $1 and visible`, [threadId])).rowCount).toBe(1);
    await control(body.id, 'undo');
    await until('all are back', async () => (await read(body.id)).phase === 'undone', 240_000);
    await converge(readers, size + 1);
    expect(await statuses([...ids, kept.body.own.id])).toEqual({ published: size + 1 });
    for (const { follower } of readers) follower.stop();
  }, 600_000);
});

/** Every reader is at the thread's last number, with its count; what they were told one by one is as the thread has it. */
async function converge(readers: readonly LiveReader[], count: number): Promise<void> {
  const { rows } = await server.sql.query('select head, comment_count from thread_head where thread_id = $1', [threadId]);
  expect(rows[0].comment_count).toBe(count);
  await until(
    'all readers are there',
    () => readers.every(({ state }) => state?.head === Number(rows[0].head) && state?.commentCount === count),
    60_000,
  );
  const shown = await server.sql.query('select id from comment where thread_id = $1 and visible', [threadId]);
  const visible = new Set(shown.rows.map(({ id }) => id));
  for (const reader of readers) expect(reader.shown().filter(({ id }) => !visible.has(id))).toEqual([]);
}

async function replyTo(parentId: string): Promise<string[]> {
  const reader = await aBrowser(server, await aReader(server.sql));
  return [(await reader.post(`/api/v1/threads/${threadId}/comments`, aPost({ parentId }))).body.own.id];
}

async function anotherConnection(): Promise<Client> {
  const connection = new Client(clientConfig(server.database.connection));
  connection.on('error', () => undefined);
  await connection.connect();
  return connection;
}

async function siteOf(thread: string): Promise<string> {
  return (await server.sql.query('select site_id from thread where id = $1', [thread])).rows[0].site_id;
}
