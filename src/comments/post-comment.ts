import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PostCommentRequest, PostedComment } from '../../contract/conversation';
import type { ReaderActor } from '../platform/access';
import { type Transaction, Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { Ids } from '../platform/time';
import { AlikeInTurn, assertMayBeSent, type Draft, ScreenDraft, type Screened } from '../screening';
import { OpenThreads } from '../threads';
import { assertMayReplyTo, assertTakesComments, statusOfNewText } from './comment.policy';
import { readCommentText } from './comment-text';
import { ClientIdReused, ParentGone, SlowMode } from './comments.errors';
import {
  AlreadyPosted,
  CommentsRepository,
  type DecidedBy,
  type Inserted,
  type NewComment,
  Overtaken,
  type ReplyContext,
} from './comments.repository';
import { DescribePosted, type HeldThen } from './describe-posted';
import { noteQueueMoved } from './queue-notice';
import { SlowModeRepository } from './slow-mode.repository';

interface Wanted {
  threadId: string;
  parentId: string | null;
  authorId: string;
  clientId: string;
  digest: Buffer;
  source: string;
  sendAnyway: boolean;
}

/** Read, with its place among the requests. */
type WantedDraft = Wanted & Draft;

/** What was decided by a thread's mode and by the rules of its site is written only while those are the same. */
@Injectable()
export class PostComment {
  constructor(
    private readonly comments: CommentsRepository,
    private readonly slowMode: SlowModeRepository,
    private readonly openThreads: OpenThreads,
    private readonly screenDraft: ScreenDraft,
    private readonly alikeInTurn: AlikeInTurn,
    private readonly transactions: Transactions,
    private readonly describePosted: DescribePosted,
    private readonly ids: Ids,
  ) {}

  /**
   * Posts a comment or a reply. To a thread that is known to be open, a text in which nothing is found is one transaction of one statement, which
   * does nothing when something stands against it; what that is, reads tell, and the statement is sent again when it should be.
   */
  async execute(actor: ReaderActor, threadId: string, request: PostCommentRequest): Promise<PostedComment> {
    const { clientId, text: source, parentId = null, sendAnyway = false } = request;
    const digest = createHash('sha256')
      .update(JSON.stringify([threadId, parentId, source]))
      .digest();
    const wanted = { threadId, parentId, authorId: actor.readerId, clientId, digest, source, sendAnyway };
    return (await this.publishUnread(wanted)) ?? this.decide(wanted, 3);
  }

  /** Undefined when something stands against it, or may. */
  private async publishUnread(wanted: Wanted): Promise<PostedComment | undefined> {
    const thread = this.openThreads.find(wanted.threadId);
    if (thread === undefined) return undefined;
    const draft = this.draftOf(wanted);
    const screened = this.screenDraft.byText(draft, thread.siteId);
    if (screened === undefined || screened.findings.length > 0) return undefined;
    try {
      return await this.publish(draft, { ...thread, screened });
    } catch (error) {
      // What was posted long ago and comes again is told apart by a read.
      if (isOvertaken(error) || error instanceof SlowMode) return undefined;
      throw error;
    }
  }

  /** Decides by what it reads and writes by what it decided; when that does not hold any more at the moment of writing, it decides again. */
  private async decide(wanted: Wanted, triesLeft: number): Promise<PostedComment> {
    const context = await this.comments.findReplyContext(wanted);
    if (context === undefined) throw new NotFound();
    const { siteId, thread, parent, earlier, modeSeq, closesAt } = context;
    this.openThreads.learn(wanted.threadId, { siteId, ...thread, closesAt, modeSeq });
    if (earlier !== undefined) return this.answerAgain(earlier, wanted.digest);
    const draft = this.draftOf(wanted);
    assertTakesComments(thread.mode);
    if (wanted.parentId !== null) assertMayReplyTo(parent ?? { status: 'removed', depth: 0, isAuthorBlocking: false });
    const screened = await this.screenDraft.execute(draft);
    const isPremoderated = statusOfNewText(thread.mode) === 'held';
    assertMayBeSent(screened.findings, { sendAnyway: wanted.sendAnyway, isHeldAnyway: isPremoderated });
    try {
      return isPremoderated || screened.findings.length > 0
        ? await this.hold(draft, { context, screened })
        : await this.publish(draft, { ...thread, modeSeq, screened });
    } catch (error) {
      if (!isOvertaken(error) || triesLeft === 0) throw error;
      return this.decide(wanted, triesLeft - 1);
    }
  }

  private draftOf(wanted: Wanted): WantedDraft {
    return { commentId: this.ids.next(), ...wanted, ...readCommentText(wanted.source) };
  }

  private async publish(draft: WantedDraft, decidedBy: DecidedBy & HeldThen): Promise<PostedComment> {
    const comment = newComment(draft);
    const insert = (tx: Transaction): Promise<Inserted> => this.comments.insertPublished(tx, comment, decidedBy);
    const { slowSeconds, screened } = decidedBy;
    const inserted = await this.alikeInTurn.run(screened.shape, () =>
      slowSeconds === undefined
        ? this.transactions.runStatement(insert)
        : this.transactions.run(async (tx) => {
            await this.takeTurn(tx, draft, slowSeconds);
            return insert(tx);
          }),
    );
    return this.describePosted.published({ ...comment, body: draft.body }, inserted, decidedBy);
  }

  /** Before the lock of the thread, so that who has to wait keeps nobody waiting. @throws SlowMode */
  private async takeTurn(tx: Transaction, draft: WantedDraft, slowSeconds: number): Promise<void> {
    const waitSeconds = await this.slowMode.notePost(tx, draft, slowSeconds);
    if (waitSeconds !== undefined) throw new SlowMode(waitSeconds);
  }

  private async hold(draft: WantedDraft, { context, screened }: { context: ReplyContext; screened: Screened }): Promise<PostedComment> {
    const { parent, modeSeq, thread } = context;
    const comment = { ...newComment(draft), rootId: parent?.rootId ?? draft.commentId, depth: parent === undefined ? 0 : parent.depth + 1 };
    const { postedAt } = await this.transactions.run(async (tx) => {
      if (thread.slowSeconds !== undefined) await this.takeTurn(tx, draft, thread.slowSeconds);
      const inserted = await this.comments.insertHeld(tx, comment, modeSeq);
      await this.screenDraft.keep(tx, { ...draft, revision: 1 }, screened);
      await noteQueueMoved(tx, draft.threadId);
      return inserted;
    });
    return this.describePosted.held({ ...comment, body: draft.body }, { postedAt, state: thread });
  }

  private async answerAgain(earlier: NonNullable<ReplyContext['earlier']>, digest: Buffer): Promise<PostedComment> {
    if (!earlier.digest.equals(digest)) throw new ClientIdReused();
    return this.describePosted.stored(earlier.comment);
  }
}

/** A parent may take no reply any more because it is gone, or because its author blocked who replies: a read tells. */
function isOvertaken(error: unknown): boolean {
  return error instanceof AlreadyPosted || error instanceof Overtaken || error instanceof ParentGone;
}

function newComment({ commentId: id, threadId, parentId, authorId, clientId, digest, text, body }: WantedDraft): NewComment {
  return { id, threadId, parentId, authorId, clientId, digest, text, body: JSON.stringify(body) };
}
