import { Module } from '@nestjs/common';
import { MutesRepository } from './mutes.repository';

@Module({
  providers: [MutesRepository],
  exports: [MutesRepository],
})
export class FollowsModule {}
