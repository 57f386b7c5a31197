import { Module } from '@nestjs/common';
import { AnnouncementsModule } from '../announcements';
import { CommentsModule } from '../comments';
import { FollowsModule } from '../follows';
import { SitesModule } from '../sites';
import { CountNews } from './count-news';
import { InboxController } from './inbox.controller';
import { InboxRepository } from './inbox.repository';
import { ListInbox } from './list-inbox';
import { MarkRead } from './mark-read';
import { ShownItems } from './shown-items';

@Module({
  imports: [AnnouncementsModule, CommentsModule, FollowsModule, SitesModule],
  controllers: [InboxController],
  providers: [CountNews, InboxRepository, ListInbox, MarkRead, ShownItems],
  exports: [CountNews],
})
export class InboxModule {}
