import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments';
import { SitesModule } from '../sites';
import { ThreadsModule } from '../threads';
import { ListMentionable } from './list-mentionable';
import { MentionableController } from './mentionable.controller';
import { MentionableRepository } from './mentionable.repository';
import { ProfilesController } from './profiles.controller';
import { ProfilesRepository } from './profiles.repository';
import { ReadProfile } from './read-profile';

@Module({
  imports: [CommentsModule, SitesModule, ThreadsModule],
  controllers: [MentionableController, ProfilesController],
  providers: [ListMentionable, MentionableRepository, ProfilesRepository, ReadProfile],
})
export class ProfilesModule {}
