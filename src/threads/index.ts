export { articleKeysSchema, assertArticleKey, readArticleKeys } from './article';
export {
  lockThread,
  noteNewCommentSql,
  noteTaken,
  type TakenChanges,
  type ThreadStateRow,
  takeChanges,
  threadState,
  threadStateColumns,
  threadStateTables,
} from './change-log';
export { type Built, HeadCache } from './head-cache';
export { type ArticlePage, OpenThread } from './open-thread';
export { OpenThreads } from './open-threads';
export { RegisterThread } from './register-thread';
export type { Thread } from './thread';
export { type ThreadAct, type ThreadMoved, threadMoved } from './thread.events';
export { threadView } from './thread.view';
export { ThreadHeads } from './thread-heads';
export { UnknownOrigin } from './threads.errors';
export { ThreadsModule } from './threads.module';
export { ThreadsRepository } from './threads.repository';
