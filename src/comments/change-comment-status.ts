import { Injectable } from '@nestjs/common';
import type { CommentStatus } from '../../contract/conversation';
import type { Transaction } from '../platform/database';
import { lockThread, takeChanges } from '../threads';
import type { Comment } from './comment';
import { CommentsRepository } from './comments.repository';
import { noteQueueMoved } from './queue-notice';

/** The one way a status moves: counters, tombstones and the change log move with it. */
@Injectable()
export class ChangeCommentStatus {
  constructor(private readonly comments: CommentsRepository) {}

  /** The comment as it is under the lock of its thread, which the transaction then holds. */
  async lock(tx: Transaction, threadId: string, commentId: string): Promise<Comment> {
    await lockThread(tx, threadId);
    return this.comments.lockComment(tx, commentId);
  }

  /** `comment` must have been read under the lock of its thread, which the caller's transaction holds. */
  async execute(tx: Transaction, comment: Comment, status: CommentStatus): Promise<Comment> {
    if (comment.status === status) return comment;
    const visible = status === 'published' || comment.replyCount > 0;
    const changed: Comment = { ...comment, status, visible };
    if (visible || comment.visible) {
      const published = Number(status === 'published') - Number(comment.status === 'published');
      changed.seq = (await takeChanges(tx, comment.threadId, { count: 1, comments: published, act: status })).firstSeq;
    }
    await this.comments.updateStatus(tx, changed);
    if (visible !== comment.visible) await this.countOnParents(tx, changed, visible ? 1 : -1);
    if (comment.status === 'held' || status === 'held') await noteQueueMoved(tx, comment.threadId);
    return changed;
  }

  /** A reply that appears or goes is counted by its parent, which may itself appear or go as a tombstone, and so on up. */
  private async countOnParents(tx: Transaction, comment: Comment, by: 1 | -1): Promise<void> {
    let parentId = comment.parentId;
    while (parentId !== null) {
      const { firstSeq: seq } = await takeChanges(tx, comment.threadId, { count: 1, comments: 0, act: comment.status });
      const parent: Comment = await this.comments.moveReplyCount(tx, parentId, { by, seq });
      const becameVisible = by === 1 && parent.replyCount === 1;
      const becameHidden = by === -1 && parent.replyCount === 0;
      if (parent.status === 'published' || !(becameVisible || becameHidden)) return;
      parentId = parent.parentId;
    }
  }
}
