import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactions } from '../platform/database';
import { Jobs } from '../platform/jobs';
import { FirstViewsRepository } from './first-views.repository';

/** Keeps the threads of first views that were used, and deletes those that nobody needed: opening the article again makes them again. */
@Injectable()
export class SettleFirstViews implements OnModuleInit {
  constructor(
    private readonly firstViews: FirstViewsRepository,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.define({ name: 'settle_first_views', cron: '23 * * * *', run: () => this.execute() });
  }

  async execute(): Promise<void> {
    await this.transactions.run((tx) => this.firstViews.keepUsed(tx));
    while (await this.transactions.run((tx) => this.firstViews.deleteUnused(tx)));
  }
}
