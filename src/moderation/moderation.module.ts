import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments';
import { ReportsModule } from '../reports';
import { SitesModule } from '../sites';
import { DecideComment } from './decide-comment';
import { DecisionsRepository } from './decisions.repository';
import { LeaseComment } from './lease-comment';
import { LeasesRepository } from './leases.repository';
import { ListHeldComments } from './list-held-comments';
import { ListReportedComments } from './list-reported-comments';
import { ModerationController } from './moderation.controller';

@Module({
  imports: [CommentsModule, ReportsModule, SitesModule],
  controllers: [ModerationController],
  providers: [DecideComment, DecisionsRepository, LeaseComment, LeasesRepository, ListHeldComments, ListReportedComments],
})
export class ModerationModule {}
