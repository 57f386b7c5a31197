import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { clientConfig, startEmbeddedPostgres } from '../../src/platform/database';
import { aThread } from '../builders/conversation';
import { BrowserLike } from '../support/browser-like';

const writers = 8;
const postsEach = 20;
const main = resolve(__dirname, '../../dist/src/main.js');

let dataDir: string;
let port: number;
let app: ChildProcess;
let isOver = false;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: found } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return found;
}

function startProcess(): ChildProcess {
  const env = { PATH: process.env.PATH, PARLEY_DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'fatal', NODE_ENV: 'production' };
  return spawn(process.execPath, [main], { env, stdio: 'ignore' });
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await pause(20)) {
    if (await condition().catch(() => false)) return;
  }
  throw new Error('the condition did not come about within 30 seconds');
}

const isReady = async (): Promise<boolean> => (await fetch(`http://localhost:${port}/health/ready`)).ok;

async function killApp(): Promise<void> {
  app.kill('SIGKILL');
  await once(app, 'exit');
  app = startProcess();
}

async function killPostgres(): Promise<void> {
  const [pid = ''] = (await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n', 1);
  process.kill(Number(pid), 'SIGKILL');
  await killApp();
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
  port = await freePort();
  app = startProcess();
  await until(isReady);
}, 60_000);

afterAll(async () => {
  isOver = true;
  if (app.exitCode === null && app.signalCode === null) {
    app.kill('SIGTERM');
    await once(app, 'exit');
  }
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

describe('killing the process and its PostgreSQL at random', () => {
  it('loses no acknowledged comment and doubles none', async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const readers = await Promise.all(Array.from({ length: writers }, () => new BrowserLike(`http://localhost:${port}`).join()));
    const threadId = await onDatabase((sql) => aThread(sql));
    const acknowledged = new Map<string, string>();
    const writing = Promise.all(readers.map((reader) => write(reader, { threadId, acknowledged })));
    let kills = 0;
    const killing = (async () => {
      for (let state = seed; acknowledged.size < writers * postsEach && !isOver; kills += 1) {
        state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
        await pause(150 + (state % 500));
        await (state % 3 === 0 ? killPostgres() : killApp());
        await until(isReady);
      }
    })();
    await Promise.all([writing, killing]);
    const { stored, head } = await onDatabase(async (sql) => ({
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
  }, 120_000);

  it('stops cleanly on SIGTERM and has everything at the next start', async () => {
    app.kill('SIGTERM');
    const [code] = await once(app, 'exit');
    expect(code).toBe(0);
    await expect(readFile(join(dataDir, 'postgres/postmaster.pid'))).rejects.toMatchObject({ code: 'ENOENT' });
    app = startProcess();
    await until(isReady);
  }, 60_000);
});

async function onDatabase<T>(work: (sql: Client) => Promise<T>): Promise<T> {
  const { connection } = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  const sql = new Client(clientConfig(connection));
  sql.on('error', () => undefined);
  await sql.connect();
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
