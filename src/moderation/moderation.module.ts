import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments';
import { SitesModule } from '../sites';
import { DecideComment } from './decide-comment';
import { DecisionsRepository } from './decisions.repository';
import { ListHeldComments } from './list-held-comments';
import { ModerationController } from './moderation.controller';

@Module({
  imports: [CommentsModule, SitesModule],
  controllers: [ModerationController],
  providers: [DecideComment, DecisionsRepository, ListHeldComments],
})
export class ModerationModule {}
