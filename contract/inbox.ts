import type { PublicAuthor, ThreadView } from './conversation';
import type { CommentElsewhere } from './following';
import type { SanctionKind } from './sanctions';

interface Told {
  /** Of the newest; names the item when it is marked as read. */
  id: string;
  /** When the newest of it happened, ISO 8601. */
  at: string;
  isRead: boolean;
}

/** Several replies to one comment, or mentions in one thread, are one item. */
export interface AnswersItem extends Told {
  kind: 'reply' | 'mention';
  /** Ends at `limits.inbox.maxCounted`, which then means so many or more. */
  count: number;
  /** Who wrote them, the latest first; so many names as there is room for. */
  authors: Pick<PublicAuthor, 'id' | 'name'>[];
  /** How many wrote what is counted: those who are named, and others. */
  authorCount: number;
  /** The newest of them. */
  newest: CommentElsewhere;
}

export interface PickItem extends Told {
  kind: 'pick';
  comment: OwnCommentPlace;
}

export interface DecisionItem extends Told {
  kind: 'decision';
  outcome: 'published' | 'rejected' | 'removed';
  comment: OwnCommentPlace;
}

export interface SanctionItem extends Told {
  kind: 'sanction';
  sanction: SanctionKind;
}

export interface AppealItem extends Told {
  kind: 'appeal';
  outcome: 'upheld' | 'overturned';
}

export interface ReportItem extends Told {
  kind: 'report';
  outcome: 'upheld' | 'dismissed';
}

/** A comment of the reader who asks: how it begins, and where it stands. */
export interface OwnCommentPlace {
  id: string;
  excerpt: string;
  thread: Pick<ThreadView, 'id' | 'title' | 'url'>;
}

/**
 * `decision`: on a comment of the reader · `sanction`: on the reader · `appeal`: the answer to an objection · `report`: what became of a report.
 */
export type InboxItem = AnswersItem | PickItem | DecisionItem | SanctionItem | AppealItem | ReportItem;
export type NotificationKind = InboxItem['kind'];

/** The newest first. */
export interface InboxPage {
  items: InboxItem[];
  nextCursor: string | null;
}

/** An item up to what it showed, by its `id`; without that all, up to the newest `at` that was shown: what came since stays unread. */
export interface MarkReadRequest {
  id?: string;
  /** ISO 8601; needed where there is no `id`. */
  upTo?: string;
}

/** What waits for the reader on a site; both end at `limits.inbox.maxCounted`, which then means so many or more. */
export interface NewsCount {
  /** Items of the inbox that are not read. */
  unread: number;
  /** Comments in the feed since it was seen. */
  following: number;
}

/** What readers, threads, conversations and sections that the reader follows brought, the newest first. */
export interface FeedPage {
  items: FeedItem[];
  nextCursor: string | null;
  /** Up to where it was seen before, ISO 8601; null when it never was. */
  seenAt: string | null;
}

export interface FeedItem extends CommentElsewhere {
  /** Its place in the order: when it was posted, or published if it was held. ISO 8601. */
  at: string;
  /** When it came to the feed, which may be late: it is new where that is after `seenAt`. ISO 8601. */
  toldAt: string;
}

/** Up to the latest `toldAt` of what was shown. */
export interface FeedSeenRequest {
  at: string;
}
