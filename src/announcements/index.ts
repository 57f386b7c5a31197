export { type Announced, announcedChannel, noteAnnounced, readAnnounced } from './announced';
export { AnnouncementsModule } from './announcements.module';
export { CountFollowing } from './count-following';
export { beginningOfFeed, feedRowsSql } from './feed-rows';
export { type Activity, OnlineFollowers } from './online-followers.repository';
