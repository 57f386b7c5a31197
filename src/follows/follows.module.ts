import { Module } from '@nestjs/common';
import { ReadersModule } from '../readers';
import { SitesModule } from '../sites';
import { FollowSomething } from './follow-something';
import { FollowedSite } from './followed-site';
import { FollowingInThreadRepository } from './following-in-thread.repository';
import { FollowingSettingsController } from './following-settings.controller';
import { FollowingSettingsRepository } from './following-settings.repository';
import { FollowsController } from './follows.controller';
import { FollowsRepository } from './follows.repository';
import { ListFollows } from './list-follows';
import { ManageFollowingSettings } from './manage-following-settings';
import { MuteReader } from './mute-reader';
import { MutesController } from './mutes.controller';
import { MutesRepository } from './mutes.repository';
import { OwnMutes } from './own-mutes';
import { SubjectsRepository } from './subjects.repository';
import { Unfollow } from './unfollow';

@Module({
  imports: [ReadersModule, SitesModule],
  controllers: [FollowingSettingsController, FollowsController, MutesController],
  providers: [
    FollowSomething,
    FollowedSite,
    FollowingInThreadRepository,
    FollowingSettingsRepository,
    FollowsRepository,
    ListFollows,
    ManageFollowingSettings,
    MuteReader,
    MutesRepository,
    OwnMutes,
    SubjectsRepository,
    Unfollow,
  ],
  exports: [FollowingInThreadRepository, MutesRepository],
})
export class FollowsModule {}
