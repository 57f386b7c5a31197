import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { OpenDatabase } from './open-database';

const drainMilliseconds = 10_000;
/** For what only waited for its connections to close. */
const lastMomentMilliseconds = 1_000;
/** npm passes on the Ctrl+C that the terminal has sent us already: that is one wish, not two. */
const sameWishMilliseconds = 1_000;

interface Running {
  app: NestFastifyApplication | undefined;
  database: OpenDatabase;
  logger: Logger;
}

/** `asked` is aborted by the first signal that ends a process, `hurried` by a later one. */
export function listenForSignals(): { asked: AbortSignal; hurried: AbortSignal } {
  const asked = new AbortController();
  const hurried = new AbortController();
  let askedAt = 0;
  const onSignal = (): void => {
    if (asked.signal.aborted && performance.now() - askedAt > sameWishMilliseconds) hurried.abort();
    if (!asked.signal.aborted) askedAt = performance.now();
    asked.abort();
  };
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, onSignal);
  return { asked: asked.signal, hurried: hurried.signal };
}

/** Lets requests and jobs under way finish, for ten seconds or until somebody hurries; then stops the database regardless. */
export async function shutDown({ app, database, logger }: Running, hurried: AbortSignal): Promise<void> {
  const closing = Promise.resolve(app?.close()).catch((error: unknown) => logger.error({ err: error }, 'could not stop cleanly'));
  await Promise.race([closing, pause(drainMilliseconds, undefined, { signal: hurried }).catch(() => undefined)]);
  (app?.getHttpServer() as Server | undefined)?.closeAllConnections();
  await Promise.race([closing, pause(lastMomentMilliseconds)]);
  await database.close();
}
