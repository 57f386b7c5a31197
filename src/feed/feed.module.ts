import { Module } from '@nestjs/common';
import { AnnouncementsModule } from '../announcements';
import { CommentsModule } from '../comments';
import { SitesModule } from '../sites';
import { FeedController } from './feed.controller';
import { FeedRepository } from './feed.repository';
import { MarkFeedSeen } from './mark-feed-seen';
import { ReadFeed } from './read-feed';

@Module({
  imports: [AnnouncementsModule, CommentsModule, SitesModule],
  controllers: [FeedController],
  providers: [FeedRepository, MarkFeedSeen, ReadFeed],
})
export class FeedModule {}
