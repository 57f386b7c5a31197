import { Injectable } from '@nestjs/common';
import type { EditCommentRequest, PostedComment } from '../../contract/conversation';
import type { ReaderActor } from '../platform/access';
import { type Transaction, Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { Clock, Ids } from '../platform/time';
import { AlikeInTurn, assertMayBeSent, type Draft, ScreenDraft, textShape } from '../screening';
import { ThreadsRepository, takeChanges } from '../threads';
import { ChangeCommentStatus } from './change-comment-status';
import type { Comment } from './comment';
import { assertIsAuthor, assertMayEdit, assertTakesComments, hasEdit, statusOfNewText } from './comment.policy';
import { readCommentText } from './comment-text';
import { CommentsRepository } from './comments.repository';
import { DescribePosted } from './describe-posted';
import { PicksRepository } from './picks.repository';
import { noteQueueMoved } from './queue-notice';

/** Replaces the text of a comment within the edit window; the text before is kept. Sending the same edit again changes nothing. */
@Injectable()
export class EditComment {
  constructor(
    private readonly comments: CommentsRepository,
    private readonly threads: ThreadsRepository,
    private readonly changeStatus: ChangeCommentStatus,
    private readonly picks: PicksRepository,
    private readonly screenDraft: ScreenDraft,
    private readonly alikeInTurn: AlikeInTurn,
    private readonly describePosted: DescribePosted,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute(actor: ReaderActor, id: string, request: EditCommentRequest): Promise<PostedComment> {
    const found = await this.comments.findComment(id);
    if (found === undefined || (!found.visible && found.authorId !== actor.readerId)) throw new NotFound();
    assertIsAuthor(actor.readerId, found);
    const { text, body } = readCommentText(request.text);
    const draft = { commentId: id, threadId: found.threadId, authorId: found.authorId, text, body };
    const edited = await this.alikeInTurn.run(textShape(body), () => this.replace(found, draft, request));
    return this.describePosted.stored(edited);
  }

  private async replace(found: Comment, draft: Draft, request: EditCommentRequest): Promise<Comment> {
    const screened = await this.screenDraft.execute(draft);
    const { text } = draft;
    const attempt = { revision: request.revision, text, now: this.clock.now() };
    return this.transactions.run(async (tx) => {
      const mode = await this.threads.lockMode(tx, found.threadId);
      const comment = await this.comments.lockComment(tx, found.id);
      if (hasEdit(comment, attempt)) return comment;
      assertTakesComments(mode);
      assertMayEdit(comment, attempt);
      if (comment.text === text) return comment;
      const isPremoderated = statusOfNewText(mode) === 'held';
      const isHeldAnyway = isPremoderated || comment.status === 'held';
      assertMayBeSent(screened.findings, { sendAnyway: request.sendAnyway ?? false, isHeldAnyway });
      const changed = await this.replaceText(tx, comment, draft);
      await this.screenDraft.keep(tx, { ...draft, revision: changed.revision }, screened);
      if (changed.status === 'held') await noteQueueMoved(tx, changed.threadId);
      return isPremoderated || screened.findings.length > 0 ? this.changeStatus.execute(tx, changed, 'held') : changed;
    });
  }

  private async replaceText(tx: Transaction, comment: Comment, { text, body }: Draft): Promise<Comment> {
    await this.comments.keepRevision(tx, comment);
    const seq = comment.visible ? (await takeChanges(tx, comment.threadId, { count: 1, comments: 0, act: 'edit' })).firstSeq : comment.seq;
    const changed = { ...comment, text, body, seq, revision: comment.revision + 1, pickedAt: null };
    await this.comments.updateText(tx, changed);
    if (comment.pickedAt !== null) await this.endPick(tx, changed);
    return changed;
  }

  /** The newsroom picked another text than this. */
  private async endPick(tx: Transaction, { id: commentId, revision, authorId: changedBy }: Comment): Promise<void> {
    await this.picks.insertChange(tx, { id: this.ids.next(), commentId, revision, changedBy }, 'ended');
  }
}
