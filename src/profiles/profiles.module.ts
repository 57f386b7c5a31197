import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments';
import { SitesModule } from '../sites';
import { ProfilesController } from './profiles.controller';
import { ProfilesRepository } from './profiles.repository';
import { ReadProfile } from './read-profile';

@Module({
  imports: [CommentsModule, SitesModule],
  controllers: [ProfilesController],
  providers: [ProfilesRepository, ReadProfile],
})
export class ProfilesModule {}
