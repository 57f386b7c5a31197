import { limits } from '../../contract/limits';
import { FollowRefused, Oneself, ReaderBlocked, TooManyFollows, TooManyMutes } from './follows.errors';

/** Where a reader stands to something they want to follow. */
export interface FollowStanding {
  /** How much they follow on the site. */
  followCount: number;
  /** It is a reader, who blocked them. */
  isBlockedBy: boolean;
  /** It is a reader, whom they blocked. */
  hasBlocked: boolean;
}

/** @throws Oneself */
export function assertIsSomebodyElse(readerId: string, otherId: string): void {
  if (readerId === otherId) throw new Oneself();
}

/** What the caller did themselves comes first: it is theirs to change. @throws ReaderBlocked, FollowRefused, TooManyFollows */
export function assertMayFollow({ followCount, isBlockedBy, hasBlocked }: FollowStanding): void {
  if (hasBlocked) throw new ReaderBlocked();
  if (isBlockedBy) throw new FollowRefused();
  if (followCount >= limits.follow.maxPerReader) throw new TooManyFollows();
}

/** @throws TooManyMutes */
export function assertMayMuteMore(muteCount: number): void {
  if (muteCount >= limits.follow.maxMutes) throw new TooManyMutes();
}
