import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments';
import { FollowsModule } from '../follows';
import { CountFollowing } from './count-following';

@Module({
  imports: [CommentsModule, FollowsModule],
  providers: [CountFollowing],
  exports: [CountFollowing],
})
export class AnnouncementsModule {}
