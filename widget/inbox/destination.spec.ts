import type { InboxItem } from '../../contract/inbox';
import { destinationOf } from './destination';
import { aReply } from './inbox.builder';

const thread = { id: 'thread', title: 'The night train', url: 'https://news.example/night-train' };
const told = { id: 'n', at: '2030-01-01T00:00:00.000Z', isRead: false };
const comment = { id: 'mine', excerpt: 'It was late.', thread };

describe('what happened leads', () => {
  it.each<[string, InboxItem]>([
    ['a reply', aReply('mine', 9)],
    ['a pick', { ...told, kind: 'pick', comment }],
    ['a comment that was published', { ...told, kind: 'decision', outcome: 'published', comment }],
  ])('to the comment: %s', (_, item) => {
    expect(destinationOf(item)).toEqual({ commentId: 'mine', thread });
  });

  it.each<[string, InboxItem]>([
    ['decisions', { ...told, kind: 'decision', outcome: 'removed', comment }],
    ['decisions', { ...told, kind: 'decision', outcome: 'rejected', comment }],
    ['decisions', { ...told, kind: 'sanction', sanction: 'warn' }],
    ['decisions', { ...told, kind: 'appeal', outcome: 'upheld' }],
    ['reports', { ...told, kind: 'report', outcome: 'dismissed' }],
  ])('to what is said of the reader: among the %s', (tab, item) => {
    expect(destinationOf(item)).toEqual({ tab });
  });
});
