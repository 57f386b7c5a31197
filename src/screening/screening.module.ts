import { Module, type OnModuleInit } from '@nestjs/common';
import { Transactions } from '../platform/database';
import { Jobs } from '../platform/jobs';
import { SitesModule } from '../sites';
import { ChangeScreeningSettings } from './change-screening-settings';
import { ManageWordLists } from './manage-word-lists';
import { ReadScreening } from './read-screening';
import { ScreenDraft } from './screen-draft';
import { ScreeningController } from './screening.controller';
import { ScreeningRepository } from './screening.repository';
import { ScreeningAccess } from './screening-access';
import { ScreeningPolicies } from './screening-policies';
import { ScreeningSettingsRepository } from './screening-settings.repository';

@Module({
  imports: [SitesModule],
  controllers: [ScreeningController],
  providers: [
    ChangeScreeningSettings,
    ManageWordLists,
    ReadScreening,
    ScreenDraft,
    ScreeningAccess,
    ScreeningPolicies,
    ScreeningRepository,
    ScreeningSettingsRepository,
  ],
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
