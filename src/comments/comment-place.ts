import { readTimeCursor, writeTimeCursor } from '../platform/http';

/** A place in a list of comments that is ordered by time. */
export interface CommentPlace {
  postedAt: string;
  id: string;
}

export function writeCommentPlace({ postedAt, id }: CommentPlace): string {
  return writeTimeCursor({ at: postedAt, id });
}

/** Undefined for the first page. @throws InvalidRequest */
export function readCommentPlace(cursor?: string): CommentPlace | undefined {
  const place = readTimeCursor(cursor);
  return place && { postedAt: place.at, id: place.id };
}
