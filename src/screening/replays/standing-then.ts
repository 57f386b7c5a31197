import type { ScreeningSettings } from '../../../contract/screening';
import { good, type Standing } from '../standing';

/** What is known of the author of a comment at the time it was posted. */
export interface StandingThen {
  /** Now: since when, nobody keeps. */
  isStaff: boolean;
  accountHours: number;
  /** Of their comments, as many as are asked for. */
  published: number;
  /** In the days of the rules before, and of those after. */
  rejectedBefore: number;
  rejectedAfter: number;
}

/** As `standing.ts` says it of the present. Texts that are almost the same are left out: they are kept for a day only. */
export function standingThen(
  { isStaff, accountHours, published }: StandingThen,
  rejected: number,
  { newReaderComments, newReaderHours, rejections }: ScreeningSettings,
): Standing {
  if (isStaff) return good;
  return {
    ...good,
    // An imported comment can be older than the account it belongs to.
    isNewReader: (newReaderHours > 0 && accountHours < newReaderHours) || published < newReaderComments,
    isOftenRejected: rejections > 0 && rejected >= rejections,
  };
}
