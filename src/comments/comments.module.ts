import { Module, type OnModuleInit } from '@nestjs/common';
import { Transactions } from '../platform/database';
import { Jobs } from '../platform/jobs';
import { ScreeningModule } from '../screening';
import { ThreadsModule } from '../threads';
import { CachedPages } from './cached-pages';
import { ChangeCommentStatus } from './change-comment-status';
import { CommentsController } from './comments.controller';
import { CommentsRepository } from './comments.repository';
import { CountReactions } from './count-reactions';
import { DescribePosted } from './describe-posted';
import { EditComment } from './edit-comment';
import { ImportComments } from './import-comments';
import { ImportedCommentsRepository } from './imported-comments.repository';
import { ListComments } from './list-comments';
import { ListOwnComments } from './list-own-comments';
import { ModeratedCommentsRepository } from './moderated-comments.repository';
import { PagesRepository } from './pages.repository';
import { PostComment } from './post-comment';
import { WithdrawComment } from './withdraw-comment';

@Module({
  imports: [ScreeningModule, ThreadsModule],
  controllers: [CommentsController],
  providers: [
    CachedPages,
    ChangeCommentStatus,
    CommentsRepository,
    CountReactions,
    DescribePosted,
    EditComment,
    ImportComments,
    ImportedCommentsRepository,
    ListComments,
    ListOwnComments,
    ModeratedCommentsRepository,
    PagesRepository,
    PostComment,
    WithdrawComment,
  ],
  exports: [ChangeCommentStatus, CountReactions, ImportComments, ListComments, ListOwnComments, ModeratedCommentsRepository],
})
export class CommentsModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly comments: CommentsRepository,
  ) {}

  onModuleInit(): void {
    const run = (): Promise<void> => this.transactions.run((tx) => this.comments.deleteSortPast(tx));
    this.jobs.define({ name: 'delete_sort_past', cron: '*/10 * * * *', run });
  }
}
