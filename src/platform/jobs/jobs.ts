import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { type Runner, run, runMigrations, type WorkerEvents, Logger as WorkerLogger } from 'graphile-worker';
import { Pool } from 'pg';
import type { Reads, Transaction } from '../database';
import { Log } from '../telemetry';

export type JobPayload = Record<string, unknown>;

export interface JobDefinition {
  /** snake_case; part of the stored job, so it must not change while jobs of that name wait. */
  name: string;
  /** At least once: must be harmless when run again. */
  run(payload: JobPayload): Promise<void>;
  /** Five cron fields, UTC, for jobs that come back by themselves. */
  cron?: string;
}

const concurrency = 4;
const pollIntervalMilliseconds = 5_000;
/** Tries with exponential back-off, about three days in all; then the job stays as a dead letter. */
const maxAttempts = 25;

const firstPauseMilliseconds = 250;
const longestPauseMilliseconds = 5_000;
/** Notes of how a job ended go through the worker's batches: what it sends at once (-1) nobody awaits, and an error there ends the process. */
const noteInBatches = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

interface StartedRunner {
  runner: Runner;
  /** Under this name it holds its jobs. */
  holder: string;
}

/** The job queue on PostgreSQL: a job enqueued in a transaction exists exactly when that transaction commits. */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  private readonly definitions = new Map<string, JobDefinition>();
  private readonly stopping = new AbortController();
  private running = Promise.resolve();

  constructor(
    private readonly pool: Pool,
    private readonly log: Log,
  ) {}

  /** Called by modules while they are set up, before `start`. */
  define(definition: JobDefinition): void {
    if (this.definitions.has(definition.name)) throw new Error(`The job ${definition.name} is defined twice.`);
    this.definitions.set(definition.name, definition);
  }

  async enqueue(tx: Transaction, name: string, payload: JobPayload): Promise<void> {
    await tx.rows('select graphile_worker.add_job($1, payload => $2::json, max_attempts => $3)', [
      name,
      JSON.stringify(payload),
      maxAttempts,
    ]);
  }

  async start(): Promise<void> {
    this.running = this.keepRunning(await this.startRunner());
  }

  /** Before the pool closes: the worker needs it to give back what it holds. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** A runner gives up when it cannot note how a job ended, as when the database goes away: another takes its place. */
  private async keepRunning(first: StartedRunner): Promise<void> {
    const { signal } = this.stopping;
    for (let started: StartedRunner | undefined = first; started !== undefined; started = await this.startAgain(started.holder)) {
      const { runner } = started;
      const stop = (): void => {
        runner.stop().catch((error: unknown) => this.log.warn({ err: error }, 'the job queue did not stop cleanly'));
      };
      signal.addEventListener('abort', stop);
      if (signal.aborted) stop();
      await runner.promise.catch((error: unknown) => this.log.error({ err: error }, 'the job queue failed'));
      signal.removeEventListener('abort', stop);
    }
  }

  /** Jobs that the former runner still holds are given back, or they would rest for hours. */
  private async startAgain(formerHolder: string): Promise<StartedRunner | undefined> {
    const { signal } = this.stopping;
    for (let waitMilliseconds = firstPauseMilliseconds; !signal.aborted; waitMilliseconds *= 2) {
      await pause(Math.min(waitMilliseconds, longestPauseMilliseconds), undefined, { signal }).catch(() => undefined);
      if (signal.aborted) break;
      try {
        await this.pool.query('select graphile_worker.force_unlock_workers($1)', [[formerHolder]]);
        const started = await this.startRunner();
        this.log.warn({ formerHolder }, 'the job queue runs again');
        return started;
      } catch (error) {
        this.log.error({ err: error }, 'the job queue could not start again');
      }
    }
    return undefined;
  }

  private async startRunner(): Promise<StartedRunner> {
    const definitions = [...this.definitions.values()];
    const events: WorkerEvents = new EventEmitter();
    let holder = '';
    events.once('pool:create', ({ workerPool }) => {
      holder = workerPool.id;
    });
    const runner = await run({
      pgPool: this.pool,
      events,
      preset: noteInBatches,
      concurrency,
      noHandleSignals: true,
      pollInterval: pollIntervalMilliseconds,
      logger: workerLogger(this.log),
      taskList: Object.fromEntries(
        definitions.map(({ name, run: perform }) => [name, async (payload: unknown) => perform((payload ?? {}) as JobPayload)]),
      ),
      crontab: definitions.flatMap(({ name, cron }) => (cron === undefined ? [] : [`${cron} ${name}`])).join('\n'),
    });
    return { runner, holder };
  }
}

/** Jobs that wait for their time, that failed and will be tried again, and that nobody tries any more. */
export async function jobDepth(reads: Reads): Promise<{ waiting: number; failing: number; dead: number }> {
  const [row] = await reads.rows<{ waiting: number; failing: number; dead: number }>(`
    select count(*) filter (where attempts = 0)::int as waiting,
           count(*) filter (where attempts > 0 and attempts < max_attempts)::int as failing,
           count(*) filter (where attempts >= max_attempts)::int as dead
      from graphile_worker.jobs`);
  return row ?? { waiting: 0, failing: 0, dead: 0 };
}

export async function migrateJobs(pool: Pool): Promise<void> {
  await runMigrations({ pgPool: pool, logger: new WorkerLogger(() => () => undefined) });
}

function workerLogger(log: Log): WorkerLogger {
  return new WorkerLogger(() => (level, message) => {
    if (level === 'error') log.error({ worker: message }, 'job queue');
    else if (level === 'warning') log.warn({ worker: message }, 'job queue');
    else log.debug({ worker: message }, 'job queue');
  });
}
