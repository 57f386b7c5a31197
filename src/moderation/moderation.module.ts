import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments';
import { SitesModule } from '../sites';
import { DecideComment } from './decide-comment';
import { DecisionsRepository } from './decisions.repository';
import { LeaseComment } from './lease-comment';
import { LeasesRepository } from './leases.repository';
import { ListHeldComments } from './list-held-comments';
import { ModerationController } from './moderation.controller';

@Module({
  imports: [CommentsModule, SitesModule],
  controllers: [ModerationController],
  providers: [DecideComment, DecisionsRepository, LeaseComment, LeasesRepository, ListHeldComments],
})
export class ModerationModule {}
