import { setTimeout as pause } from 'node:timers/promises';
import { stopPostmaster } from './postmaster';
import { AlreadyRunning } from './server-ownership';
import { type EmbeddedPostgresConnection, type OwnServer, prepareSite, type Site, type StartOptions, startServer } from './start-server';

export interface EmbeddedPostgresOptions extends Omit<StartOptions, 'signal'> {
  /** PARLEY_DATA_DIR, an absolute path. The cluster lives in its folder `postgres`. */
  dataDir: string;
  /** Aborted during the start: it rejects and leaves no server behind. */
  signal?: AbortSignal;
}

const firstPauseMilliseconds = 100;
const longestPauseMilliseconds = 5_000;

/**
 * Runs PostgreSQL from its npm package: makes the cluster when there is none, takes over a server that a killed run left, recovers from a kill,
 * and starts the server again when it ends.
 * Throws an Error with a sentence for the operator when it cannot.
 */
export async function startEmbeddedPostgres({ dataDir, signal, ...options }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const site = await prepareSite(dataDir);
  const server = await startServer(site, { ...options, signal: signal ?? new AbortController().signal });
  const postgres = new EmbeddedPostgres(site, options, server);
  if (signal?.aborted) await postgres.stop();
  signal?.throwIfAborted();
  return postgres;
}

export class EmbeddedPostgres {
  /** Stays the same when the server is started again. */
  readonly connection: EmbeddedPostgresConnection;
  /** Whether a killed run had left the server. */
  readonly reused: boolean;
  private readonly stopping = new AbortController();
  private recovery = Promise.resolve();
  private serverPid: number;
  private isTakenOver = false;

  constructor(
    private readonly site: Site,
    private readonly options: Omit<StartOptions, 'signal'>,
    server: OwnServer,
  ) {
    this.connection = server.connection;
    this.reused = server.reused;
    this.serverPid = server.pid;
    this.watch(server);
  }

  get pid(): number {
    return this.serverPid;
  }

  /** Shuts the server down unless it has become somebody else's; quiet when it is gone already. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.recovery;
    if (!this.isTakenOver) await stopPostmaster(this.serverPid, this.site.cluster);
  }

  private watch({ pid, ownership }: OwnServer): void {
    this.serverPid = pid;
    this.isTakenOver = false;
    void ownership.lost.then(() => {
      if (!this.stopping.signal.aborted) this.recovery = this.recover();
    });
  }

  private async recover(): Promise<void> {
    const { signal } = this.stopping;
    this.options.log('PostgreSQL has ended: it is started again', 'error');
    for (let waitMilliseconds = firstPauseMilliseconds; !signal.aborted; waitMilliseconds *= 2) {
      try {
        return this.watch(await startServer(this.site, { ...this.options, signal }));
      } catch (error) {
        this.isTakenOver ||= error instanceof AlreadyRunning;
        if (!signal.aborted) this.options.log(`PostgreSQL could not be started again. ${(error as Error).message}`, 'error');
      }
      await pause(Math.min(waitMilliseconds, longestPauseMilliseconds), undefined, { signal }).catch(() => undefined);
    }
  }
}
