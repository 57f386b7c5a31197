import { InvalidRequest } from '../platform/http';
import { isTime } from '../platform/time';

/** A place in a list of comments that is ordered by time. */
export interface CommentPlace {
  postedAt: string;
  id: string;
}

const shape = /^([^|]+)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export function writeCommentPlace({ postedAt, id }: CommentPlace): string {
  return Buffer.from(`${postedAt}|${id}`).toString('base64url');
}

/** @throws InvalidRequest */
export function readCommentPlace(cursor: string): CommentPlace {
  const [, postedAt, id] = shape.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (postedAt === undefined || id === undefined || !isTime(postedAt))
    throw new InvalidRequest([{ field: 'cursor', detail: 'the cursor is not one of this list: begin at the first page' }]);
  return { postedAt, id };
}
