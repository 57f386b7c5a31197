import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../test/support/free-port';
import { atEnd } from './at-end';
import { collectGarbage } from './collect-garbage';
import type { BenchDatabase } from './start-database';

const ticksPerSecond = 100;
const startMilliseconds = 30_000;

/** A server in a process of its own, so that what it costs is not mixed with what asking it costs. */
export class ServerProcess {
  constructor(
    private readonly child: ChildProcess,
    private readonly ports: { port: number; inspectorPort: number },
  ) {}

  get port(): number {
    return this.ports.port;
  }

  tell(message: object): void {
    this.child.send(message);
  }

  /** Processor seconds used so far, in user and kernel mode. */
  cpuSeconds(): number {
    const stat = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8');
    const [userTicks = 0, systemTicks = 0] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return (userTicks + systemTicks) / ticksPerSecond;
  }

  residentBytes(): number {
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${this.child.pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  }

  /** Through its inspector, which listens from the first time on. */
  async collectGarbage(): Promise<void> {
    this.child.kill('SIGUSR1');
    await collectGarbage(this.ports.inspectorPort);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
  }
}

/** The built application on the bench's database. Its proxies are trusted, so that many readers can come from one machine. */
export async function startApplication(database: BenchDatabase): Promise<ServerProcess> {
  const [port, inspectorPort] = [await freePort(), await freePort()];
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    DATABASE_URL: database.connection.connectionString,
    PORT: String(port),
    TRUSTED_PROXIES: '127.0.0.1',
  };
  const command = [`--inspect-port=127.0.0.1:${inspectorPort}`, resolve('dist/src/main.js')];
  const child = spawn(process.execPath, command, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  passOn(child.stderr);
  const server = new ServerProcess(child, { port, inspectorPort });
  atEnd(() => server.stop());
  await untilReady(child, port);
  return server;
}

async function untilReady(child: ChildProcess, port: number): Promise<void> {
  const end = performance.now() + startMilliseconds;
  while (performance.now() < end && child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(50);
  }
  throw new Error(`the application is not ready on port ${port}`);
}

/** A server of bench/limits: told what to serve by a message, it answers with its port. */
export async function startLimit(name: string, message: object): Promise<ServerProcess> {
  const inspectorPort = await freePort();
  const child = fork(resolve(__dirname, `../limits/${name}.js`), { execArgv: [`--inspect-port=127.0.0.1:${inspectorPort}`], silent: true });
  passOn(child.stderr);
  atEnd(() => new ServerProcess(child, { port: 0, inspectorPort }).stop());
  child.send(message);
  const [port] = (await within(startMilliseconds, name, once(child, 'message'))) as [number];
  return new ServerProcess(child, { port, inspectorPort });
}

/** What a server complains of; not that its inspector is used. */
function passOn(complaints: Readable | null): void {
  complaints?.on('data', (lines: Buffer) => {
    if (!/^(Debugger|For help)/.test(lines.toString())) process.stderr.write(lines);
  });
}

async function within<T>(milliseconds: number, name: string, event: Promise<T>): Promise<T> {
  const timer = AbortSignal.timeout(milliseconds);
  const late = once(timer, 'abort').then(() => {
    throw new Error(`${name} did not start within ${milliseconds / 1000} seconds`);
  });
  return Promise.race([event, late]);
}
