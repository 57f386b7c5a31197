import { createHash, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { v7 } from 'uuid';
import { CommentsRepository, type NewComment } from '../../src/comments/comments.repository';
import type { Reads, Transaction } from '../../src/platform/database';
import { Clock } from '../../src/platform/time';
import { textShape } from '../../src/screening/text-shape';
import { type SeededThread, seedThread } from '../seed-thread';
import { HttpConnection, openConnections, requestText } from './http-connection';
import { napping } from './nap';
import { asReader, cookieOf, fromReader } from './reader-address';
import { differentTexts } from './sample-texts';
import { type SeededReader, seedReaders } from './seed-readers';
import { type ServerProcess, startApplication } from './server-process';
import { openPool, startDatabase } from './start-database';
import { type Stint, stepsPerSecond } from './workers';

/** 32 readers post at once; each round is short enough that no reader meets the rate limit. */
const stint: Stint = { workers: 32, seconds: 2.5 };
const readersCount = 4_000;
/** More than there are posts of one kind. */
const textsCount = 30_000;

/** Where a post goes: the thread and, for a reply, what it answers. */
interface Target {
  threadId: string;
  parent?: string;
}

export interface Posting {
  overHttp: () => Promise<number>;
  bySql: () => Promise<number>;
  server: ServerProcess;
}

/** Posts over HTTP to some seeded threads, and by `pg` alone to as many others: the transaction is the application's own text. */
export async function preparePosting(given: { threads: number; commentsEach: number }): Promise<Posting> {
  const database = await startDatabase();
  const readers = await seedReaders(database.sql, readersCount);
  const seed = async (): Promise<SeededThread[]> => {
    const threads: SeededThread[] = [];
    for (let number = 0; number < given.threads; number += 1)
      threads.push(await seedThread(database.sql, { comments: given.commentsEach, readers: readers.map(({ id }) => id), seed: number }));
    return threads;
  };
  const [posted, written] = [await seed(), await seed()];
  await database.sql.query('vacuum analyze');
  const server = await startApplication(database);
  const connections = await openConnections(server.port, stint.workers);
  await rememberSessions(connections, { readers, threadId: posted[0]?.id ?? '' });
  return {
    server,
    overHttp: postsOverHttp(connections, { readers, threads: posted }),
    bySql: postsBySql(openPool(database.connection), { readers, threads: written }),
  };
}

/** The first request of a session asks the database for it; those who write have read before. */
async function rememberSessions(connections: HttpConnection[], given: { readers: SeededReader[]; threadId: string }): Promise<void> {
  const left = [...given.readers];
  await Promise.all(
    connections.map(async (connection) => {
      for (let reader = left.pop(); reader !== undefined; reader = left.pop()) {
        const headers = { cookie: cookieOf(reader.token), ...fromReader(left.length) };
        const { status } = await connection.send(requestText(`GET /api/v1/threads/${given.threadId}/mine`, { headers }));
        if (status !== 200) throw new Error(`a reader's own was answered with ${status}`);
      }
    }),
  );
}

function postsOverHttp(connections: HttpConnection[], { readers, threads }: { readers: SeededReader[]; threads: SeededThread[] }) {
  const texts = differentTexts(textsCount);
  const nextTarget = targetsIn(threads);
  let posts = 0;
  const post = async (worker: number): Promise<void> => {
    const number = posts++;
    const reader = itemOf(readers, number);
    const { threadId, parent } = nextTarget();
    const answer = await itemOf(connections, worker).send(
      requestText(`POST /api/v1/threads/${threadId}/comments`, {
        headers: asReader(reader.token, number % readers.length),
        body: JSON.stringify({ clientId: randomUUID(), parentId: parent, text: itemOf(texts, number).text }),
      }),
    );
    if (answer.status !== 201) throw new Error(`a post was answered with ${answer.status}`);
  };
  return () => napping(stepsPerSecond(stint, post));
}

function postsBySql(pool: Pool, { readers, threads }: { readers: SeededReader[]; threads: SeededThread[] }) {
  const texts = differentTexts(textsCount).map(({ text, body }) => ({ text, body: JSON.stringify(body), shape: textShape(body) }));
  const comments = new CommentsRepository({} as Reads, new Clock());
  const nextTarget = targetsIn(threads);
  let posts = 0;
  const post = async (): Promise<void> => {
    const number = posts++;
    const { shape, ...text } = itemOf(texts, number);
    const comment = newComment(nextTarget(), { author: itemOf(readers, number).id, ...text });
    await comments.insertPublished(statementOn(pool), comment, { modeSeq: '0', screened: { version: '1', shape } });
  };
  return () => stepsPerSecond(stint, post);
}

function newComment({ threadId, parent }: Target, given: { author: string; text: string; body: string }): NewComment {
  return {
    id: v7(),
    threadId,
    parentId: parent ?? null,
    authorId: given.author,
    clientId: randomUUID(),
    digest: createHash('sha256').update(given.text).digest(),
    text: given.text,
    body: given.body,
  };
}

/** As the application sends it: a transaction of one statement. */
function statementOn(pool: Pool): Transaction {
  const prepared = async (name: string, text: string, values: unknown[]): Promise<unknown[]> =>
    (await pool.query({ name, text, values })).rows;
  return { prepared, tell: () => undefined } as unknown as Transaction;
}

/** Replies, spread over the threads and over what can be answered in them. */
function targetsIn(threads: SeededThread[]): () => Target {
  let turn = 0;
  return () => {
    turn += 1;
    const thread = itemOf(threads, turn);
    return { threadId: thread.id, parent: itemOf(thread.publishedIds, Math.floor(turn / threads.length) * 7) };
  };
}

function itemOf<Item>(items: readonly Item[], turn: number): Item {
  const item = items[turn % items.length];
  if (item === undefined) throw new Error('an empty list has no items');
  return item;
}
