import type { InboxTextsOf } from './inbox-texts';

export const inboxTexts: InboxTextsOf<'en'> = {
  title: 'Inbox and Following',
  back: 'Back to the conversation',
  tabs: { inbox: 'Inbox', following: 'Following' },
  unreadCount: { one: '{count} unread', other: '{count} unread' },
  followingCount: { one: '{count} new comment in Following', other: '{count} new comments in Following' },
  newCount: { one: '{count} new', other: '{count} new' },
  showMore: 'Show more',
  markAllRead: 'Mark all as read',
  unread: 'Unread',
  noItemsTitle: 'Nobody has answered yet',
  noItems: 'When somebody replies to you or mentions you, or when the newsroom picks one of your comments, you read it here.',
  toPeople: 'Whom you follow',
  noFeedTitle: 'Nothing to read here yet',
  noFeed:
    'Follow the people and conversations you want to hear more of: press a name beside a comment. What they write in any article comes together here.',

  replies: { one: 'Reply to your comment', other: '{count} replies to your comment' },
  others: { one: '{count} other', other: '{count} others' },
  mentions: { one: 'You were mentioned', other: 'You were mentioned {count} times' },
  pick: 'Your comment is an editors’ pick',
  decisions: {
    published: 'Your comment was published',
    rejected: 'Your comment was not published',
    removed: 'Your comment was removed',
  },
  sanctions: {
    warn: 'You were warned',
    hold: 'Your comments wait for a moderator before they appear',
    suspend: 'You were suspended',
    ban: 'You were excluded',
  },
  appeals: {
    upheld: 'Answer to your objection: the decision stands',
    overturned: 'Answer to your objection: the decision is taken back',
  },
  reports: {
    upheld: 'Your report: the comment was taken from the public',
    dismissed: 'Your report: the comment stays as it is',
  },

  seenBefore: 'Seen before',
  openThere: 'See it in its conversation',
};
