import { randomUUID } from 'node:crypto';
import type { InboxItem } from '../../contract/inbox';
import { limits } from '../../contract/limits';
import type { Verdict } from '../../contract/moderation';
import { DueRepository } from '../../src/announcements/due.repository';
import type { ReaderActor } from '../../src/platform/access';
import { Jobs } from '../../src/platform/jobs';
import { aPost, aReader, aThread, changeMode } from '../builders/conversation';
import { aFollow, aMute, aNamedReader, aSection, siteOf, whenAllIsAnnounced } from '../builders/followed-site';
import { aBrowser, aReason, aStaffMember } from '../builders/staff';
import type { BrowserLike } from '../support/browser-like';
import { until } from '../support/live-reader';
import { startTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let threadId: string;
let site: { id: string; key: string };
let anna: ReaderActor;
let ben: ReaderActor;
let annas: BrowserLike;
let bens: BrowserLike;
let moderator: BrowserLike;
let colleague: BrowserLike;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());
beforeEach(async () => {
  threadId = await aThread(server.sql);
  site = await siteOf(server.sql, threadId);
  anna = await aNamedReader(server.sql, `Anna ${randomUUID().replace(/[^a-f]/g, '')}`);
  ben = await aReader(server.sql);
  [annas, bens] = [await aBrowser(server, anna), await aBrowser(server, ben)];
  moderator = await aBrowser(server, await aStaffMember(server.sql, 'moderator', site.id));
  colleague = await aBrowser(server, await aStaffMember(server.sql, 'editor', site.id));
});

/** Nothing is told before it ends: as where the process that would tell it was killed. */
async function beforeItIsTold(work: () => Promise<unknown>): Promise<void> {
  const taking = jest.spyOn(server.app.get(DueRepository, { strict: false }), 'takeDue').mockResolvedValue([]);
  await work().finally(() => taking.mockRestore());
}

async function post(by: BrowserLike, given: { parentId?: string; text?: string } = {}): Promise<string> {
  const { status, body } = await by.post(`/api/v1/threads/${threadId}/comments`, aPost(given));
  expect(status).toBe(201);
  return body.own.id;
}

async function decide(id: string, verdict: Verdict, by = moderator): Promise<void> {
  const reasonId = ['reject', 'remove'].includes(verdict) ? await aReason(server.sql, id) : undefined;
  expect(await by.post(`/api/v1/comments/${id}/decisions`, { verdict, revision: 1, reasonId })).toMatchObject({ status: 201 });
}

async function inbox(by = annas): Promise<InboxItem[]> {
  await whenAllIsAnnounced(server);
  return (await by.get(`/api/v1/sites/${site.key}/inbox`)).body.items;
}

const kinds = async (by = annas) => (await inbox(by)).map(({ kind }) => kind);

/** What was noted for a reader, shown or not: whatever is told by another channel comes from it. */
async function noted(reader = anna): Promise<string[]> {
  await whenAllIsAnnounced(server);
  const { rows } = await server.sql.query('select kind, subject_id from notification where reader_id = $1 order by made_at, id', [
    reader.readerId,
  ]);
  return rows.map(({ kind }) => kind);
}

/** Comments as they are in the database, told of like any. */
async function insertComment(given: { parentId?: string; at?: string; text?: string }): Promise<string> {
  const { parentId = null, at = new Date().toISOString(), text = 'x' } = given;
  const { rows } = await server.sql.query(
    `insert into comment (id, thread_id, site_id, parent_id, root_id, depth, author_id, client_id, request_digest, status, text, body, posted_at)
     select id, $1, $2, $3, coalesce($3, id), case when $3::uuid is null then 0 else 1 end, $4, gen_random_uuid(), '', 'published', $6, $7, $5
       from (select gen_random_uuid() as id) made returning id`,
    [
      threadId,
      site.id,
      parentId,
      ben.readerId,
      at,
      text,
      JSON.stringify([{ type: 'paragraph', children: [{ type: 'text', value: text }] }]),
    ],
  );
  return rows[0].id;
}

const annaName = async () => (await server.sql.query('select name from reader where id = $1', [anna.readerId])).rows[0].name;

describe.each<['reply' | 'mention', (own: string) => Promise<string>]>([
  ['reply', (own) => post(bens, { parentId: own })],
  ['mention', async () => post(bens, { text: `What does @${await annaName()} think?` })],
])('of a %s', (kind, write) => {
  let own: string;
  let follower: ReaderActor;

  beforeEach(async () => {
    own = await post(annas);
    follower = await aReader(server.sql);
    await aFollow(server.sql, { readerId: follower.readerId, siteId: site.id, kind: 'reader', subjectId: ben.readerId });
    await whenAllIsAnnounced(server);
  });

  const inFeed = async (): Promise<number> => {
    await whenAllIsAnnounced(server);
    return (await (await aBrowser(server, follower)).get(`/api/v1/sites/${site.key}/feed`)).body.items.length;
  };
  const premoderate = () => changeMode(server.sql, threadId, 'premoderated');

  it.each<[when: string, given: { act: () => Promise<unknown>; isShown: boolean; isNoted: boolean; isInFeed: boolean }]>([
    ['told, and shown', { act: () => write(own), isShown: true, isNoted: true, isInFeed: true }],
    [
      'not told by whom they muted',
      {
        act: async () => {
          await aMute(server.sql, anna.readerId, ben.readerId);
          await write(own);
        },
        isShown: false,
        isNoted: false,
        isInFeed: true,
      },
    ],
    [
      'not told by whom they blocked meanwhile',
      {
        act: () =>
          beforeItIsTold(async () => {
            await write(own);
            await aMute(server.sql, anna.readerId, ben.readerId, 'block');
          }),
        isShown: false,
        isNoted: false,
        isInFeed: true,
      },
    ],
    [
      'not shown once they muted the author',
      {
        act: async () => {
          await write(own);
          await whenAllIsAnnounced(server);
          await aMute(server.sql, anna.readerId, ben.readerId);
        },
        isShown: false,
        isNoted: true,
        isInFeed: true,
      },
    ],
    [
      'not told while it is held',
      {
        act: async () => {
          await premoderate();
          await write(own);
        },
        isShown: false,
        isNoted: false,
        isInFeed: false,
      },
    ],
    [
      'not told of what is held and rejected',
      {
        act: async () => {
          await premoderate();
          await decide(await write(own), 'reject');
        },
        isShown: false,
        isNoted: false,
        isInFeed: false,
      },
    ],
    [
      'told when it is let through',
      {
        act: async () => {
          await premoderate();
          await decide(await write(own), 'publish');
        },
        isShown: true,
        isNoted: true,
        isInFeed: true,
      },
    ],
    [
      'told when it is let through after it was rejected',
      {
        act: async () => {
          await premoderate();
          const id = await write(own);
          await decide(id, 'reject');
          await decide(id, 'publish');
        },
        isShown: true,
        isNoted: true,
        isInFeed: true,
      },
    ],
    [
      'not told of what was removed before',
      { act: () => beforeItIsTold(async () => decide(await write(own), 'remove')), isShown: false, isNoted: false, isInFeed: false },
    ],
    [
      'told of what was removed before when that is undone',
      {
        act: async () => {
          let id = '';
          await beforeItIsTold(async () => {
            id = await write(own);
            await decide(id, 'remove');
          });
          await whenAllIsAnnounced(server);
          await decide(id, 'publish');
        },
        isShown: true,
        isNoted: true,
        isInFeed: true,
      },
    ],
    [
      'not shown what was removed since',
      {
        act: async () => {
          const id = await write(own);
          await whenAllIsAnnounced(server);
          await decide(id, 'remove');
        },
        isShown: false,
        isNoted: true,
        isInFeed: false,
      },
    ],
    [
      'not shown what was withdrawn since',
      {
        act: async () => {
          const id = await write(own);
          await whenAllIsAnnounced(server);
          await bens.send('DELETE', `/api/v1/comments/${id}`);
        },
        isShown: false,
        isNoted: true,
        isInFeed: false,
      },
    ],
    [
      'shown again, and told once, when a removal is undone, twice',
      {
        act: async () => {
          const id = await write(own);
          for (const verdict of ['remove', 'publish', 'hold', 'publish'] as const) {
            await whenAllIsAnnounced(server);
            await decide(id, verdict);
          }
        },
        isShown: true,
        isNoted: true,
        isInFeed: true,
      },
    ],
  ])('its reader is %s', async (_, { act, isShown, isNoted, isInFeed }) => {
    await act();
    await whenAllIsAnnounced(server);
    const { unread } = (await annas.get(`/api/v1/sites/${site.key}/news`)).body;
    expect({ shown: await kinds(), unread, noted: await noted(), inFeed: await inFeed() }).toEqual({
      shown: isShown ? [kind] : [],
      unread: isShown ? 1 : 0,
      noted: isNoted ? [kind] : [],
      inFeed: isInFeed ? 1 : 0,
    });
  });
});

describe('of a comment', () => {
  it('nobody is told what they wrote themselves, nor twice', async () => {
    const name = await annaName();
    const own = await post(annas, { text: `I, @${name}, think so.` });
    await post(annas, { parentId: own });
    expect(await noted()).toEqual([]);
    await post(bens, { parentId: own, text: `@${name}, @${name}: no.` });
    expect(await noted()).toEqual(['reply']);
    expect(await noted(ben)).toEqual([]);
  });

  it('only those are told by a mention whom the site knows, and ten at most', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `Zoe ${String.fromCharCode(97 + index)} ${randomUUID().replace(/[^a-f]/g, '')}`);
    const readers: ReaderActor[] = [];
    for (const name of names) readers.push(await aNamedReader(server.sql, name));
    const elsewhere = await aThread(server.sql);
    const text = names.map((name) => `@${name};`).join(' ');
    await (await aBrowser(server, readers[0]!)).post(`/api/v1/threads/${elsewhere}/comments`, aPost());
    await post(bens, { text });
    const told = async () => {
      const counts: number[] = [];
      for (const reader of readers) counts.push((await noted(reader)).length);
      return counts;
    };
    expect(await told()).toEqual(names.map(() => 0));
    for (const reader of readers)
      await server.sql.query(`insert into staff_role (id, reader_id, site_id, role) values ($1, $2, $3, 'staff')`, [
        randomUUID(),
        reader.readerId,
        site.id,
      ]);
    await post(bens, { text });
    expect(await told()).toEqual(names.map((_, index) => (index < limits.inbox.maxMentions ? 1 : 0)));
  });

  it('nobody is told by a mention who wrote nothing on the site that was published', async () => {
    const name = `Zoe ${randomUUID().replace(/[^a-f]/g, '')}`;
    const zoe = await aNamedReader(server.sql, name);
    const zoes = await aBrowser(server, zoe);
    await changeMode(server.sql, threadId, 'premoderated');
    await decide(await post(zoes), 'reject');
    const held = await post(zoes);
    await changeMode(server.sql, threadId, 'open');
    await post(bens, { text: `@${name}` });
    expect(await noted(zoe)).toEqual(['decision']);
    await decide(held, 'publish');
    await post(bens, { text: `@${name}` });
    expect((await noted(zoe)).sort()).toEqual(['decision', 'decision', 'mention']);
  });

  it('that was brought from elsewhere nobody is told, but it is in feeds, with its own time', async () => {
    const own = await insertComment({});
    await server.sql.query('update comment set author_id = $2 where id = $1', [own, anna.readerId]);
    await aFollow(server.sql, { readerId: anna.readerId, siteId: site.id, kind: 'thread', subjectId: threadId });
    const [days, years] = [new Date(Date.now() - 4 * 86_400_000).toISOString(), new Date(Date.now() - 400 * 86_400_000).toISOString()];
    const reply = await insertComment({ parentId: own, at: days, text: `@${await annaName()}` });
    await insertComment({ parentId: own, at: years });
    expect(await noted()).toEqual([]);
    const { items } = (await annas.get(`/api/v1/sites/${site.key}/feed`)).body;
    expect(items.map(({ comment, at }: { comment: { id: string }; at: string }) => [comment.id, at])).toEqual([[reply, days]]);
  });

  it('there is one row for each thing of it that is followed, however many follow it', async () => {
    await server.sql.query(`update thread set section = 'Politics' where id = $1`, [threadId]);
    const sectionId = await aSection(server.sql, site.id, 'Politics');
    await aSection(server.sql, site.id, 'Sports');
    const root = await post(annas);
    const parent = await post(annas, { parentId: root });
    const other = await post(annas);
    const elsewhere = await siteOf(server.sql, await aThread(server.sql));
    for (let followers = 0; followers < 3; followers += 1) {
      const follow = { readerId: (await aReader(server.sql)).readerId, siteId: site.id };
      await aFollow(server.sql, { ...follow, kind: 'reader', subjectId: ben.readerId });
      await aFollow(server.sql, { ...follow, kind: 'conversation', subjectId: root });
      await aFollow(server.sql, { ...follow, kind: 'section', subjectId: sectionId });
      await aFollow(server.sql, { ...follow, kind: 'conversation', subjectId: other });
      await aFollow(server.sql, { ...follow, siteId: elsewhere.id, kind: 'thread', subjectId: threadId });
    }
    const id = await post(bens, { parentId: parent });
    await whenAllIsAnnounced(server);
    const { rows } = await server.sql.query('select topic_id, site_id from topic_comment where comment_id = $1', [id]);
    expect(rows.map(({ topic_id }) => topic_id).sort()).toEqual([ben.readerId, root, sectionId].sort());
    expect(new Set(rows.map(({ site_id }) => site_id))).toEqual(new Set([site.id]));
  });

  it('that was let through the time in feeds is when that was', async () => {
    await aFollow(server.sql, { readerId: anna.readerId, siteId: site.id, kind: 'thread', subjectId: threadId });
    await changeMode(server.sql, threadId, 'premoderated');
    const id = await post(bens);
    await server.sql.query(`update comment set posted_at = posted_at - interval '9 days' where id = $1`, [id]);
    await decide(id, 'publish');
    await whenAllIsAnnounced(server);
    const { rows } = await server.sql.query(
      `select r.at = d.decided_at::timestamptz(3) as is_then from topic_comment r join decision d on d.comment_id = r.comment_id where r.comment_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ is_then: true }]);
  });
});

describe('of what is told late', () => {
  const hoursAgo = `interval '${limits.inbox.newsHours + 24} hours'`;

  it('everybody is told of what was news when it happened', async () => {
    const own = await post(annas);
    await beforeItIsTold(async () => {
      await post(bens, { parentId: own });
      await server.sql.query(`update comment set posted_at = posted_at - ${hoursAgo} where thread_id = $1`, [threadId]);
      await server.sql.query(`update announcement_due set noted_at = noted_at - ${hoursAgo}`);
    });
    expect(await noted()).toEqual(['reply']);
  });

  it('nobody is told of what was let through long before, and comes back', async () => {
    const own = await post(annas);
    await changeMode(server.sql, threadId, 'premoderated');
    const id = await post(bens, { parentId: own });
    await beforeItIsTold(async () => {
      await decide(id, 'publish');
      await decide(id, 'remove');
      await server.sql.query('delete from announcement_due');
    });
    await server.sql.query(`alter table decision disable trigger user`);
    await server.sql.query(`update decision set decided_at = decided_at - ${hoursAgo} where comment_id = $1`, [id]);
    await server.sql.query(`alter table decision enable trigger user`);
    await decide(id, 'publish');
    expect((await noted()).filter((kind) => kind === 'reply')).toEqual([]);
  });
});

describe('an author is told', () => {
  let own: string;
  beforeEach(async () => {
    own = await post(annas, { text: 'A thought of mine.' });
    await whenAllIsAnnounced(server);
  });
  const pick = () => colleague.send('PUT', `/api/v1/comments/${own}/pick`, { body: { revision: 1 } });
  const unpick = () => colleague.send('DELETE', `/api/v1/comments/${own}/pick`);

  it('of a pick once, while it is one', async () => {
    await beforeItIsTold(async () => {
      await pick();
      await unpick();
    });
    expect([await kinds(), await noted()]).toEqual([[], []]);
    await pick();
    expect(await inbox()).toMatchObject([{ kind: 'pick', comment: { id: own, excerpt: 'A thought of mine.', thread: { id: threadId } } }]);
    await unpick();
    expect(await kinds()).toEqual([]);
    await pick();
    expect([await kinds(), await noted()]).toEqual([['pick'], ['pick']]);
    await decide(own, 'hold');
    expect(await kinds()).toEqual([]);
    await decide(own, 'publish');
    expect((await kinds()).sort()).toEqual(['decision', 'pick']);
  });

  it('of the decision that holds, and of none that was taken back', async () => {
    await decide(own, 'remove');
    expect(await inbox()).toMatchObject([{ kind: 'decision', outcome: 'removed', comment: { id: own } }]);
    await decide(own, 'publish');
    expect([await kinds(), await noted()]).toEqual([[], ['decision']]);
    await decide(own, 'hold');
    expect(await kinds()).toEqual([]);
    await decide(own, 'reject');
    expect(await inbox()).toMatchObject([{ outcome: 'rejected' }]);
    await decide(own, 'hold');
    await decide(own, 'publish');
    expect(await inbox()).toMatchObject([{ outcome: 'published' }]);
    expect(await noted()).toEqual(['decision', 'decision', 'decision']);
    await annas.send('DELETE', `/api/v1/comments/${own}`);
    expect(await kinds()).toEqual([]);
  });

  it('but not of their own decision, nor one on a report alone', async () => {
    const chief = await aStaffMember(server.sql, 'moderator', site.id);
    await changeMode(server.sql, threadId, 'premoderated');
    const id = await post(await aBrowser(server, { ...chief, audience: 'embed' }));
    await decide(id, 'publish', await aBrowser(server, chief));
    expect(await noted(chief)).toEqual([]);
    await report(bens, own);
    await decide(own, 'keep');
    expect(await noted()).toEqual([]);
  });
});

async function report(by: BrowserLike, id: string): Promise<void> {
  expect((await by.post(`/api/v1/comments/${id}/reports`, { reasonId: await aReason(server.sql, id) })).status).toBe(201);
}

describe('a reader is told', () => {
  beforeEach(() => post(annas));

  const sanction = async (kind: string): Promise<string> => {
    const id = randomUUID();
    const reasonId = await aReason(server.sql, site.id);
    const answer = await moderator.post(`/api/v1/sites/${site.key}/sanctions`, { id, readerId: anna.readerId, kind, reasonId });
    expect(answer.status).toBe(201);
    return id;
  };
  const lift = (id: string) => moderator.send('DELETE', `/api/v1/sites/${site.key}/sanctions/${id}`);

  it('of a sanction while it was not lifted', async () => {
    await beforeItIsTold(async () => {
      await lift(await sanction('hold'));
    });
    expect([await kinds(), await noted()]).toEqual([[], []]);
    const id = await sanction('hold');
    expect(await inbox()).toMatchObject([{ kind: 'sanction', sanction: 'hold' }]);
    expect(await lift(id)).toMatchObject({ status: 200 });
    expect([await kinds(), await noted()]).toEqual([[], ['sanction']]);
  });

  it('of the answer to an objection', async () => {
    await sanction('hold');
    const [statement] = (await annas.get('/api/v1/me/statements')).body.statements;
    await annas.post(`/api/v1/me/statements/${statement.id}/appeal`, { text: 'It was a joke.' });
    expect(await kinds()).toEqual(['sanction']);
    const decided = await colleague.send('PUT', `/api/v1/appeals/${statement.id}/decision`, { body: { outcome: 'upheld' } });
    expect(decided.status).toBe(204);
    expect(await inbox()).toMatchObject([{ kind: 'appeal', outcome: 'upheld' }, { kind: 'sanction' }]);
  });

  it('of the outcome of a report as it is now, once', async () => {
    const id = await post(bens);
    await report(annas, id);
    expect(await kinds()).toEqual([]);
    await decide(id, 'keep');
    expect(await inbox()).toMatchObject([{ kind: 'report', outcome: 'dismissed' }]);
    await decide(id, 'remove');
    expect(await inbox()).toMatchObject([{ kind: 'report' }]);
    expect(await noted()).toEqual(['report']);
  });
});

it('items are written in the order in which others lock them, whatever they are of', async () => {
  const own = await post(annas);
  const tell = async () => {
    await post(bens, { parentId: own });
    await decide(own, 'remove');
  };
  await tell();
  await decide(own, 'publish');
  await whenAllIsAnnounced(server);
  const lock = (kind: string) =>
    server.sql.query('select from inbox_item where reader_id = $1 and kind = $2 for update nowait', [anna.readerId, kind]);
  await beforeItIsTold(async () => {
    await tell();
    await server.sql.query('begin');
    await lock('decision');
  });
  const isWaiting = async () => (await server.sql.query('select from pg_locks where not granted')).rows.length > 0;
  await until('the items wait', isWaiting);
  const locked = await lock('reply').then(
    ({ rowCount }) => rowCount,
    (error) => error,
  );
  await server.sql.query('commit');
  expect(locked).toBe(1);
  expect(await noted()).toEqual(['reply', 'decision', 'reply', 'decision']);
});

describe('what cannot be told', () => {
  const dueOf = async (subjectId: string) =>
    (
      await server.sql.query(
        'select attempts, again_at > now() as waits, failed_at is not null as is_aside from announcement_due where subject_id = $1',
        [subjectId],
      )
    ).rows;
  const isNoted = async (subjectId: string) =>
    (await server.sql.query('select 1 from notification where subject_id = $1', [subjectId])).rows.length > 0;
  const dead = async () => /parley_announcements_due\{state="dead"\} (\d+)/.exec(await (await fetch(`${server.url}/metrics`)).text())?.[1];

  beforeEach(() =>
    server.sql.query(`create function refuse_poison() returns trigger language plpgsql as $$
      begin
        if exists (select from comment where id = new.comment_id and text = 'Poison.') then raise exception 'poison'; end if;
        return new;
      end $$;
      create trigger refuse_poison before insert on notification for each row execute function refuse_poison()`),
  );
  const heal = () => server.sql.query('drop function if exists refuse_poison cascade');
  afterEach(heal);

  it('keeps nothing else, is tried again later, put aside at last, and told when somebody asks for it', async () => {
    const own = await post(annas);
    let [before, poison, after] = ['', '', ''];
    await beforeItIsTold(async () => {
      before = await post(bens, { parentId: own });
      poison = await post(bens, { parentId: own, text: 'Poison.' });
      after = await post(bens, { parentId: own });
    });
    await until('the others are told', async () => (await isNoted(before)) && (await isNoted(after)));
    await until('it waits', async () => (await dueOf(poison))[0]?.waits === true);
    expect(await dueOf(poison)).toEqual([{ attempts: 1, waits: true, is_aside: false }]);
    await server.sql.query('update announcement_due set attempts = 7, again_at = now() where subject_id = $1', [poison]);
    await until('it is put aside', async () => (await dueOf(poison))[0]?.is_aside === true);
    expect(await dead()).toBe('1');
    const later = await post(bens, { parentId: own });
    await until('what comes later is told', () => isNoted(later));
    expect(await dueOf(poison)).toEqual([{ attempts: 8, waits: null, is_aside: true }]);
    await heal();
    await server.sql.query('update announcement_due set failed_at = null');
    expect((await noted()).length).toBe(4);
    expect([await isNoted(poison), await dead()]).toEqual([true, '0']);
  });
});

it('what only a later version knows is left for it', async () => {
  await server.sql.query(`insert into announcement_due (kind, subject_id) values ('awarded', gen_random_uuid())`);
  const reply = await post(bens, { parentId: await post(annas) });
  await until(
    'the reply is told',
    async () => (await server.sql.query('select 1 from notification where subject_id = $1', [reply])).rows.length > 0,
  );
  const { rows } = await server.sql.query(`delete from announcement_due where kind = 'awarded' returning attempts`);
  expect(rows).toEqual([{ attempts: 0 }]);
});

it('what is older than it is kept is forgotten, and nothing else', async () => {
  await post(bens, { parentId: await post(annas) });
  await whenAllIsAnnounced(server);
  await aFollow(server.sql, { readerId: anna.readerId, siteId: site.id, kind: 'thread', subjectId: threadId });
  await post(bens, { parentId: await post(annas) });
  await whenAllIsAnnounced(server);
  const old = (await server.sql.query('select about_id from notification where reader_id = $1 limit 1', [anna.readerId])).rows[0].about_id;
  const [inboxDays, feedDays] = [limits.inbox.keptDays + 1, limits.feed.keptDays + 1].map((days) => `${days} days`);
  await server.sql.query('update notification set made_at = made_at - $2::interval where about_id = $1', [old, inboxDays]);
  await server.sql.query('update inbox_item set told_at = told_at - $2::interval where about_id = $1', [old, inboxDays]);
  await server.sql.query(
    'update topic_comment set at = at - $2::interval where topic_id = $1 and comment_id = (select max(comment_id::text)::uuid from topic_comment where topic_id = $1)',
    [threadId, feedDays],
  );
  const jobs = server.app.get(Jobs, { strict: false }) as unknown as { definitions: Map<string, { run(payload: object): Promise<void> }> };
  for (const name of ['forget_old_feeds', 'forget_old_notifications']) await jobs.definitions.get(name)?.run({});
  const { rows } = await server.sql.query(
    `select (select count(*)::int from notification where reader_id = $1) as notifications,
            (select count(*)::int from inbox_item where reader_id = $1) as items,
            (select count(*)::int from topic_comment where topic_id = $2) as rows`,
    [anna.readerId, threadId],
  );
  expect(rows).toEqual([{ notifications: 1, items: 1, rows: 1 }]);
});
