import type { OwnComment } from '../../contract/conversation';

const worthShowingMilliseconds = 7 * 24 * 60 * 60_000;

/** Whether a comment that others do not see is still shown to who wrote it. */
export function isShownToAuthor({ status, postedAt }: OwnComment, now: number): boolean {
  return status === 'held' || (status !== 'withdrawn' && now - Date.parse(postedAt) < worthShowingMilliseconds);
}
