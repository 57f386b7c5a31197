import { Injectable } from '@nestjs/common';
import type { OwnComment } from '../../contract/conversation';
import { ownComment } from './comment.view';
import { CommentsRepository } from './comments.repository';
import { SlowModeRepository } from './slow-mode.repository';

/** What of a reader's comments in a thread concerns only them. */
@Injectable()
export class ListOwnComments {
  constructor(
    private readonly comments: CommentsRepository,
    private readonly slowMode: SlowModeRepository,
  ) {}

  async unpublished(threadId: string, readerId: string): Promise<OwnComment[]> {
    return (await this.comments.listUnpublished(threadId, readerId)).map(ownComment);
  }

  /** Seconds until the reader may post there again; null for whoever never has to wait. */
  async wait(threadId: string, authorId: string): Promise<number | null> {
    const wait = await this.slowMode.readWait({ threadId, authorId });
    return wait === undefined ? 0 : wait;
  }
}
