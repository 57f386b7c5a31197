export { FollowingInThreadRepository } from './following-in-thread.repository';
export { areListsPublicSql } from './following-settings.repository';
export { FollowsModule } from './follows.module';
export { cameAtSql } from './follows.repository';
export { isBlockedSql, isMutedSql, MutesRepository } from './mutes.repository';
export { isKnownOnSiteSql } from './subjects.repository';
