/**
 * What the caller follows of what one thread shows, and what they do not want to see in it. Whether they follow a reader is told where that is shown: by profiles
 * and lists.
 */
export interface FollowingInThread {
  followsThread: boolean;
  followsSection: boolean;
  /** Comments of the thread whose conversations they follow. */
  conversations: string[];
  /** All whom they muted or blocked. */
  muted: string[];
  words: string[];
}
