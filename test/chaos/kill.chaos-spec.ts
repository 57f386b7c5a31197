import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { aThread } from '../builders/conversation';
import { BrowserLike } from '../support/browser-like';
import { freePort } from '../support/free-port';
import { until } from '../support/live-reader';
import { ServiceProcess } from '../support/service-process';

const writers = 8;
const postsEach = 20;
const bootMilliseconds = 60_000;
const recoveryMilliseconds = 10_000;

let dataDir: string;
let service: ServiceProcess;
let isOver = false;

async function killApp(): Promise<undefined> {
  await service.end('SIGKILL');
  service.start();
}

async function killPostgres(): Promise<number> {
  const pid = await service.postgresPid();
  process.kill(pid, 'SIGKILL');
  return pid;
}

async function killBoth(): Promise<number> {
  const pid = await killPostgres();
  await killApp();
  return pid;
}

/** Each answers which PostgreSQL it killed. Killed alone it is for the service to bring back, soon. */
const ways = [
  { kill: killApp, backMilliseconds: bootMilliseconds },
  { kill: killPostgres, backMilliseconds: recoveryMilliseconds },
  { kill: killBoth, backMilliseconds: bootMilliseconds },
];

async function killOneWay({ kill, backMilliseconds }: (typeof ways)[number]): Promise<void> {
  const killed = await kill();
  const isBack = async (): Promise<boolean> => (await service.postgresPid().catch(() => killed)) !== killed && service.isReady();
  await until('the service is ready again', isBack, backMilliseconds);
}

/** Sends each numbered post again and again, under its one client id, until it is acknowledged. */
async function write(reader: BrowserLike, given: { threadId: string; acknowledged: Map<string, string> }): Promise<void> {
  for (let number = 0; number < postsEach && !isOver; number += 1) {
    const clientId = randomUUID();
    for (let isAcknowledged = false; !isAcknowledged && !isOver; ) {
      const answer = await reader
        .post(`/api/v1/threads/${given.threadId}/comments`, { clientId, text: `Number ${number}` })
        .catch(() => undefined);
      isAcknowledged = answer?.status === 201;
      if (isAcknowledged) given.acknowledged.set(clientId, answer?.body.own.id);
      else await pause(50);
    }
    await pause(100);
  }
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'parley-chaos-'));
  service = new ServiceProcess(dataDir, await freePort());
  service.start();
  await until('the service is ready', service.isReady, bootMilliseconds);
}, 60_000);

afterAll(async () => {
  isOver = true;
  await service.end('SIGTERM');
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

describe('killing the process, its PostgreSQL, or both, at random', () => {
  it('loses no acknowledged comment and doubles none', async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const readers = await Promise.all(Array.from({ length: writers }, () => new BrowserLike(service.url).join()));
    const threadId = await service.onDatabase((sql) => aThread(sql));
    const acknowledged = new Map<string, string>();
    const writing = Promise.all(readers.map((reader) => write(reader, { threadId, acknowledged })));
    let kills = 0;
    const killing = (async () => {
      for (let state = seed; acknowledged.size < writers * postsEach && !isOver; kills += 1) {
        state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
        await pause(150 + (state % 500));
        await killOneWay(ways[kills % ways.length] as (typeof ways)[number]);
      }
    })();
    await Promise.all([writing, killing]);
    const { stored, head } = await service.onDatabase(async (sql) => ({
      stored: (await sql.query('select id, client_id, seq::int from comment where thread_id = $1 order by seq', [threadId])).rows,
      head: (await sql.query('select head::int, comment_count from thread_head where thread_id = $1', [threadId])).rows[0],
    }));
    const storedIds = new Map(stored.map((row) => [row.client_id, row.id]));
    const lost = [...acknowledged].filter(([clientId, id]) => storedIds.get(clientId) !== id);
    expect({ seed, kills, lost }).toEqual({ seed, kills, lost: [] });
    expect({ seed, stored: stored.length }).toEqual({ seed, stored: storedIds.size });
    expect(stored.map((row) => row.seq)).toEqual(stored.map((_, index) => index + 1));
    expect(head).toEqual({ head: stored.length, comment_count: stored.length });
    expect(kills).toBeGreaterThan(2);
  }, 240_000);

  it('stops cleanly on SIGTERM and has everything at the next start', async () => {
    expect([await service.end('SIGTERM'), service.hasPostgres]).toEqual([0, false]);
    service.start();
    await until('the service is ready', service.isReady, bootMilliseconds);
  }, 60_000);
});
