import { groupedFeed } from './feed-groups';
import { aFeedItem, at } from './inbox.builder';

const names = (groups: ReturnType<typeof groupedFeed>['news']) =>
  groups.map(({ thread, items }) => `${thread.id}: ${items.map(({ comment }) => comment.id).join(' ')}`);

describe('a feed', () => {
  it('has comments of one article together, page by page', () => {
    const pages = [[aFeedItem('e', 9, 'one'), aFeedItem('d', 8, 'two'), aFeedItem('c', 7, 'one')], [aFeedItem('b', 6, 'one')]];
    const { news, seen } = groupedFeed(pages, null);
    expect([names(news), seen]).toEqual([['one: e c', 'two: d', 'one: b'], []]);
  });

  it('has what is new apart from what was seen, also of one article', () => {
    const pages = [[aFeedItem('c', 9), aFeedItem('b', 8)], [aFeedItem('a', 7)]];
    const { news, seen } = groupedFeed(pages, at(8));
    expect([names(news), names(seen)]).toEqual([['thread: c'], ['thread: b', 'thread: a']]);
  });

  it('has as new what came late, though it stands below what was seen', () => {
    const late = { ...aFeedItem('late', 6), toldAt: at(9) };
    const { news, seen } = groupedFeed([[aFeedItem('b', 8), late, aFeedItem('a', 5)]], at(8));
    expect([names(news), names(seen)]).toEqual([['thread: late'], ['thread: b a']]);
  });
});
