import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { limits } from '../contract/limits';
import { seedThread } from './seed-thread';
import { compare } from './support/compare';
import type { CrowdReport } from './support/crowd';
import { CrowdProcess } from './support/crowd-process';
import { HttpConnection, requestText } from './support/http-connection';
import { asReader } from './support/reader-address';
import { type SeededReader, seedReaders } from './support/seed-readers';
import { type ServerProcess, startApplication, startLimit } from './support/server-process';
import { startDatabase } from './support/start-database';

/**
 * P6: 2,000 sockets have one thread open, and 20 comments of about 1 kB a second are posted to it over HTTP: how many changes reach a
 * socket for each processor second of the server, which posts, reads and sends them. 99 of 100 arrive within half a second of being sent.
 * Its limit: a plain `ws` server sending the same frames, as many a second, to as many sockets.
 */
const sockets = 2_000;
const changesPerSecond = 20;
const seconds = 5;
const rounds = 5;
/** A change is the public view of a comment: with its text as a tree and its author it is longer than the text. */
const textLength = 560;

export async function run(): Promise<void> {
  const database = await startDatabase();
  const readers = await seedReaders(database.sql, 400);
  const thread = await seedThread(database.sql, { comments: 100, readers: readers.map(({ id }) => id) });
  const application = await startApplication(database);
  const raw = await startLimit('raw-sockets', { maxMessageBytes: limits.live.maxMessageBytes });
  const watching = await CrowdProcess.open({ port: application.port, sockets, threadId: thread.id });
  const listening = await CrowdProcess.open({ port: raw.port, sockets });
  const live = new LiveThread(application, {
    watching,
    readers,
    threadId: thread.id,
    connection: await HttpConnection.open(application.port),
  });
  const thing = () => live.measure();
  const limit = () => broadcast(raw, { listening, ...live.lastRound });
  await live.measure();
  await compare({ id: 'P6', unit: 'deliveries per CPU second', better: 'more', rounds }, { thing, limit });
}

/** What a round of the thing sent, for its limit to send the same. */
interface Round {
  texts: string[];
  deliveries: number;
}

class LiveThread {
  lastRound: Round = { texts: [], deliveries: 0 };
  private posts = 0;

  constructor(
    private readonly server: ServerProcess,
    private readonly parts: { watching: CrowdProcess; readers: SeededReader[]; threadId: string; connection: HttpConnection },
  ) {}

  async measure(): Promise<number> {
    await this.parts.watching.takeReport();
    const start = this.server.cpuSeconds();
    const begun = performance.now();
    for (let change = 1; change <= changesPerSecond * seconds; change += 1) {
      await this.post();
      await pause(Math.max(0, begun + (change * 1000) / changesPerSecond - performance.now()));
    }
    await pause(limits.live.framePauseMilliseconds * 3);
    const cpuSeconds = this.server.cpuSeconds() - start;
    const report = await this.parts.watching.takeReport();
    return this.deliveriesIn(report) / cpuSeconds;
  }

  private deliveriesIn({ texts, frames, ages }: CrowdReport): number {
    const deliveries = Object.values(ages).reduce((sum, count) => sum + count, 0);
    const wanted = changesPerSecond * seconds * sockets;
    if (deliveries !== wanted || frames !== texts.length * sockets) throw new Error(`${deliveries} of ${wanted} changes arrived`);
    this.lastRound = { texts, deliveries };
    const bytes = Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length);
    console.log(`${texts.length} frames of ${bytes} bytes and ${(deliveries / frames).toFixed(1)} changes; p99 ${ageAt(ages, 0.99)} ms`);
    return deliveries;
  }

  private async post(): Promise<void> {
    const { readers, threadId, connection } = this.parts;
    const place = this.posts++ % readers.length;
    const headers = asReader(readers[place]?.token, place);
    const text = `sent at ${Date.now()} ${'a calm thought '.repeat(textLength)}`.slice(0, textLength);
    const body = JSON.stringify({ clientId: randomUUID(), text });
    const { status } = await connection.send(requestText(`POST /api/v1/threads/${threadId}/comments`, { headers, body }));
    if (status !== 201) throw new Error(`a post was answered with ${status}`);
  }
}

async function broadcast(raw: ServerProcess, { texts, deliveries, listening }: Round & { listening: CrowdProcess }): Promise<number> {
  await listening.takeReport();
  const start = raw.cpuSeconds();
  const begun = performance.now();
  for (const [place, frame] of texts.entries()) {
    raw.tell({ frame });
    await pause(Math.max(0, begun + ((place + 1) * seconds * 1000) / texts.length - performance.now()));
  }
  await pause(limits.live.framePauseMilliseconds * 3);
  const cpuSeconds = raw.cpuSeconds() - start;
  const { frames } = await listening.takeReport();
  if (frames !== texts.length * sockets) throw new Error(`${frames} of ${texts.length * sockets} frames arrived`);
  return deliveries / cpuSeconds;
}

function ageAt(ages: Record<number, number>, share: number): number {
  const sorted = Object.entries(ages).map(([age, count]) => ({ age: Number(age), count }));
  sorted.sort((one, other) => one.age - other.age);
  let left = share * sorted.reduce((sum, { count }) => sum + count, 0);
  for (const { age, count } of sorted) {
    left -= count;
    if (left <= 0) return age;
  }
  return 0;
}
