import { Injectable } from '@nestjs/common';
import type { MyCommentsPage, OwnComment } from '../../contract/conversation';
import { limits } from '../../contract/limits';
import { pageOf, readTimeCursor } from '../platform/http';
import { ownComment } from './comment.view';
import { CommentsRepository } from './comments.repository';

/** What a reader wrote. */
@Injectable()
export class ListOwnComments {
  constructor(private readonly comments: CommentsRepository) {}

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
}
