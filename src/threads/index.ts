export {
  lockThread,
  noteNewCommentSql,
  type TakenChanges,
  type ThreadStateRow,
  takeChanges,
  threadState,
  threadStateColumns,
  threadStateTables,
} from './change-log';
export { effectiveMode, type Thread } from './thread';
export { threadView } from './thread.view';
export { ThreadsModule } from './threads.module';
export { ThreadsRepository } from './threads.repository';
