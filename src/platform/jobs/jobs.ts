import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { type Runner, run, runMigrations, Logger as WorkerLogger } from 'graphile-worker';
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

/** The job queue on PostgreSQL: a job enqueued in a transaction exists exactly when that transaction commits. */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  private readonly definitions = new Map<string, JobDefinition>();
  private runner?: Runner;

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
    const definitions = [...this.definitions.values()];
    this.runner = await run({
      pgPool: this.pool,
      concurrency,
      noHandleSignals: true,
      pollInterval: pollIntervalMilliseconds,
      logger: workerLogger(this.log),
      taskList: Object.fromEntries(
        definitions.map(({ name, run: perform }) => [name, async (payload: unknown) => perform((payload ?? {}) as JobPayload)]),
      ),
      crontab: definitions.flatMap(({ name, cron }) => (cron === undefined ? [] : [`${cron} ${name}`])).join('\n'),
    });
    this.runner.promise.catch((error: unknown) => this.log.error({ err: error }, 'the job queue stopped'));
  }

  /** Before the pool closes: the worker needs it to give back what it holds. */
  async beforeApplicationShutdown(): Promise<void> {
    const runner = this.runner;
    this.runner = undefined;
    await runner?.stop().catch((error: unknown) => this.log.warn({ err: error }, 'the job queue did not stop cleanly'));
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
