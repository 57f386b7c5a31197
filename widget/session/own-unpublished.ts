import type { OwnComment } from '../../contract/conversation';
import type { SessionState } from './session';

const worthShowingMilliseconds = 7 * 24 * 60 * 60_000;

/** Own comments that others do not see, and are worth showing: those that are on screen, or those that wait until the reader asks. The oldest first. */
export function ownUnpublished({ unpublished, shown }: SessionState, now: number, isShown: boolean): OwnComment[] {
  return unpublished
    .filter((own) => shown.has(own.id) === isShown && isWorthShowing(own, now))
    .sort((one, other) => Date.parse(one.postedAt) - Date.parse(other.postedAt));
}

function isWorthShowing({ status, postedAt }: OwnComment, now: number): boolean {
  return status === 'held' || (status !== 'withdrawn' && now - Date.parse(postedAt) < worthShowingMilliseconds);
}
