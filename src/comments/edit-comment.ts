import { Injectable } from '@nestjs/common';
import type { EditCommentRequest, PostedComment } from '../../contract/conversation';
import type { ReaderActor } from '../platform/access';
import { Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { Clock } from '../platform/time';
import { ThreadsRepository, takeChanges } from '../threads';
import { ChangeCommentStatus } from './change-comment-status';
import { assertIsAuthor, assertMayEdit, assertTakesComments, hasEdit, statusOfNewText } from './comment.policy';
import { readCommentText } from './comment-text';
import { CommentsRepository } from './comments.repository';
import { DescribePosted } from './describe-posted';

/** Replaces the text of a comment within the edit window; the text before is kept. Sending the same edit again changes nothing. */
@Injectable()
export class EditComment {
  constructor(
    private readonly comments: CommentsRepository,
    private readonly threads: ThreadsRepository,
    private readonly changeStatus: ChangeCommentStatus,
    private readonly describePosted: DescribePosted,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async execute(actor: ReaderActor, id: string, request: EditCommentRequest): Promise<PostedComment> {
    const found = await this.comments.findComment(id);
    if (found === undefined || (!found.visible && found.authorId !== actor.readerId)) throw new NotFound();
    assertIsAuthor(actor.readerId, found);
    const { text, body } = readCommentText(request.text);
    const attempt = { revision: request.revision, text, now: this.clock.now() };
    const edited = await this.transactions.run(async (tx) => {
      const mode = await this.threads.lockMode(tx, found.threadId);
      const comment = await this.comments.lockComment(tx, id);
      if (hasEdit(comment, attempt)) return comment;
      assertTakesComments(mode);
      assertMayEdit(comment, attempt);
      if (comment.text === text) return comment;
      await this.comments.keepRevision(tx, comment);
      const seq = comment.visible
        ? (await takeChanges(tx, comment.threadId, { count: 1, comments: 0, act: 'edit' })).firstSeq
        : comment.seq;
      const changed = { ...comment, text, body, seq, revision: comment.revision + 1 };
      await this.comments.updateText(tx, changed);
      return statusOfNewText(mode) === 'held' ? this.changeStatus.execute(tx, changed, 'held') : changed;
    });
    return this.describePosted.stored(edited);
  }
}
