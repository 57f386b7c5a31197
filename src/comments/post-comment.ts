import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PostCommentRequest, PostedComment } from '../../contract/conversation';
import type { ReaderActor } from '../platform/access';
import { Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { Ids } from '../platform/time';
import { assertMayReplyTo, assertTakesComments, statusOfNewText } from './comment.policy';
import { type CommentText, readCommentText } from './comment-text';
import { ClientIdReused } from './comments.errors';
import { AlreadyPosted, CommentsRepository, ModeChanged, type NewComment, type ReplyContext } from './comments.repository';
import { DescribePosted } from './describe-posted';

interface Wanted {
  threadId: string;
  parentId: string | null;
  authorId: string;
  clientId: string;
}

/** Posts a comment or a reply: one read, then one transaction of one statement. */
@Injectable()
export class PostComment {
  constructor(
    private readonly comments: CommentsRepository,
    private readonly transactions: Transactions,
    private readonly describePosted: DescribePosted,
    private readonly ids: Ids,
  ) {}

  async execute(actor: ReaderActor, threadId: string, request: PostCommentRequest): Promise<PostedComment> {
    const parentId = request.parentId ?? null;
    const digest = createHash('sha256')
      .update(JSON.stringify([threadId, parentId, request.text]))
      .digest();
    const wanted = { threadId, parentId, authorId: actor.readerId, clientId: request.clientId };
    return this.attempt(wanted, { digest, source: request.text, triesLeft: 3 });
  }

  /** Decides by what it reads and writes by what it decided; when that does not hold any more at the moment of writing, it decides again. */
  private async attempt(wanted: Wanted, given: { digest: Buffer; source: string; triesLeft: number }): Promise<PostedComment> {
    const { digest, source, triesLeft } = given;
    const context = await this.comments.findReplyContext(wanted);
    if (context === undefined) throw new NotFound();
    if (context.earlier !== undefined) return this.answerAgain(context.earlier, digest);
    const text = readCommentText(source);
    assertTakesComments(context.thread.mode);
    if (wanted.parentId !== null) assertMayReplyTo(context.parent ?? { status: 'removed', depth: 0 });
    const comment = this.newComment({ ...wanted, digest, text, parent: context.parent });
    try {
      return statusOfNewText(context.thread.mode) === 'held'
        ? await this.hold(comment, { text, context })
        : await this.publish(comment, { text, context });
    } catch (error) {
      const isOvertaken = error instanceof AlreadyPosted || error instanceof ModeChanged;
      if (!isOvertaken || triesLeft === 0) throw error;
      return this.attempt(wanted, { ...given, triesLeft: triesLeft - 1 });
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
    const inserted = await this.transactions.runStatement((tx) => this.comments.insertPublished(tx, comment, context.modeSeq));
    return this.describePosted.published({ ...comment, body: text.body }, { inserted, ...context });
  }

  private async hold(comment: NewComment, { text, context }: { text: CommentText; context: ReplyContext }): Promise<PostedComment> {
    const { postedAt } = await this.transactions.runStatement((tx) => this.comments.insertHeld(tx, comment, context.modeSeq));
    return this.describePosted.held({ ...comment, body: text.body }, { postedAt, state: context.thread });
  }

  private async answerAgain(earlier: NonNullable<ReplyContext['earlier']>, digest: Buffer): Promise<PostedComment> {
    if (!earlier.digest.equals(digest)) throw new ClientIdReused();
    return this.describePosted.stored(earlier.comment);
  }
}
