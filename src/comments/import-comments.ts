import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database';
import { Ids } from '../platform/time';
import { lockThread, ThreadsRepository, takeChanges } from '../threads';
import { readCommentText } from './comment-text';
import { type ImportedCommentRow, ImportedCommentsRepository, type ImportedRevisionRow } from './imported-comments.repository';
import { type ImportedComment, type PlacedComment, placeComments } from './imported-conversation';

/** Brings comments that exist already, with their own times, into a thread; numbers and counters are as if they had been posted here. */
@Injectable()
export class ImportComments {
  constructor(
    private readonly imported: ImportedCommentsRepository,
    private readonly threads: ThreadsRepository,
    private readonly ids: Ids,
  ) {}

  /** Whether the thread has no comment at all; it gets none from others until the transaction ends. */
  async lockEmpty(tx: Transaction, threadId: string): Promise<boolean> {
    await lockThread(tx, threadId);
    return !(await this.imported.hasComments(tx, threadId));
  }

  /**
   * All of `comments` or, when it throws, none. Parents come before their replies.
   * @throws CommentEmpty, CommentTooLong
   */
  async execute(tx: Transaction, threadId: string, comments: readonly ImportedComment[]): Promise<void> {
    const byTime = placeComments(comments).sort((one, other) => postedAt(one).getTime() - postedAt(other).getTime());
    const published = byTime.filter((comment) => !comment.isWithdrawn).length;
    const visible = byTime.filter((comment) => comment.isVisible);
    const { firstSeq } = await takeChanges(tx, threadId, { count: visible.length, comments: published, act: 'post' });
    const seqs = new Map(visible.map((comment, index) => [comment.id, firstSeq + index]));
    await this.imported.insertComments(
      tx,
      threadId,
      byTime.map((comment) => this.row(comment, seqs.get(comment.id) ?? null)),
    );
    await this.imported.insertRevisions(tx, byTime.flatMap(replacedTexts));
    const last = byTime.filter((comment) => !comment.isWithdrawn).at(-1);
    if (last !== undefined) await this.threads.noteLastComment(tx, threadId, postedAt(last));
  }

  private row(comment: PlacedComment, seq: number | null): ImportedCommentRow {
    const { text: source, at } = comment.texts.at(-1) ?? comment.texts[0];
    const { text, body } = readCommentText(source);
    return {
      id: comment.id,
      parent_id: comment.parentId,
      root_id: comment.rootId,
      depth: comment.depth,
      author_id: comment.authorId,
      client_id: this.ids.next(),
      status: comment.isWithdrawn ? 'withdrawn' : 'published',
      seq,
      revision: comment.texts.length,
      text,
      body,
      posted_at: postedAt(comment),
      edited_at: comment.texts.length > 1 ? at : null,
      reply_count: comment.replyCount,
    };
  }
}

function postedAt({ texts }: ImportedComment): Date {
  return texts[0].at;
}

function replacedTexts({ id, texts }: ImportedComment): ImportedRevisionRow[] {
  return texts.slice(1).map(({ at }, index) => {
    const { text } = readCommentText(texts[index]?.text ?? '');
    return { comment_id: id, revision: index + 1, text, replaced_at: at };
  });
}
