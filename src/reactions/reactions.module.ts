import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments';
import { SanctionsModule } from '../sanctions';
import { ReactionsController } from './reactions.controller';
import { ReactionsRepository } from './reactions.repository';
import { SetReaction } from './set-reaction';

@Module({
  imports: [CommentsModule, SanctionsModule],
  controllers: [ReactionsController],
  providers: [ReactionsRepository, SetReaction],
  exports: [ReactionsRepository, SetReaction],
})
export class ReactionsModule {}
