import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { BrowserLike } from './browser-like';
import { freePort } from './free-port';

const main = resolve('dist/src/main.js');
const startsWithinMilliseconds = 60_000;

/** What `npm start` gives on a fresh machine: the built service with its own database and the demo publisher on another site. */
export class Demo {
  private process?: ChildProcess;
  private dataDir = '';
  private ports = { service: 0, publisher: 0 };
  output = '';

  async start(): Promise<this> {
    this.dataDir = await mkdtemp(join(tmpdir(), 'parley-demo-'));
    this.ports = { service: await freePort(), publisher: await freePort() };
    await this.boot();
    return this;
  }

  get serviceUrl(): string {
    return `http://localhost:${this.ports.service}`;
  }

  get publisherUrl(): string {
    return `http://127.0.0.1:${this.ports.publisher}`;
  }

  /** The address of the first article, as the terminal says it. */
  get articleUrl(): string {
    const [url] = this.output.match(new RegExp(`${this.publisherUrl}/\\S+`)) ?? [];
    if (url === undefined) throw new Error(`no article in: ${this.output}`);
    return url;
  }

  /** The framed document of an article, by itself. */
  frameUrl(given: Record<string, string> = {}): string {
    const article = given.article ?? 'night-train';
    const url = `${this.publisherUrl}/${article}`;
    return `${this.serviceUrl}/embed/thread?${new URLSearchParams({ article, origin: this.publisherUrl, url, title: 'A story', ...given })}`;
  }

  /** The first one, made with the link that the terminal shows. */
  async administrator(): Promise<BrowserLike> {
    const [, token] = /first-administrator#(\S+)/.exec(this.output) ?? [];
    const administrator = new BrowserLike(this.serviceUrl);
    const person = { token, name: 'Ada Ministrator', email: administrator.email, password: 'correct horse battery' };
    const { status } = await administrator.post('/api/v1/console/first-administrator', person);
    if (status !== 204) throw new Error(`no administrator: ${status}`);
    return administrator;
  }

  async boot(): Promise<void> {
    this.output = '';
    const started = spawn(process.execPath, [main], {
      env: {
        ...process.env,
        NODE_ENV: 'development',
        PORT: String(this.ports.service),
        DEMO_PORT: String(this.ports.publisher),
        PARLEY_DATA_DIR: this.dataDir,
        LOG_LEVEL: 'error',
      },
    });
    this.process = started;
    started.stdout.on('data', (bytes) => {
      this.output += bytes;
    });
    started.stderr.on('data', (bytes) => {
      this.output += bytes;
    });
    const end = performance.now() + startsWithinMilliseconds;
    while (!this.output.includes(`${this.publisherUrl}/`)) {
      if (started.exitCode !== null || performance.now() > end) throw new Error(`the demo did not start: ${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** As when the machine runs out of memory: nothing is told, nothing is finished. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
    await rm(this.dataDir, { recursive: true, force: true });
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const { process: running } = this;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const exited = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await exited;
  }
}
