import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aPost, aThread } from '../builders/conversation';
import { aFollow } from '../builders/followed-site';
import { BrowserLike } from '../support/browser-like';
import { freePort } from '../support/free-port';
import { until } from '../support/live-reader';
import { ServiceProcess } from '../support/service-process';

const replies = 1_000;
const bootMilliseconds = 60_000;

let dataDir: string;
let service: ServiceProcess;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'parley-told-'));
  service = new ServiceProcess(dataDir, await freePort());
  service.start();
  await until('the service is ready', service.isReady, bootMilliseconds);
}, 60_000);

afterAll(async () => {
  await service.end('SIGTERM');
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

/** Of the thread: what was written, and what was told of it. */
const counts = (threadId: string) =>
  service.onDatabase(async (sql) => {
    const { rows } = await sql.query(
      `select (select count(*)::int from comment where thread_id = $1 and parent_id is not null) as replies,
              (select count(*)::int from announcement_due) as due,
              (select count(*)::int from notification n join comment c on c.id = n.subject_id where c.thread_id = $1) as notifications,
              (select count(distinct n.subject_id)::int from notification n join comment c on c.id = n.subject_id where c.thread_id = $1) as told,
              (select count(*)::int from topic_comment where topic_id = $1) as rows`,
      [threadId],
    );
    return rows[0];
  });

describe('killing the process while a thousand replies are told of', () => {
  it('each is told exactly once', async () => {
    const [anna, ben] = [await new BrowserLike(service.url).join(), await new BrowserLike(service.url).join()];
    const threadId = await service.onDatabase((sql) => aThread(sql));
    const own = (await anna.post(`/api/v1/threads/${threadId}/comments`, aPost())).body.own.id;
    const site = await service.onDatabase(async (sql) => {
      const { rows } = await sql.query(
        `select s.id, s.key, a.id as reader_id, b.id as author_id from thread t join site s on s.id = t.site_id join reader a on a.email = $2
           join reader b on b.email = $3 where t.id = $1`,
        [threadId, anna.email, ben.email],
      );
      await aFollow(sql, { readerId: rows[0].reader_id, siteId: rows[0].id, kind: 'thread', subjectId: threadId });
      return rows[0];
    });
    await service.onDatabase((sql) =>
      sql.query(
        `insert into comment (id, thread_id, site_id, parent_id, root_id, depth, author_id, client_id, request_digest, status, seq, sort_seq, text, body,
                              posted_at)
         select gen_random_uuid(), $1, $2, $3, $3, 1, $4, gen_random_uuid(), '', 'published', 1000 + n, 1000 + n, 'x', '[]', clock_timestamp()
           from generate_series(1, $5::int) n`,
        [threadId, site.id, own, site.author_id, replies],
      ),
    );
    let kills = 0;
    for (let { due } = await counts(threadId); due > 0; due = (await counts(threadId)).due) {
      await until('some more are told', async () => (await counts(threadId)).due < due, 30_000);
      await service.end('SIGKILL');
      kills += 1;
      service.start();
      await until('the service is ready again', service.isReady, bootMilliseconds);
    }
    await until('nothing is due', async () => (await counts(threadId)).due === 0, 30_000);
    expect(await counts(threadId)).toEqual({ replies, due: 0, notifications: replies, told: replies, rows: replies });
    expect(kills).toBeGreaterThan(1);
    const { body } = await anna.get(`/api/v1/sites/${site.key}/news`);
    expect(body.unread).toBe(1);
  }, 240_000);
});
