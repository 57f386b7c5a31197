import { Injectable } from '@nestjs/common';
import type { CommentPage } from '../../contract/conversation';
import { Representation, readTimeCursor, writeTimeCursor } from '../platform/http';
import { HeadCache } from '../threads';
import { PagesRepository } from './pages.repository';

/** The picks of a thread, the newest first: built once for everybody while the thread does not change. */
@Injectable()
export class ListPicks {
  constructor(
    private readonly pages: PagesRepository,
    private readonly cache: HeadCache,
  ) {}

  /** @throws NotFound, InvalidRequest */
  read(threadId: string, cursor?: string): Promise<Representation> {
    const after = readTimeCursor(cursor);
    return this.cache.read(threadId, JSON.stringify(['picks', after]), async () => {
      const { state, comments, next } = await this.pages.readPicks(threadId, after);
      const page: CommentPage = { thread: state, comments, nextCursor: next === undefined ? null : writeTimeCursor(next) };
      return { head: state.head, representation: Representation.ofJson(page) };
    });
  }
}
