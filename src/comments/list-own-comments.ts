import { Injectable } from '@nestjs/common';
import type { MyCommentsPage, OwnComment } from '../../contract/conversation';
import { limits } from '../../contract/limits';
import { pageOf, readTimeCursor } from '../platform/http';
import { ownComment } from './comment.view';
import { CommentsRepository } from './comments.repository';
import { SlowModeRepository } from './slow-mode.repository';

/** What a reader wrote, and may write. */
@Injectable()
export class ListOwnComments {
  constructor(
    private readonly comments: CommentsRepository,
    private readonly slowMode: SlowModeRepository,
  ) {}

  /** In a thread, and others do not see it. */
  async unpublished(threadId: string, readerId: string): Promise<OwnComment[]> {
    return (await this.comments.listUnpublished(threadId, readerId)).map(ownComment);
  }

  /** Everywhere and of every status, newest first. @throws InvalidRequest */
  async everywhere(readerId: string, cursor?: string): Promise<MyCommentsPage> {
    const found = await this.comments.listByAuthor(readerId, { limit: limits.page.myComments + 1, before: readTimeCursor(cursor) });
    const { items: comments, nextCursor } = pageOf(found, limits.page.myComments, ({ postedAt: at, id }) => ({ at, id }));
    return { comments, nextCursor };
  }

  /** Seconds until the reader may post there again; null for whoever never has to wait. */
  async wait(threadId: string, authorId: string): Promise<number | null> {
    const wait = await this.slowMode.readWait({ threadId, authorId });
    return wait === undefined ? 0 : wait;
  }
}
