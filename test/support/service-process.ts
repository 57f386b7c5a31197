import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Client } from 'pg';

const main = resolve(__dirname, '../../dist/src/main.js');

/** The built service, as it runs in production, in a process of its own; its embedded database may outlive it. */
export class ServiceProcess {
  private process?: ChildProcess;
  output = '';

  constructor(
    private readonly dataDir: string,
    readonly port: number,
    private readonly settings: Record<string, string> = {},
  ) {}

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  start(): void {
    const env = {
      PATH: process.env.PATH,
      PARLEY_DATA_DIR: this.dataDir,
      PORT: String(this.port),
      LOG_LEVEL: 'fatal',
      NODE_ENV: 'production',
    };
    const started = spawn(process.execPath, [main], { env: { ...env, ...this.settings }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [started.stdout, started.stderr]) {
      stream.on('data', (bytes) => {
        this.output += bytes;
      });
    }
    this.process = started;
  }

  isReady = async (): Promise<boolean> => {
    if (this.hasEnded) throw new Error(`The service has ended, and said: ${this.output}`);
    return (await fetch(`${this.url}/health/ready`).catch(() => undefined))?.ok ?? false;
  };

  get hasEnded(): boolean {
    return this.process === undefined || this.process.exitCode !== null || this.process.signalCode !== null;
  }

  signal(name: NodeJS.Signals): void {
    this.process?.kill(name);
  }

  /** The code it ended with, null when a signal ended it. */
  async ended(): Promise<number | null> {
    if (!this.hasEnded) await once(this.process as ChildProcess, 'exit');
    return this.process?.exitCode ?? null;
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.signal(signal);
    return this.ended();
  }

  get hasPostgres(): boolean {
    return existsSync(join(this.dataDir, 'postgres/postmaster.pid'));
  }

  async postgresPid(): Promise<number> {
    return Number((await readFile(join(this.dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n', 1)[0]);
  }

  /** A connection to its embedded database, beside it. */
  async onDatabase<T>(work: (sql: Client) => Promise<T>): Promise<T> {
    const password = await readFile(join(this.dataDir, 'postgres/parley-password'), 'utf8');
    const sql = new Client({ host: join(this.dataDir, 'socket'), user: 'parley', password, database: 'parley' });
    sql.on('error', () => undefined);
    await sql.connect();
    return work(sql).finally(() => sql.end());
  }
}
