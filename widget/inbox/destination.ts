import type { ThreadView } from '../../contract/conversation';
import type { InboxItem } from '../../contract/inbox';
import type { MineTab } from '../decisions/mine';

/** Where an item of the inbox leads: to a comment, or to what is said of the reader. */
export type Destination = { commentId: string; thread: Pick<ThreadView, 'id' | 'title' | 'url'>; tab?: undefined } | { tab: MineTab };

export function destinationOf(item: InboxItem): Destination {
  switch (item.kind) {
    case 'reply':
    case 'mention':
      return { commentId: item.newest.comment.id, thread: item.newest.thread };
    case 'pick':
      return { commentId: item.comment.id, thread: item.comment.thread };
    case 'decision':
      // What is not public has reasons, and no place in the conversation.
      return item.outcome === 'published' ? { commentId: item.comment.id, thread: item.comment.thread } : { tab: 'decisions' };
    case 'sanction':
    case 'appeal':
      return { tab: 'decisions' };
    case 'report':
      return { tab: 'reports' };
  }
}
