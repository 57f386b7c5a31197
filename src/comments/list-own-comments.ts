import { Injectable } from '@nestjs/common';
import type { OwnComment } from '../../contract/conversation';
import { ownComment } from './comment.view';
import { CommentsRepository } from './comments.repository';

/** What a reader wrote in a thread and others do not see. */
@Injectable()
export class ListOwnComments {
  constructor(private readonly comments: CommentsRepository) {}

  async unpublished(threadId: string, readerId: string): Promise<OwnComment[]> {
    return (await this.comments.listUnpublished(threadId, readerId)).map(ownComment);
  }
}
