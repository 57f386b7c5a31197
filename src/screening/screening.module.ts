import { Module, type OnModuleInit } from '@nestjs/common';
import { Transactions } from '../platform/database';
import { Jobs } from '../platform/jobs';
import { SitesModule } from '../sites';
import { ScreenDraft } from './screen-draft';
import { ScreeningRepository } from './screening.repository';
import { ScreeningPolicies } from './screening-policies';

@Module({
  imports: [SitesModule],
  providers: [ScreenDraft, ScreeningPolicies, ScreeningRepository],
  exports: [ScreenDraft],
})
export class ScreeningModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly screening: ScreeningRepository,
  ) {}

  onModuleInit(): void {
    const run = (): Promise<void> => this.transactions.run((tx) => this.screening.deleteOldShapes(tx));
    this.jobs.define({ name: 'delete_old_shapes', cron: '17 * * * *', run });
  }
}
