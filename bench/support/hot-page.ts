import { seedThread } from '../seed-thread';
import { compare } from './compare';
import { HttpConnection, openConnections, requestText } from './http-connection';
import { napping } from './nap';
import { seedReaders } from './seed-readers';
import { type ServerProcess, startApplication, startLimit } from './server-process';
import { startDatabase } from './start-database';
import { stepsPerSecond } from './workers';

const stint = { workers: 256, seconds: 2.5 };
const rounds = 7;
/** What `node:http` adds by itself. */
const ownHeaders = new Set(['date', 'connection', 'keep-alive']);

/** Asks the application for the first page of a hot thread, and `node:http` for the very same answer. */
export async function compareHotPage(question: { id: string; status: 200 | 304 }): Promise<void> {
  const database = await startDatabase();
  const readers = await seedReaders(database.sql, 200);
  const thread = await seedThread(database.sql, { comments: 1_000, readers: readers.map(({ id }) => id) });
  const application = await startApplication(database);
  const request = await requestFor(application, `/api/v1/threads/${thread.id}/comments`, question.status);
  const connection = await HttpConnection.open(application.port, 'keeps bodies');
  const { status, head, body } = await connection.send(request);
  if (status !== question.status) throw new Error(`the page was answered with ${status}`);
  const headers = headersIn(head).filter(([name]) => !ownHeaders.has(name));
  const raw = await startLimit('raw-http', { status, headers, bodyBase64: body.toString('base64') });
  console.log(`an answer of ${body.length} bytes and ${headers.length} headers`);
  const ask = async (server: ServerProcess) => {
    const connections = await openConnections(server.port, stint.workers);
    const step = async (worker: number): Promise<void> => {
      const answer = await connections[worker]?.send(request);
      if (answer?.status !== status) throw new Error(`answered with ${answer?.status}`);
    };
    return () => napping(stepsPerSecond(stint, step));
  };
  await compare({ id: question.id, unit: 'requests/s', better: 'more', rounds }, { thing: await ask(application), limit: await ask(raw) });
}

async function requestFor(application: ServerProcess, path: string, wanted: 200 | 304): Promise<string> {
  if (wanted === 200) return requestText(`GET ${path}`);
  const connection = await HttpConnection.open(application.port);
  const { head } = await connection.send(requestText(`GET ${path}`));
  const entityTag = new Map(headersIn(head)).get('etag');
  if (entityTag === undefined) throw new Error('the page has no entity tag');
  return requestText(`GET ${path}`, { headers: { 'if-none-match': entityTag } });
}

function headersIn(head: string): [string, string][] {
  return head
    .split('\r\n')
    .slice(1)
    .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]);
}
