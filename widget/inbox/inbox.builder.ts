import type { AnswersItem, FeedItem, InboxItem } from '../../contract/inbox';
import { aComment } from '../conversation/conversation.builder';

const thread = { id: 'thread', title: 'The night train', url: 'https://news.example/night-train' };

/** Replies to `to`; the newest is `id`. Times are hours of one day. */
export function aReply(id: string, hour: number, given: Partial<AnswersItem> & { to?: string } = {}): InboxItem {
  const { to = id, ...others } = given;
  const authors = [{ id: 'ada', name: 'Ada' }];
  const newest = { comment: aComment({ id, parentId: to }), thread, parent: null };
  return { kind: 'reply', id: `n-${id}`, at: at(hour), isRead: false, count: 1, authors, authorCount: authors.length, newest, ...others };
}

export function aFeedItem(id: string, hour: number, threadId = 'thread'): FeedItem {
  return { at: at(hour), toldAt: at(hour), comment: aComment({ id }), thread: { ...thread, id: threadId }, parent: null };
}

export function at(hour: number): string {
  return new Date(Date.UTC(2030, 0, 1, hour)).toISOString();
}
