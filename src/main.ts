import 'reflect-metadata';
import { once } from 'node:events';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MakeFirstAdministrator } from './auth';
import { type Env, readEnv } from './config';
import { createApp } from './create-app';
import { DemoPublisher } from './demo';
import { openDatabase } from './open-database';
import { Jobs } from './platform/jobs';
import { createLog } from './platform/telemetry';
import { listenForSignals, shutDown } from './shut-down';

/** Runs until a signal asks to stop; whatever ends it, nothing that it started stays. */
async function main(): Promise<void> {
  const { asked, hurried } = listenForSignals();
  const env = readEnv(process.env);
  const logger = createLog(env.LOG_LEVEL);
  const database = await openDatabase(env, logger, asked);
  let app: NestFastifyApplication | undefined;
  try {
    app = await createApp({ env, logger, connection: database.connection });
    await app.get(Jobs).start();
    await app.listen(env.PORT, env.HOST);
    await sayWhereItRuns(app, env);
    if (!asked.aborted) await once(asked, 'abort');
  } finally {
    await shutDown({ app, database, logger }, hurried);
  }
}

/** From here on nothing is a reason to end: the service is as good without its demo, and the next start offers the link again. */
async function sayWhereItRuns(app: NestFastifyApplication, env: Env): Promise<void> {
  const port = new URL(await app.getUrl()).port;
  const address = env.PORT === 0 ? `http://localhost:${port}` : env.publicUrl;
  process.stdout.write(`\nParley is running at ${address}\n`);
  const demo = env.demoPort === undefined ? undefined : await startDemo(app, env.demoPort, address);
  const setup = await offerSetup(app, address);
  const lastLine = [demo, setup].filter(Boolean).join(' · ');
  if (lastLine !== '') process.stdout.write(`${lastLine}\n`);
}

async function startDemo(app: NestFastifyApplication, port: number, address: string): Promise<string> {
  try {
    return `Read the demo article: ${await app.get(DemoPublisher).start(port, address)}`;
  } catch (error) {
    return `The demo could not start (DEMO_PORT chooses its port): ${sentenceOf(error)}`;
  }
}

async function offerSetup(app: NestFastifyApplication, address: string): Promise<string | undefined> {
  try {
    const token = await app.get(MakeFirstAdministrator).issueToken();
    return token && `Make the first administrator (once, within a day): ${address}/console/first-administrator#${token}`;
  } catch (error) {
    return `The link for the first administrator could not be made: ${sentenceOf(error)}`;
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const isAskedToStop = error instanceof Error && error.name === 'AbortError';
    if (!isAskedToStop) process.stderr.write(`\nParley could not start. ${sentenceOf(error)}\n`);
    process.exit(isAskedToStop ? 0 : 1);
  },
);
