import type { TimePlace } from '../platform/http';
import type { LookedAt } from './listed-readers.repository';

/** Stands before every other id of its time, in a list that ends with the smallest. */
const greatestId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

function placeOf({ id, followedAt }: Pick<LookedAt, 'id' | 'followedAt'>): TimePlace {
  return { at: followedAt.toISOString(), id };
}

/**
 * Where a list goes on, by some of it that was looked at; undefined where that is nothing. Whoever is not listed is not named by it either, as a cursor can be
 * read: those of the same millisecond are looked at once more.
 */
export function placeAfter(looked: readonly Pick<LookedAt, 'id' | 'followedAt' | 'isListed'>[]): TimePlace | undefined {
  const last = looked.at(-1);
  if (last === undefined) return undefined;
  const { at } = placeOf(last);
  const listed = looked.findLast((row) => row.isListed && placeOf(row).at === at);
  return { at, id: listed?.id ?? greatestId };
}
