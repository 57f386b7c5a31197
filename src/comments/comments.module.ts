import { Module, type OnModuleInit } from '@nestjs/common';
import { FollowsModule } from '../follows';
import { Transactions } from '../platform/database';
import { Jobs } from '../platform/jobs';
import { ScreeningModule } from '../screening';
import { ThreadsModule } from '../threads';
import { CachedPages } from './cached-pages';
import { ChangeCommentStatus } from './change-comment-status';
import { CommentsController } from './comments.controller';
import { CommentsRepository } from './comments.repository';
import { CommentsElsewhere } from './comments-elsewhere';
import { CountReactions } from './count-reactions';
import { DescribePosted } from './describe-posted';
import { EditComment } from './edit-comment';
import { ImportComments } from './import-comments';
import { ImportedCommentsRepository } from './imported-comments.repository';
import { ListComments } from './list-comments';
import { ListOwnComments } from './list-own-comments';
import { ListPicks } from './list-picks';
import { ModeratedCommentsRepository } from './moderated-comments.repository';
import { PagesRepository } from './pages.repository';
import { PickComment } from './pick-comment';
import { PicksController } from './picks.controller';
import { PicksRepository } from './picks.repository';
import { PostComment } from './post-comment';
import { SlowModeRepository } from './slow-mode.repository';
import { WithdrawComment } from './withdraw-comment';

@Module({
  imports: [FollowsModule, ScreeningModule, ThreadsModule],
  controllers: [CommentsController, PicksController],
  providers: [
    CachedPages,
    ChangeCommentStatus,
    CommentsElsewhere,
    CommentsRepository,
    CountReactions,
    DescribePosted,
    EditComment,
    ImportComments,
    ImportedCommentsRepository,
    ListComments,
    ListOwnComments,
    ListPicks,
    ModeratedCommentsRepository,
    PagesRepository,
    PickComment,
    PicksRepository,
    PostComment,
    SlowModeRepository,
    WithdrawComment,
  ],
  exports: [
    ChangeCommentStatus,
    CommentsElsewhere,
    CountReactions,
    ImportComments,
    ListComments,
    ListOwnComments,
    ModeratedCommentsRepository,
  ],
})
export class CommentsModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly comments: CommentsRepository,
    private readonly slowMode: SlowModeRepository,
  ) {}

  onModuleInit(): void {
    const run = (): Promise<void> =>
      this.transactions.run(async (tx) => {
        await this.comments.deleteSortPast(tx);
        await this.slowMode.deleteOld(tx);
      });
    this.jobs.define({ name: 'delete_sort_past', cron: '*/10 * * * *', run });
  }
}
