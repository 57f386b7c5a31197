import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { MakeFirstAdministrator } from './auth';
import { readEnv } from './config';
import { createApp } from './create-app';
import { DemoPublisher } from './demo';
import { type OpenDatabase, openDatabase } from './open-database';
import { Jobs } from './platform/jobs';
import { createLog } from './platform/telemetry';

async function main(): Promise<void> {
  const env = readEnv(process.env);
  const logger = createLog(env.LOG_LEVEL);
  const database = await openDatabase(env, logger);
  let app: NestFastifyApplication | undefined;
  try {
    app = await createApp({ env, logger, connection: database.connection });
    await app.get(Jobs).start();
    await app.listen(env.PORT, env.HOST);
  } catch (error) {
    await app?.close();
    await database.close();
    throw error;
  }
  stopOnSignal(app, database, logger);
  const port = new URL(await app.getUrl()).port;
  const address = env.PORT === 0 ? `http://localhost:${port}` : env.publicUrl;
  process.stdout.write(`\nParley is running at ${address}\n`);
  const demo = env.demoPort === undefined ? undefined : await startDemo(app, env.demoPort, address);
  const setupToken = await app.get(MakeFirstAdministrator).issueToken();
  const setup = setupToken && `Make the first administrator (once, within a day): ${address}/console/first-administrator#${setupToken}`;
  const lastLine = [demo, setup].filter(Boolean).join(' · ');
  if (lastLine !== '') process.stdout.write(`${lastLine}\n`);
}

/** Without its demo the service is as good as ever. */
async function startDemo(app: NestFastifyApplication, port: number, address: string): Promise<string> {
  try {
    return `Read the demo article: ${await app.get(DemoPublisher).start(port, address)}`;
  } catch (error) {
    return `The demo could not start (DEMO_PORT chooses its port): ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Lets nobody new in, answers who is there, then stops the embedded database. */
function stopOnSignal(app: NestFastifyApplication, database: OpenDatabase, logger: Logger): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    app
      .close()
      .then(() => database.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ err: error }, 'could not stop cleanly');
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`\nParley could not start. ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
