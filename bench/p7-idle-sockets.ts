import { setTimeout as pause } from 'node:timers/promises';
import { limits } from '../contract/limits';
import { seedThread } from './seed-thread';
import { compare } from './support/compare';
import { CrowdProcess } from './support/crowd-process';
import { seedReaders } from './support/seed-readers';
import { type ServerProcess, startApplication, startLimit } from './support/server-process';
import { startDatabase } from './support/start-database';

/**
 * P7: how much memory the server keeps for each reader who has a thread open while nothing happens: resident bytes with 4,000 sockets less
 * those before, after collecting garbage, in a fresh process each time. Its limit: the same of a plain `ws` server.
 */
const sockets = 4_000;
const warmUps = 200;
const rounds = 3;
const settleMilliseconds = 1_000;

export async function run(): Promise<void> {
  const database = await startDatabase();
  const readers = await seedReaders(database.sql, 50);
  const { id: threadId } = await seedThread(database.sql, { comments: 100, readers: readers.map(({ id }) => id) });
  const raw = () => startLimit('raw-sockets', { maxMessageBytes: limits.live.maxMessageBytes });
  await compare(
    { id: 'P7', unit: 'bytes per socket', better: 'less', rounds },
    {
      thing: async () => bytesPerSocket(await startApplication(database), threadId),
      limit: async () => bytesPerSocket(await raw()),
    },
  );
}

async function bytesPerSocket(server: ServerProcess, threadId?: string): Promise<number> {
  const first = await CrowdProcess.open({ port: server.port, sockets: warmUps, threadId });
  const before = await settledBytes(server);
  const rest = await CrowdProcess.open({ port: server.port, sockets, threadId });
  const after = await settledBytes(server);
  await rest.end();
  await first.end();
  await server.stop();
  return (after - before) / sockets;
}

async function settledBytes(server: ServerProcess): Promise<number> {
  for (let time = 0; time < 3; time += 1) {
    await server.collectGarbage();
    await pause(settleMilliseconds);
  }
  return server.residentBytes();
}
