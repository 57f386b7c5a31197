import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { seedThread } from './seed-thread';
import { compare, median, percentile95 } from './support/compare';
import { CrowdProcess } from './support/crowd-process';
import { HttpConnection, requestText } from './support/http-connection';
import { asReader } from './support/reader-address';
import { differentTexts } from './support/sample-texts';
import { seedFollowers } from './support/seed-followers';
import { type SeededReader, seedReaders } from './support/seed-readers';
import { startApplication } from './support/server-process';
import { startDatabase } from './support/start-database';

/**
 * P13: how long until a post is acknowledged, over HTTP, when 100,000 readers follow its author, 500 of whom have a page open. Its limit: the same for an
 * author whom nobody follows, in turn with it. All who are online are told within two seconds, or the bench fails; how long it took is told above.
 */
const followers = 100_000;
const online = 500;
const authors = 12;
/** One post of every author each; more than ten a minute no author may. */
const rounds = 9;
const withinMilliseconds = 2_000;
const lookEveryMilliseconds = 20;
/** What followed from a post is over before the next: none waits for what the one before caused. */
const restMilliseconds = 300;

export async function run(): Promise<void> {
  const database = await startDatabase();
  const people = await seedReaders(database.sql, 50 + 2 * authors + online);
  const [writing, followed, unknown, watching] = [
    people.slice(0, 50),
    people.slice(50, 50 + authors),
    people.slice(50 + authors, 50 + 2 * authors),
    people.slice(-online),
  ];
  const thread = await seedThread(database.sql, { comments: 100, readers: idsOf(writing) });
  await seedFollowers(database.sql, { threadId: thread.id, count: followers, online: idsOf(watching), followed: idsOf(followed) });
  const application = await startApplication(database);
  const crowd = await CrowdProcess.open({ port: application.port, sockets: online, tokens: watching.map(({ token }) => token) });
  const posts = new Posts({ threadId: thread.id, connection: await HttpConnection.open(application.port), crowd });
  const question = { id: 'P13', unit: 'ms', better: 'less' as const, rounds };
  await compare(question, { thing: () => posts.measure(followed, online), limit: () => posts.measure(unknown, 0) });
}

function idsOf(readers: readonly SeededReader[]): string[] {
  return readers.map(({ id }) => id);
}

class Posts {
  private readonly texts = differentTexts(2 * authors * (rounds + 1));
  private readonly ages: number[] = [];
  private sent = 0;

  constructor(private readonly parts: { threadId: string; connection: HttpConnection; crowd: CrowdProcess }) {}

  /** A post of each author; the median until it is acknowledged. */
  async measure(by: readonly SeededReader[], told: number): Promise<number> {
    const times: number[] = [];
    for (const author of by) {
      await pause(restMilliseconds);
      const [sentAt, start] = [Date.now(), performance.now()];
      await this.post(author);
      times.push(performance.now() - start);
      if (told > 0) await this.awaitTold(sentAt, told);
    }
    if (told > 0) this.report();
    return median(times);
  }

  private async post({ token }: SeededReader): Promise<void> {
    const { threadId, connection } = this.parts;
    const place = this.sent++;
    const body = JSON.stringify({ clientId: randomUUID(), text: this.texts[place]?.text });
    const { status } = await connection.send(
      requestText(`POST /api/v1/threads/${threadId}/comments`, { headers: asReader(token, place), body }),
    );
    if (status !== 201) throw new Error(`a post was answered with ${status}`);
  }

  private async awaitTold(sentAt: number, count: number): Promise<void> {
    const told: number[] = [];
    while (told.length < count && Date.now() - sentAt < withinMilliseconds) {
      await pause(lookEveryMilliseconds);
      told.push(...(await this.parts.crowd.takeReport()).told);
    }
    if (told.length !== count) throw new Error(`${told.length} of ${count} were told within ${withinMilliseconds} ms`);
    this.ages.push(...told.map((at) => at - sentAt));
  }
  private report(): void {
    const [slow, slowest] = [percentile95(this.ages), Math.max(...this.ages)];
    console.log(
      `${online} of ${followers} followers were told, up to now: 95th percentile ${slow} ms after it was sent, the last ${slowest} ms`,
    );
  }
}
