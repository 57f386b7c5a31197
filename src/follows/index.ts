export { FollowsModule } from './follows.module';
export { isBlockedSql, isMutedSql, MutesRepository } from './mutes.repository';
