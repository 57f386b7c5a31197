import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments';
import { SitesModule } from '../sites';
import { DecideComment } from './decide-comment';
import { DecisionRecordsController } from './decision-records.controller';
import { DecisionRecordsRepository } from './decision-records.repository';
import { DecisionsRepository } from './decisions.repository';
import { LeaseComment } from './lease-comment';
import { LeasesRepository } from './leases.repository';
import { ListHeldComments } from './list-held-comments';
import { ModerationController } from './moderation.controller';
import { CountHours } from './overview/count-hours';
import { OverviewController } from './overview/overview.controller';
import { OverviewRepository } from './overview/overview.repository';
import { ReadOverview } from './overview/read-overview';
import { ReadDecisions } from './read-decisions';

@Module({
  imports: [CommentsModule, SitesModule],
  controllers: [ModerationController, DecisionRecordsController, OverviewController],
  providers: [
    DecideComment,
    DecisionsRepository,
    LeaseComment,
    LeasesRepository,
    ListHeldComments,
    DecisionRecordsRepository,
    ReadDecisions,
    CountHours,
    OverviewRepository,
    ReadOverview,
  ],
})
export class ModerationModule {}
