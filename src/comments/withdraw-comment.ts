import { Injectable } from '@nestjs/common';
import type { PostedComment } from '../../contract/conversation';
import type { ReaderActor } from '../platform/access';
import { Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { ChangeCommentStatus } from './change-comment-status';
import { assertIsAuthor, assertMayWithdraw } from './comment.policy';
import { CommentsRepository } from './comments.repository';
import { DescribePosted } from './describe-posted';

/** Takes an author's own comment back. Doing it twice is doing it once. */
@Injectable()
export class WithdrawComment {
  constructor(
    private readonly comments: CommentsRepository,
    private readonly changeStatus: ChangeCommentStatus,
    private readonly describePosted: DescribePosted,
    private readonly transactions: Transactions,
  ) {}

  async execute(actor: ReaderActor, id: string): Promise<PostedComment> {
    const found = await this.comments.findComment(id);
    if (found === undefined || (!found.visible && found.authorId !== actor.readerId)) throw new NotFound();
    assertIsAuthor(actor.readerId, found);
    const withdrawn = await this.transactions.run(async (tx) => {
      const comment = await this.changeStatus.lock(tx, found.threadId, id);
      assertMayWithdraw(comment);
      return this.changeStatus.execute(tx, comment, 'withdrawn');
    });
    return this.describePosted.stored(withdrawn);
  }
}
