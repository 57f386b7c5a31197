import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments';
import { SitesModule } from '../sites';
import { ThreadsModule } from '../threads';
import { ListMentionable } from './list-mentionable';
import { ListReaders } from './list-readers';
import { ListedReadersController } from './listed-readers.controller';
import { ListedReadersRepository } from './listed-readers.repository';
import { MeetReader } from './meet-reader';
import { MentionableController } from './mentionable.controller';
import { MentionableRepository } from './mentionable.repository';
import { ProfilesController } from './profiles.controller';
import { ProfilesRepository } from './profiles.repository';
import { ReadProfile } from './read-profile';

@Module({
  imports: [CommentsModule, SitesModule, ThreadsModule],
  controllers: [ListedReadersController, MentionableController, ProfilesController],
  providers: [ListMentionable, ListReaders, ListedReadersRepository, MeetReader, MentionableRepository, ProfilesRepository, ReadProfile],
})
export class ProfilesModule {}
