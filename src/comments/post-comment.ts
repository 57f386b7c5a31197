import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PostCommentRequest, PostedComment } from '../../contract/conversation';
import type { ReaderActor } from '../platform/access';
import { Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { Ids } from '../platform/time';
import { OpenThreads } from '../threads';
import { assertMayReplyTo, assertTakesComments, statusOfNewText } from './comment.policy';
import { type CommentText, readCommentText } from './comment-text';
import { ClientIdReused, ParentGone } from './comments.errors';
import { AlreadyPosted, CommentsRepository, ModeChanged, type NewComment, type Place, type ReplyContext } from './comments.repository';
import { DescribePosted } from './describe-posted';

interface Wanted {
  threadId: string;
  parentId: string | null;
  authorId: string;
  clientId: string;
  digest: Buffer;
  source: string;
}

/** What was decided by a thread's mode is written only while the thread has that mode. */
@Injectable()
export class PostComment {
  constructor(
    private readonly comments: CommentsRepository,
    private readonly openThreads: OpenThreads,
    private readonly transactions: Transactions,
    private readonly describePosted: DescribePosted,
    private readonly ids: Ids,
  ) {}

  /**
   * Posts a comment or a reply. To a thread that is known to be open it is one transaction of one statement, which does nothing when something
   * stands against it; what that is, one read tells, and the statement is sent again when it should be.
   */
  async execute(actor: ReaderActor, threadId: string, request: PostCommentRequest): Promise<PostedComment> {
    const { clientId, text: source, parentId = null } = request;
    const digest = createHash('sha256')
      .update(JSON.stringify([threadId, parentId, source]))
      .digest();
    const wanted = { threadId, parentId, authorId: actor.readerId, clientId, digest, source };
    const modeSeq = this.openThreads.modeSeqOf(threadId);
    return (modeSeq === undefined ? undefined : await this.publishUnread(wanted, modeSeq)) ?? this.decide(wanted, 3);
  }

  /** Undefined when something stands against it. */
  private async publishUnread(wanted: Wanted, modeSeq: string): Promise<PostedComment | undefined> {
    const text = readCommentText(wanted.source);
    try {
      return await this.publish(this.newComment(wanted, text), { text, modeSeq });
    } catch (error) {
      if (isOvertaken(error) || error instanceof ParentGone) return undefined;
      throw error;
    }
  }

  /** Decides by what it reads and writes by what it decided; when that does not hold any more at the moment of writing, it decides again. */
  private async decide(wanted: Wanted, triesLeft: number): Promise<PostedComment> {
    const context = await this.comments.findReplyContext(wanted);
    if (context === undefined) throw new NotFound();
    const { thread, parent, earlier, modeSeq, closesAt } = context;
    this.openThreads.learn(wanted.threadId, { mode: thread.mode, closesAt, modeSeq });
    if (earlier !== undefined) return this.answerAgain(earlier, wanted.digest);
    const text = readCommentText(wanted.source);
    assertTakesComments(thread.mode);
    if (wanted.parentId !== null) assertMayReplyTo(parent ?? { status: 'removed', depth: 0 });
    const comment = this.newComment(wanted, text);
    try {
      return statusOfNewText(thread.mode) === 'held'
        ? await this.hold({ ...comment, ...placeUnder(parent, comment.id) }, { text, context })
        : await this.publish(comment, { text, modeSeq });
    } catch (error) {
      if (!isOvertaken(error) || triesLeft === 0) throw error;
      return this.decide(wanted, triesLeft - 1);
    }
  }

  private newComment({ source: _, ...wanted }: Wanted, { text, body }: CommentText): NewComment {
    return { id: this.ids.next(), ...wanted, text, body: JSON.stringify(body) };
  }

  private async publish(comment: NewComment, { text, modeSeq }: { text: CommentText; modeSeq: string }): Promise<PostedComment> {
    const inserted = await this.transactions.runStatement((tx) => this.comments.insertPublished(tx, comment, modeSeq));
    return this.describePosted.published({ ...comment, body: text.body }, inserted);
  }

  private async hold(comment: NewComment & Place, { text, context }: { text: CommentText; context: ReplyContext }): Promise<PostedComment> {
    const { postedAt } = await this.transactions.runStatement((tx) => this.comments.insertHeld(tx, comment, context.modeSeq));
    return this.describePosted.held({ ...comment, body: text.body }, { postedAt, state: context.thread });
  }

  private async answerAgain(earlier: NonNullable<ReplyContext['earlier']>, digest: Buffer): Promise<PostedComment> {
    if (!earlier.digest.equals(digest)) throw new ClientIdReused();
    return this.describePosted.stored(earlier.comment);
  }
}

function isOvertaken(error: unknown): boolean {
  return error instanceof AlreadyPosted || error instanceof ModeChanged;
}

function placeUnder(parent: ReplyContext['parent'], ownId: string): Place {
  return parent === undefined ? { rootId: ownId, depth: 0 } : { rootId: parent.rootId, depth: parent.depth + 1 };
}
