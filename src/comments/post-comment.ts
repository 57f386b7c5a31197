import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PostCommentRequest, PostedComment } from '../../contract/conversation';
import type { ReaderActor } from '../platform/access';
import { Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { Clock, Ids } from '../platform/time';
import { effectiveMode } from '../threads';
import { assertMayReplyTo, assertTakesComments, statusOfNewText } from './comment.policy';
import { type CommentText, readCommentText } from './comment-text';
import { ClientIdReused } from './comments.errors';
import { AlreadyPosted, CommentsRepository, type NewComment, type ReplyContext } from './comments.repository';
import { DescribePosted } from './describe-posted';

/** Posts a comment or a reply: one read, then one transaction of one statement. */
@Injectable()
export class PostComment {
  constructor(
    private readonly comments: CommentsRepository,
    private readonly transactions: Transactions,
    private readonly describePosted: DescribePosted,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute(actor: ReaderActor, threadId: string, request: PostCommentRequest): Promise<PostedComment> {
    const parentId = request.parentId ?? null;
    const digest = createHash('sha256')
      .update(JSON.stringify([threadId, parentId, request.text]))
      .digest();
    const wanted = { threadId, parentId, authorId: actor.readerId, clientId: request.clientId };
    const context = await this.comments.findReplyContext(wanted);
    if (context === undefined) throw new NotFound();
    if (context.earlier !== undefined) return this.answerAgain(context.earlier, digest);
    const text = readCommentText(request.text);
    const mode = effectiveMode(context.thread, this.clock.now());
    assertTakesComments(mode);
    if (parentId !== null) assertMayReplyTo(context.parent ?? { status: 'removed', depth: 0 });
    const comment = this.newComment({ ...wanted, digest, text, parent: context.parent });
    try {
      return statusOfNewText(mode) === 'held' ? await this.hold(comment, text) : await this.publish(comment, { text, context });
    } catch (error) {
      if (!(error instanceof AlreadyPosted)) throw error;
      const earlier = (await this.comments.findReplyContext(wanted))?.earlier;
      if (earlier === undefined) throw error;
      return this.answerAgain(earlier, digest);
    }
  }

  private newComment(given: {
    threadId: string;
    authorId: string;
    clientId: string;
    digest: Buffer;
    text: CommentText;
    parent: ReplyContext['parent'];
  }): NewComment {
    const id = this.ids.next();
    const { parent, text, ...rest } = given;
    return {
      id,
      ...rest,
      parentId: parent?.id ?? null,
      rootId: parent?.rootId ?? id,
      depth: parent === undefined ? 0 : parent.depth + 1,
      text: text.text,
      body: JSON.stringify(text.body),
    };
  }

  private async publish(comment: NewComment, { text, context }: { text: CommentText; context: ReplyContext }): Promise<PostedComment> {
    const inserted = await this.transactions.runStatement((tx) => this.comments.insertPublished(tx, comment));
    return this.describePosted.published({ ...comment, body: text.body }, { inserted, ...context });
  }

  private async hold(comment: NewComment, text: CommentText): Promise<PostedComment> {
    const { postedAt } = await this.transactions.runStatement((tx) => this.comments.insertHeld(tx, comment));
    return this.describePosted.held({ ...comment, body: text.body }, postedAt);
  }

  private async answerAgain(earlier: NonNullable<ReplyContext['earlier']>, digest: Buffer): Promise<PostedComment> {
    if (!earlier.digest.equals(digest)) throw new ClientIdReused();
    return this.describePosted.stored(earlier.comment);
  }
}
