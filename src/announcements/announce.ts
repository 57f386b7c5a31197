import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { isCancelled, isDatabaseUnavailable, Transactions } from '../platform/database';
import { Events } from '../platform/events';
import { Log } from '../platform/telemetry';
import { threadMoved } from '../threads';
import { DueRepository, type DueRow } from './due.repository';
import { WriteAnnouncements } from './write-announcements';

/** What another process left when it was killed, or what no event tells of, waits no longer. */
const lookEveryMilliseconds = 1_000;
/** Of the oldest, and of the newest. */
const batchSize = 100;
/** Three quarters of the time are for everybody else, however much there is to do: those who post come first. */
const restForWork = 3;

/**
 * Tells readers of what happened: at once what this process did, within a second what others left. Each row of what is due is taken by one process, in the
 * transaction that writes what follows from it: so it is told once, whoever is killed.
 */
@Injectable()
export class Announce implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private running = Promise.resolve();
  private isNudged = false;
  private waiting = new AbortController();

  constructor(
    private readonly due: DueRepository,
    private readonly write: WriteAnnouncements,
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.events.on(threadMoved, ({ act }) => {
      if (act !== 'react' && act !== 'elsewhere') this.nudge();
    });
  }

  onApplicationBootstrap(): void {
    this.running = this.keepAnnouncing();
  }

  /** Before the pool closes. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.waiting.abort();
    await this.running;
  }

  private nudge(): void {
    this.isNudged = true;
    this.waiting.abort();
  }

  private async keepAnnouncing(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const start = performance.now();
      const isMoreDue = await this.announce().catch((error: unknown) =>
        this.log.warn({ err: error }, 'could not tell readers what happened'),
      );
      await this.rest(restForWork * (performance.now() - start), signal);
      if (isMoreDue !== true && !this.isNudged) await this.wait();
    }
  }

  /** Who posts meanwhile is told of with the next batch. */
  private async rest(milliseconds: number, signal: AbortSignal): Promise<void> {
    await pause(Math.min(milliseconds, lookEveryMilliseconds), undefined, { signal, ref: false }).catch(() => undefined);
  }

  /** Until something happens here, or it is time to look what others left. */
  private async wait(): Promise<void> {
    if (this.stopping.signal.aborted) return;
    this.waiting = new AbortController();
    await pause(lookEveryMilliseconds, undefined, { signal: this.waiting.signal, ref: false }).catch(() => undefined);
  }

  /** A batch; whether there may be more to do at once. */
  private async announce(): Promise<boolean> {
    const isKnownToBeDue = this.isNudged;
    this.isNudged = false;
    if (!isKnownToBeDue && !(await this.due.isAnythingDue())) return false;
    let taken: DueRow[] = [];
    try {
      await this.transactions.run(async (tx) => {
        taken = await this.due.takeDue(tx, batchSize);
        if (taken.length > 0) await this.write.execute(tx, taken);
      });
    } catch (error) {
      if (taken.length === 0 || isTransient(error)) throw error;
      this.log.warn({ err: error }, 'could not tell readers of many things at once, so that each is told alone');
      await this.announceEach(taken);
    }
    return taken.length >= batchSize;
  }

  /** So that what cannot be told keeps nothing else. */
  private async announceEach(rows: readonly DueRow[]): Promise<void> {
    for (const { id, kind, subjectId } of rows) {
      if (this.stopping.signal.aborted) return;
      try {
        await this.transactions.run(async (tx) => {
          const taken = await this.due.takeOne(tx, id);
          if (taken.length > 0) await this.write.execute(tx, taken);
        });
      } catch (error) {
        if (isTransient(error)) throw error;
        const isAside = await this.transactions.run((tx) => this.due.noteFailed(tx, id));
        const what = { err: error, id, kind, subjectId };
        if (isAside) this.log.error(what, 'nobody is told of something, and it is not tried any more');
        else this.log.warn(what, 'nobody could be told of something yet');
      }
    }
  }
}

/** It may go well the next time, whatever it was. One that takes too long may do so always. */
function isTransient(error: unknown): boolean {
  return isDatabaseUnavailable(error) && !isCancelled(error);
}
