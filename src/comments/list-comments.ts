import { Injectable } from '@nestjs/common';
import type { Changes, CommentOrder, CommentPage, MissedChanges, Permalink, RepliesPage } from '../../contract/conversation';
import { limits } from '../../contract/limits';
import { NotFound } from '../platform/http';
import { Clock } from '../platform/time';
import { ThreadsRepository, threadView } from '../threads';
import { invalidCursor, readCursor, writeCursor } from './comment-order';
import { CommentsRepository } from './comments.repository';
import { PagesRepository } from './pages.repository';

/** What everybody may read of a thread; the same for every reader. */
@Injectable()
export class ListComments {
  constructor(
    private readonly pages: PagesRepository,
    private readonly comments: CommentsRepository,
    private readonly threads: ThreadsRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, InvalidRequest */
  async page(threadId: string, order: CommentOrder, cursorText?: string): Promise<CommentPage> {
    const cursor = cursorText === undefined ? undefined : readCursor(order, cursorText);
    const { state, comments, next } = await this.pages.readPage(threadId, order, cursor);
    if (cursor !== undefined && cursor.startedAt > state.head) throw invalidCursor();
    const startedAt = cursor?.startedAt ?? state.head;
    const startedTime = cursor?.startedTime ?? this.clock.now().getTime();
    return { thread: state, comments, nextCursor: next === undefined ? null : writeCursor({ order, startedAt, startedTime, ...next }) };
  }

  async replies(parentId: string, after?: string): Promise<RepliesPage> {
    const parent = await this.visible(parentId);
    const { state, comments, hasMore } = await this.pages.readReplies(parent.threadId, parentId, after);
    return { thread: state, comments, hasMore };
  }

  async permalink(id: string): Promise<Permalink> {
    const found = await this.visible(id);
    const thread = await this.threads.findThread(found.threadId);
    const { state, comments } = await this.pages.findWithAncestors(found.threadId, id);
    const comment = comments.at(-1);
    if (thread === undefined || comment?.id !== id) throw new NotFound();
    const { comments: replies } = await this.pages.readReplies(found.threadId, id);
    return { thread: threadView(thread, this.clock.now()), state, ancestors: comments.slice(0, -1), comment, replies };
  }

  async changes(threadId: string, after: number): Promise<Changes> {
    const { state, changes } = await this.pages.readChanges(threadId, after);
    return changes.length > limits.changes.maxBehind || after > state.head ? this.missed(threadId, after) : { state, changes };
  }

  private async missed(threadId: string, after: number): Promise<MissedChanges> {
    const { state, changes } = await this.pages.readMissed(threadId, after);
    const to = changes[limits.changes.maxBehind - 1]?.seq ?? state.head;
    return { state, reload: true, changes, to };
  }

  private async visible(id: string): Promise<{ threadId: string }> {
    const comment = await this.comments.findComment(id);
    if (comment === undefined || !comment.visible) throw new NotFound();
    return comment;
  }
}
