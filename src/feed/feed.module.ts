import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments';
import { InboxModule } from '../inbox';
import { SitesModule } from '../sites';
import { FeedController } from './feed.controller';
import { FeedRepository } from './feed.repository';
import { MarkFeedSeen } from './mark-feed-seen';
import { ReadFeed } from './read-feed';

@Module({
  imports: [CommentsModule, InboxModule, SitesModule],
  controllers: [FeedController],
  providers: [FeedRepository, MarkFeedSeen, ReadFeed],
})
export class FeedModule {}
