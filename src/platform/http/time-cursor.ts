import { isDateTime } from '../time';
import { InvalidRequest } from './http.errors';

/** A place in a list that is ordered by a time, and by id where two are of the same time. */
export interface TimePlace {
  /** ISO 8601, as exact as the list is ordered. */
  at: string;
  id: string;
}

/** Written with Z: of other offsets the database knows fewer than there are. */
const shape = /^([^|]+Z)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** What a client gives back to go on after that place. */
export function writeTimeCursor({ at, id }: TimePlace): string {
  return Buffer.from(`${at}|${id}`).toString('base64url');
}

/** Undefined for the first page. @throws InvalidRequest */
export function readTimeCursor(cursor?: string): TimePlace | undefined {
  if (cursor === undefined) return undefined;
  const [, at, id] = shape.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (at === undefined || id === undefined || !isDateTime(at))
    throw new InvalidRequest([{ field: 'cursor', detail: 'the cursor is not one of this list: begin at the first page' }]);
  return { at, id };
}

/** One page of a list that was asked for one more than `limit`, and the cursor of the next; `place` says where an item stands. */
export function pageOf<Item>(
  found: readonly Item[],
  limit: number,
  place: (item: Item) => TimePlace,
): { items: Item[]; nextCursor: string | null } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: found.length > items.length && last !== undefined ? writeTimeCursor(place(last)) : null };
}
