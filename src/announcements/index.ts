export { AnnouncementsModule } from './announcements.module';
export { CountFollowing } from './count-following';
export { beginningOfFeed, feedRowsSql } from './feed-rows';
