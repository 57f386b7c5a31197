/** What the caller follows of what one thread shows, and what they do not want to see in it. */
export interface FollowingInThread {
  followsThread: boolean;
  followsSection: boolean;
  /** Comments of the thread whose conversations they follow. */
  conversations: string[];
  /** All that they follow on the site, so that names can show it. */
  readers: string[];
  /** All whom they muted or blocked. */
  muted: string[];
  words: string[];
}
