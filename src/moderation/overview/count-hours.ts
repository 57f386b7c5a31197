import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactions } from '../../platform/database';
import { Jobs } from '../../platform/jobs';
import { Clock } from '../../platform/time';
import { OverviewRepository } from './overview.repository';

const pieceMilliseconds = 6 * 3_600_000;

/** Counts the comments of hours that are over, once: a plot of a month is then some hundred rows. */
@Injectable()
export class CountHours implements OnModuleInit {
  constructor(
    private readonly overview: OverviewRepository,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    // A few minutes into the hour: what was posted at its end has been committed.
    this.jobs.define({ name: 'count_hours', cron: '4 * * * *', run: () => this.execute() });
  }

  /** Piece by piece, so that no statement is long, however long it was not done. */
  async execute(): Promise<void> {
    const now = this.clock.now().getTime();
    let from = await this.overview.findCountedUntil();
    while (from.getTime() < now) {
      const [begin, end] = [from, new Date(from.getTime() + pieceMilliseconds)];
      await this.transactions.run((tx) => this.overview.countHours(tx, begin, end));
      from = end;
    }
    await this.transactions.run((tx) => this.overview.forgetOldHours(tx));
  }
}
