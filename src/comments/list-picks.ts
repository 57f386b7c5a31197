import { Injectable } from '@nestjs/common';
import type { CommentPage } from '../../contract/conversation';
import { Representation } from '../platform/http';
import { isTime } from '../platform/time';
import { HeadCache } from '../threads';
import { invalidCursor } from './comment-order';
import { PagesRepository, type PickPlace } from './pages.repository';

const cursorShape = /^picks\|([^|]+)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The picks of a thread, the newest first: built once for everybody while the thread does not change. */
@Injectable()
export class ListPicks {
  constructor(
    private readonly pages: PagesRepository,
    private readonly cache: HeadCache,
  ) {}

  /** @throws NotFound, InvalidRequest */
  read(threadId: string, cursor?: string): Promise<Representation> {
    const after = cursor === undefined ? undefined : readCursor(cursor);
    return this.cache.read(threadId, JSON.stringify(['picks', after]), async () => {
      const { state, comments, next } = await this.pages.readPicks(threadId, after);
      const page: CommentPage = { thread: state, comments, nextCursor: next === undefined ? null : writeCursor(next) };
      return { head: state.head, representation: Representation.ofJson(page) };
    });
  }
}

function writeCursor({ pickedAt, id }: PickPlace): string {
  return Buffer.from(`picks|${pickedAt}|${id}`).toString('base64url');
}

/** @throws InvalidRequest */
function readCursor(text: string): PickPlace {
  const [, pickedAt, id] = cursorShape.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  if (pickedAt === undefined || id === undefined || !isTime(pickedAt)) throw invalidCursor();
  return { pickedAt, id };
}
