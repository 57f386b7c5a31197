import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactions } from '../../platform/database';
import { Jobs } from '../../platform/jobs';
import { OverviewRepository } from './overview.repository';

/** Counts the comments of hours that are over, once: a plot of a month is then some hundred rows. */
@Injectable()
export class CountHours implements OnModuleInit {
  constructor(
    private readonly overview: OverviewRepository,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    // A few minutes into the hour: what was posted at its end has been committed.
    this.jobs.define({ name: 'count_hours', cron: '4 * * * *', run: () => this.execute() });
  }

  execute(): Promise<void> {
    return this.transactions.run((tx) => this.overview.countHours(tx));
  }
}
