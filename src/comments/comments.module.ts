import { Module } from '@nestjs/common';
import { ThreadsModule } from '../threads';
import { ChangeCommentStatus } from './change-comment-status';
import { CommentsController } from './comments.controller';
import { CommentsRepository } from './comments.repository';
import { CountReactions } from './count-reactions';
import { DescribePosted } from './describe-posted';
import { EditComment } from './edit-comment';
import { ListComments } from './list-comments';
import { ListOwnComments } from './list-own-comments';
import { PagesRepository } from './pages.repository';
import { PostComment } from './post-comment';
import { WithdrawComment } from './withdraw-comment';

@Module({
  imports: [ThreadsModule],
  controllers: [CommentsController],
  providers: [
    ChangeCommentStatus,
    CommentsRepository,
    CountReactions,
    DescribePosted,
    EditComment,
    ListComments,
    ListOwnComments,
    PagesRepository,
    PostComment,
    WithdrawComment,
  ],
  exports: [CountReactions, ListOwnComments],
})
export class CommentsModule {}
