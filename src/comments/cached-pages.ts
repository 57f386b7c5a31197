import { Injectable } from '@nestjs/common';
import type { CommentOrder } from '../../contract/conversation';
import { Representation } from '../platform/http';
import { Clock } from '../platform/time';
import { HeadCache } from '../threads';
import { ListComments } from './list-comments';

/** The cursors of a page name the time it was read at, and are of full use for less than an hour. */
const validMilliseconds = 30 * 60_000;

/** Pages as they are sent: built once for everybody while the thread does not change. */
@Injectable()
export class CachedPages {
  constructor(
    private readonly listComments: ListComments,
    private readonly cache: HeadCache,
    private readonly clock: Clock,
  ) {}

  /** Tells whether a first page is still what everybody gets. */
  currency(threadId: string, order: CommentOrder, page: Representation): () => boolean {
    const name = nameOf(order);
    return () => this.cache.isCurrent(threadId, name, page);
  }

  read(threadId: string, order: CommentOrder, cursor?: string): Promise<Representation> {
    return this.cache.read(threadId, nameOf(order, cursor), async () => {
      const page = await this.listComments.page(threadId, order, cursor);
      return {
        head: page.thread.head,
        representation: Representation.ofJson(page),
        validUntil: new Date(this.clock.now().getTime() + validMilliseconds),
      };
    });
  }
}

function nameOf(order: CommentOrder, cursor?: string): string {
  return JSON.stringify(['page', order, cursor]);
}
