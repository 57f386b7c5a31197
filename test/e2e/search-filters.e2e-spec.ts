import { Reads } from '../../src/platform/database';
import { Clock } from '../../src/platform/time';
import { CommentSearchRepository } from '../../src/search';
import { aThread } from '../builders/conversation';
import { aBrowser, aReason, aStaffMember } from '../builders/staff';
import { until } from '../support/live-reader';
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

const decide = async (id: string, verdict: string, revision = 1) =>
  on.moderator.post(`/api/v1/comments/${id}/decisions`, {
    verdict,
    revision,
    reasonId: await aReason(server.sql, id),
    message: 'Be kind.',
  });

/** Straight into the table: more than a reader may post. */
async function seed(count: number, given: { status?: string; text?: string; thread?: string } = {}): Promise<string[]> {
  await server.sql.query('begin');
  const { rows } = await server.sql.query(
    `insert into comment (id, thread_id, site_id, root_id, depth, author_id, client_id, request_digest, status, text, body, posted_at)
     select id, $1, (select site_id from thread where id = $1), id, 0, $2, gen_random_uuid(), '', $4, $5, '[]', now() - interval '1 day' - n * interval '1 second'
       from (select n, gen_random_uuid() as id from generate_series(1, $3::int) n) made order by n returning id`,
    [given.thread ?? on.threadId, on.author.readerId, count, given.status ?? 'published', given.text ?? 'seeded'],
  );
  await server.sql.query(
    `insert into decision (id, comment_id, revision, from_status, to_status, decided_by, reason)
     select gen_random_uuid(), id, 1, 'held', status, $2, 'Seeded.' from comment where id = any($1) and status in ('rejected', 'removed')`,
    [rows.map(({ id }) => id), on.author.readerId],
  );
  await server.sql.query('commit');
  return rows.map(({ id }) => id);
}

describe('a filter', () => {
  it('finds comments of every status by each of its parts, and by several together', async () => {
    const sport = await aThread(server.sql, { siteId: on.site.id });
    await server.sql.query(`update thread set section = 'Sport' where id = $1`, [sport]);
    const premoderated = await aThread(server.sql, { siteId: on.site.id, mode: 'premoderated' });
    const published = await on.post('apple one');
    const held = await on.post('apple two', { thread: premoderated });
    const removed = await on.post('pear three', { thread: sport });
    await decide(removed, 'remove');
    await server.sql.query(
      `insert into finding (comment_id, revision, rule, policy_version, outcome, evidence) values ($1, 1, 'links', 1, 'hold', '{"excerpts": []}')`,
      [removed],
    );
    const [old = ''] = await seed(1, { status: 'rejected', text: 'apple old' });
    await on.prepared();
    const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
    const cases: [Parameters, string[]][] = [
      [{}, [removed, held, published, old]],
      [{ status: 'held' }, [held]],
      [{ status: ['held', 'removed'] }, [removed, held]],
      [{ thread: premoderated }, [held]],
      [{ section: 'Sport' }, [removed]],
      [{ section: 'sport%' }, []],
      [{ reader: on.author.readerId }, [removed, held, published, old]],
      [{ reader: on.site.id }, []],
      [{ rule: 'links' }, [removed]],
      [{ rule: 'same_text' }, []],
      [{ from: hourAgo }, [removed, held, published]],
      [{ until: hourAgo }, [old]],
      [{ text: 'apple' }, [held, published, old]],
      [{ text: 'apple', status: 'rejected', until: hourAgo, reader: on.author.readerId }, [old]],
      [{ text: 'pear', section: 'Sport', rule: 'links', thread: sport, status: 'removed', from: hourAgo }, [removed]],
      [{ text: 'apple', section: 'Sport' }, []],
    ];
    for (const [parameters, ids] of cases) {
      expect([parameters, await on.found(parameters)]).toEqual([parameters, ids]);
      const { body } = await on.moderator.get(on.address('comments/count', parameters));
      expect([parameters, body]).toEqual([parameters, { count: ids.length, isMore: false, countedAt: expect.any(String) }]);
    }
  });

  it('is counted as of a time, until which the filter has nothing that came since', async () => {
    await on.post('A plum');
    await on.prepared();
    const { body } = await on.moderator.get(on.address('comments/count', { text: 'plum' }));
    const later = await on.post('Another plum');
    await on.prepared();
    expect(body.count).toBe(1);
    expect(await on.found({ text: 'plum', until: body.countedAt })).toHaveLength(1);
    expect(await on.found({ text: 'plum', from: body.countedAt })).toEqual([later]);
  });

  it('is counted by the clock of the database, as comments and decisions are written', async () => {
    const clock = server.app.get(Clock, { strict: false });
    const spy = jest.spyOn(clock, 'now').mockImplementation(() => new Date(Date.now() + 60_000));
    const { body } = await on.moderator.get(on.address('comments/count', {}));
    spy.mockRestore();
    const { rows } = await server.sql.query('select clock_timestamp() as now');
    expect(Date.parse(body.countedAt)).toBeLessThanOrEqual(rows[0].now.getTime());
  });

  it.each<[string, Parameters]>([
    ['by comments', {}],
    ['by documents', { text: 'plum' }],
    ['by documents of comments that are not public', { text: 'plum', status: ['held', 'removed'] }],
    ['by comments that are not public', { status: ['held', 'removed'] }],
  ])('leaves out what was posted, edited or decided on after its count, %s', async (_, parameters) => {
    const premoderated = await aThread(server.sql, { siteId: on.site.id, mode: 'premoderated' });
    const thread = parameters.status === undefined ? on.threadId : premoderated;
    const back = parameters.status === undefined ? ['remove', 'publish'] : ['publish', 'hold'];
    const edit = (id: string) => on.reader.send('PATCH', `/api/v1/comments/${id}`, { body: { text: 'A better plum', revision: 1 } });
    const make = () => on.post(`A plum, ${crypto.randomUUID()}`, { thread });
    const [untouched, editedBefore, decidedBefore, edited, decided] = [
      await make(),
      await make(),
      await make(),
      await make(),
      await make(),
    ];
    for (const verdict of back) expect((await decide(decidedBefore, verdict)).status).toBe(201);
    expect((await edit(editedBefore)).status).toBe(200);
    await on.prepared();
    const count = async (asked: Parameters) => (await on.moderator.get(on.address('comments/count', asked))).body;
    const { count: counted, countedAt: unchangedSince } = await count(parameters);
    expect(counted).toBe(5);
    expect((await edit(edited)).status).toBe(200);
    for (const verdict of back) expect((await decide(decided, verdict)).status).toBe(201);
    const posted = await make();
    await on.prepared();
    expect(await on.found(parameters)).toEqual([posted, decided, edited, decidedBefore, editedBefore, untouched]);
    expect(await on.found({ ...parameters, unchangedSince })).toEqual([decidedBefore, editedBefore, untouched]);
    expect(await count({ ...parameters, unchangedSince })).toMatchObject({ count: 3 });
  });

  it.each(['yesterday', '2026-02-30T00:00:00Z', ''])('is none as it was at "%s"', async (unchangedSince) => {
    const { status, body } = await on.moderator.get(on.address('comments', { unchangedSince }));
    expect([status, body.errors]).toEqual([400, [expect.objectContaining({ field: 'unchangedSince' })]]);
  });

  it('is told with what moderators see of a comment, the last decision, and who looks at it', async () => {
    const id = await on.post('A decided thought');
    await decide(id, 'remove');
    await decide(id, 'publish');
    await on.moderator.send('PUT', `/api/v1/comments/${id}/lease`);
    await on.prepared();
    const { comments, nextCursor, gaps } = await on.search({ text: 'decided' });
    expect([nextCursor, gaps]).toEqual([null, []]);
    expect(comments).toEqual([
      {
        id,
        status: 'published',
        thread: expect.objectContaining({ id: on.threadId, title: 'A story' }),
        parents: [],
        author: { id: on.author.readerId, name: expect.any(String) },
        text: 'A decided thought',
        body: [expect.objectContaining({ type: 'paragraph' })],
        revision: 1,
        postedAt: expect.stringMatching(/Z$/),
        editedAt: null,
        findings: [],
        lease: { by: expect.objectContaining({ id: expect.any(String) }), until: expect.stringMatching(/Z$/) },
        lastDecision: expect.objectContaining({ commentId: id, verdict: 'publish', from: 'removed', to: 'published', reason: null }),
        pickedAt: null,
        excerpt: expect.any(Array),
      },
    ]);
    expect(JSON.stringify(comments)).not.toContain('@example.org');
  });

  it('says since when a comment is picked', async () => {
    const [picked, other] = [await on.post('A thought to pick'), await on.post('A thought to pass over')];
    const editor = await aBrowser(server, await aStaffMember(server.sql, 'editor', on.site.id));
    const { body } = await editor.send('PUT', `/api/v1/comments/${picked}/pick`, { body: { revision: 1 } });
    await on.prepared();
    const pickedAt = async () => (await on.search({ text: 'thought' })).comments.map((comment) => [comment.id, comment.pickedAt]);
    expect(await pickedAt()).toEqual([
      [other, null],
      [picked, body.pickedAt],
    ]);
    const decide = async (verdict: string) => {
      const reasonId = verdict === 'remove' ? await aReason(server.sql, picked) : undefined;
      expect((await editor.post(`/api/v1/comments/${picked}/decisions`, { verdict, revision: 1, reasonId })).status).toBe(201);
    };
    const none = [
      [other, null],
      [picked, null],
    ];
    await decide('remove');
    expect(await pickedAt()).toEqual(none);
    await decide('publish');
    await editor.send('DELETE', `/api/v1/comments/${picked}/pick`);
    expect(await pickedAt()).toEqual(none);
  });

  it('pages through everything once while others post, also with the same time', async () => {
    const seeded = await seed(120);
    await server.sql.query('update comment set posted_at = $2 where id = any($1)', [
      seeded.slice(0, 60),
      new Date(Date.now() - 90_000_000),
    ]);
    await on.prepared();
    await server.sql.query('delete from comment_document d using comment c where c.id = d.comment_id and c.site_id = $1', [on.site.id]);
    await server.sql.query('insert into comment_document_renewal (site_id) values ($1)', [on.site.id]);
    await on.prepared();
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await on.search({ text: 'seeded', ...(cursor === '' ? {} : { cursor }) });
      seen.push(...page.comments.map(({ id }) => id));
      cursor = page.nextCursor;
      await on.post(`seeded while ${seen.length} were read`);
      await on.prepared();
    }
    expect(seen.length).toBe(120);
    expect([...seen].sort()).toEqual([...seeded].sort());
  });

  it('counts up to a limit, and gives ids from place to place for work on everything it matches', async () => {
    const seeded = await seed(130, { status: 'held' });
    await on.prepared();
    const search = server.app.get(CommentSearchRepository, { strict: false });
    const filter = await search.readFilter(on.site.id, { status: ['held'], text: 'seed*' });
    if (filter === undefined) throw new Error('there is something to look for');
    expect(await search.count(filter, 100)).toEqual({ count: 100, isMore: true });
    expect(await search.count(filter, 130)).toEqual({ count: 130, isMore: false });
    const ids: string[] = [];
    for (let places = await search.idsAfter(filter, { limit: 50 }); places.length > 0; ) {
      ids.push(...places.map(({ id }) => id));
      places = await search.idsAfter(filter, { limit: 50, after: places.at(-1) });
    }
    expect(ids).toEqual(seeded);
  });

  it('that takes too long is given up, says so, and can be gone on with from where it got to', async () => {
    const [needle] = await seed(1, { text: 'needle' });
    await server.sql.query(`update comment set posted_at = now() - interval '9 years' where id = $1`, [needle]);
    await on.prepared();
    await server.sql.query('set session_replication_role = replica');
    const others = await seed(60_000);
    await server.sql.query(
      `insert into comment_document (comment_id, site_id, posted_at, folded, words) select id, site_id, posted_at, text, array_to_tsvector(array[text])
         from comment where id = any($1)`,
      [others],
    );
    await server.sql.query(
      'set session_replication_role = origin; update comment_document d set posted_at = c.posted_at from comment c where c.id = d.comment_id',
    );
    const reads = server.app.get(Reads, { strict: false });
    const within = reads.within.bind(reads);
    const spy = jest
      .spyOn(reads, 'within')
      .mockImplementation((time, sql, values) =>
        sql.includes('materialized') ? within(20, 'select pg_sleep(5)', []) : within(time, sql, values),
      );
    const first = await on.search({ text: 'needle' });
    expect([first.comments, first.gaps]).toEqual([[], ['took_too_long']]);
    const second = await on.search({ text: 'needle', cursor: first.nextCursor ?? '' });
    expect([second.comments.map(({ id }) => id), second.nextCursor, second.gaps]).toEqual([[needle], null, []]);
    spy.mockRestore();
    expect(await on.found({ text: 'needle' })).toEqual([needle]);
  });
});

describe('what happens to a comment', () => {
  const isFound = (id: string, parameters: Parameters) =>
    until(`${id} is found by ${JSON.stringify(parameters)}`, async () => (await on.found(parameters)).includes(id));
  const isGone = (id: string, parameters: Parameters) =>
    until(`${id} is not found by ${JSON.stringify(parameters)}`, async () => !(await on.found(parameters)).includes(id));

  it('shows in the search: posted, edited, decided on', async () => {
    const id = await on.post('first version');
    await isFound(id, { text: 'version first' });
    await on.reader.send('PATCH', `/api/v1/comments/${id}`, { body: { text: 'second wording', revision: 1 } });
    await isFound(id, { text: 'wording' });
    await isGone(id, { text: 'version' });
    await decide(id, 'remove', 2);
    expect(await on.found({ text: 'wording', status: 'removed' })).toEqual([id]);
    expect(await on.found({ text: 'wording', status: 'published' })).toEqual([]);
  });

  it('withdrawn, it is there without its text, and nothing of it is kept to be found', async () => {
    const id = await on.post('a secretword of mine');
    await on.prepared();
    await server.sql.query(
      `insert into finding (comment_id, revision, rule, policy_version, outcome, evidence) values ($1, 1, 'links', 1, 'hold', '{"excerpts": ["secretword"]}')`,
      [id],
    );
    expect((await on.reader.send('DELETE', `/api/v1/comments/${id}`)).status).toBe(200);
    expect(await on.found({ text: 'secretword' })).toEqual([]);
    const page = await on.search({ status: 'withdrawn' });
    expect(page.comments).toMatchObject([{ id, status: 'withdrawn', text: '', body: [], findings: [] }]);
    expect(JSON.stringify(page)).not.toContain('secretword');
    await on.prepared();
    const { rows } = await server.sql.query('select folded, words::text from comment_document where comment_id = $1', [id]);
    expect(rows).toEqual([{ folded: '', words: expect.not.stringContaining('secretword') }]);
  });

  it('is not missed when it was changed while its document was being written', async () => {
    const id = await on.post('draft zero');
    const work = async (number: number) => {
      await server.sql.query('update comment set text = $2, revision = revision + 1 where id = $1', [id, `draft number${number}`]);
    };
    for (let number = 1; number <= 300; number += 1) await work(number);
    await on.prepared();
    expect(await on.found({ text: 'number300' })).toEqual([id]);
    expect(await on.found({ text: 'number299' })).toEqual([]);
  });
});
