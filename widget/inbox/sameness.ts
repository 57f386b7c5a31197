import type { FeedItem, InboxItem } from '../../contract/inbox';
import type { Sameness } from './news-list';

/** What is the same thing in the inbox and in the feed, though more of it may have happened. */
export const sameness: Sameness<InboxItem | FeedItem> = {
  keyOf: (item) => ('kind' in item ? keyOfNotification(item) : item.comment.id),
  timeOf: ({ at }) => at,
};

/** Replies to one comment are one, and mentions in one thread. */
function keyOfNotification(item: InboxItem): string {
  if (item.kind === 'reply') return `reply ${item.newest.comment.parentId}`;
  if (item.kind === 'mention') return `mention ${item.newest.thread.id}`;
  return item.id;
}
