import type { FeedPage, InboxPage, MarkReadRequest, NewsCount } from '../../contract/inbox';
import { NoAnswer, Refusal } from '../api/parley-api';
import { Store } from '../store/store';
import { Inbox, type InboxState } from './inbox';
import { aFeedItem, aReply, at } from './inbox.builder';
import type { NewsPlace, NewsState } from './news';
import { itemsOf } from './news-list';

function anInbox(count: NewsCount = { unread: 1, following: 0 }) {
  const state = new Store<InboxState>(null);
  const counts = new Store<NewsState>(count);
  const api = {
    inbox: jest.fn(
      async (cursor: string | null): Promise<InboxPage> =>
        cursor === null ? { items: [aReply('c', 9), aReply('b', 8)], nextCursor: 'b' } : { items: [aReply('a', 7)], nextCursor: null },
    ),
    feed: jest.fn(
      async (_: string | null): Promise<FeedPage> => ({
        items: [aFeedItem('z', 9), aFeedItem('y', 8)],
        nextCursor: null,
        seenAt: at(8),
      }),
    ),
    markRead: jest.fn(async (_: MarkReadRequest): Promise<NewsCount> => ({ unread: 0, following: 0 })),
    noteFeedSeen: jest.fn(async (_: { at: string }): Promise<NewsCount> => ({ unread: 1, following: 0 })),
  };
  const taken: NewsCount[] = [];
  const asked: (() => void)[] = [];
  const clock = { now: 0 };
  const inbox = new Inbox({
    state,
    count: counts,
    api,
    news: { taking: () => (now) => taken.push(now) },
    logInAgain: (then) => asked.push(then),
    onOpen: () => undefined,
    now: () => clock.now,
  });
  const shown = () => itemsOf(state.get()?.inbox ?? { pages: [] }).map(({ id, isRead }) => (isRead ? id : `${id}!`));
  const feed = () => itemsOf(state.get()?.following ?? { pages: [] }).map(({ comment }) => comment.id);
  return { inbox, state, api, taken, asked, shown, feed, clock };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const moved = (...places: NewsPlace[]) => new Set(places);

async function anOpenInbox() {
  const all = anInbox();
  all.inbox.open();
  await settle();
  return all;
}

async function anOpenFeed() {
  const all = anInbox({ unread: 0, following: 2 });
  all.inbox.open();
  await settle();
  return all;
}

describe('the inbox', () => {
  it.each([
    [{ unread: 1, following: 3 }, 'inbox'],
    [{ unread: 0, following: 3 }, 'following'],
    [{ unread: 0, following: 0 }, 'inbox'],
  ])('is opened where something waits: with %j at %s', async (count, tab) => {
    const { inbox, state } = anInbox(count);
    inbox.open();
    expect(state.get()).toMatchObject({ tab, [tab]: { progress: 'reading' } });
  });

  it('is read when it is opened, and goes on page by page', async () => {
    const { inbox, shown, state } = await anOpenInbox();
    expect(shown()).toEqual(['n-c!', 'n-b!']);
    await inbox.readOlder('inbox');
    expect(shown()).toEqual(['n-c!', 'n-b!', 'n-a!']);
    expect(state.get()?.inbox).toMatchObject({ nextCursor: null, progress: 'read' });
  });

  it('can be asked for again when there was no answer, from where it ended', async () => {
    const { inbox, state, api, shown } = await anOpenInbox();
    api.inbox.mockRejectedValueOnce(new NoAnswer('offline'));
    await inbox.readOlder('inbox');
    expect(state.get()?.inbox.progress).toBe('failed');
    await inbox.tryAgain('inbox');
    expect(api.inbox.mock.calls).toEqual([[null], ['b'], ['b']]);
    expect(shown()).toHaveLength(3);
  });

  it('is nowhere once it is closed, whatever is answered then', async () => {
    const { inbox, state, shown } = anInbox();
    inbox.open();
    inbox.close();
    await settle();
    expect(state.get()).toBeNull();
    inbox.open();
    expect(shown()).toEqual([]);
  });

  it('does not take for seen in the feed what an earlier reader had seen', async () => {
    const { inbox, api } = anInbox({ unread: 0, following: 2 });
    const late: ((page: FeedPage) => void)[] = [];
    const answer = () => new Promise<FeedPage>((resolve) => late.push(resolve));
    api.feed.mockImplementationOnce(answer).mockImplementationOnce(answer);
    inbox.open();
    inbox.close();
    inbox.open();
    late[1]?.({ items: [aFeedItem('y', 8)], nextCursor: null, seenAt: at(7) });
    late[0]?.({ items: [], nextCursor: null, seenAt: at(9) });
    await settle();
    expect(api.noteFeedSeen.mock.calls).toEqual([[{ at: at(8) }]]);
  });

  it('shows nothing that was asked for before it was closed', async () => {
    const { inbox, api, shown } = anInbox();
    const late: ((page: InboxPage) => void)[] = [];
    const page = { items: [aReply('old', 1)], nextCursor: null };
    api.inbox.mockImplementationOnce(() => new Promise((resolve) => late.push(resolve)));
    inbox.open();
    inbox.close();
    inbox.open();
    await settle();
    late[0]?.(page);
    await settle();
    expect(shown()).toEqual(['n-c!', 'n-b!']);
    api.inbox.mockImplementationOnce(() => new Promise((resolve) => late.push(resolve)));
    inbox.noteMoved(moved('inbox'));
    inbox.close();
    inbox.open();
    await settle();
    late[1]?.(page);
    await settle();
    expect(shown()).toEqual(['n-c!', 'n-b!']);
  });

  it('goes on once, however often it is asked to', async () => {
    const { inbox, api, shown } = await anOpenInbox();
    await Promise.all([inbox.readOlder('inbox'), inbox.readOlder('inbox')]);
    expect([api.inbox.mock.calls.length, shown().length]).toEqual([2, 3]);
  });

  it('asks to log in when the session is over, and is opened again then', async () => {
    const { inbox, api, asked, shown } = anInbox();
    api.inbox.mockRejectedValueOnce(new Refusal(401, { code: 'not_logged_in', detail: '' }, null));
    inbox.open();
    await settle();
    inbox.close();
    asked[0]?.();
    await settle();
    expect(shown()).toHaveLength(2);
  });

  it('marks what is opened as read, once, and takes the count that is left', async () => {
    const { inbox, api, shown, taken } = await anOpenInbox();
    await inbox.markRead('n-b');
    await inbox.markRead('n-b');
    expect(shown()).toEqual(['n-c!', 'n-b']);
    expect([api.markRead.mock.calls, taken]).toEqual([[[{ id: 'n-b' }]], [{ unread: 0, following: 0 }]]);
  });

  it('marks all as read when the service has done so', async () => {
    const { inbox, api, shown, state } = await anOpenInbox();
    api.markRead.mockRejectedValueOnce(new NoAnswer('offline'));
    await inbox.markAllRead();
    expect([shown(), state.get()?.inbox.progress]).toEqual([['n-c!', 'n-b!'], 'failed']);
    await inbox.tryAgain('inbox');
    expect([shown(), api.markRead.mock.calls.at(-1)]).toEqual([['n-c', 'n-b'], [{ upTo: at(9) }]]);
  });

  it('marks as read up to the newest that is shown, wherever it stands, and nothing that waits', async () => {
    const { inbox, api, shown } = anInbox();
    const items = [aReply('c', 9), aReply('b', 10)];
    api.inbox.mockResolvedValueOnce({ items, nextCursor: null });
    inbox.open();
    await settle();
    api.inbox.mockResolvedValue({ items: [aReply('e', 11), ...items], nextCursor: null });
    inbox.noteMoved(moved('inbox'));
    await settle();
    await inbox.markAllRead();
    expect([shown(), api.markRead.mock.calls]).toEqual([['n-c', 'n-b'], [[{ upTo: at(10) }]]]);
  });

  it('asks nothing where there is nothing to mark as read', async () => {
    const { inbox, api } = anInbox();
    await inbox.markAllRead();
    api.inbox.mockResolvedValue({ items: [], nextCursor: null });
    inbox.open();
    await settle();
    await inbox.markAllRead();
    expect(api.markRead).not.toHaveBeenCalled();
  });

  it('keeps what comes waiting, shows it when it is asked for, and loses what went', async () => {
    const { inbox, api, shown, state } = await anOpenInbox();
    api.inbox.mockResolvedValue({ items: [aReply('d', 10), aReply('c', 9, { isRead: true })], nextCursor: null });
    inbox.noteMoved(moved('inbox'));
    await settle();
    expect([shown(), state.get()?.inbox.waiting]).toEqual([['n-c'], 1]);
    await inbox.readNewest('inbox');
    expect([shown(), state.get()?.inbox.waiting]).toEqual([['n-d!', 'n-c'], 0]);
  });

  it('has one more reply to the same comment waiting, not beside the others', async () => {
    const { inbox, api, shown, state } = anInbox();
    api.inbox.mockResolvedValueOnce({ items: [aReply('c', 9, { to: 'mine' })], nextCursor: null });
    inbox.open();
    await settle();
    api.inbox.mockResolvedValue({ items: [aReply('d', 10, { to: 'mine', count: 2 })], nextCursor: null });
    inbox.noteMoved(moved('inbox'));
    await settle();
    expect([shown(), state.get()?.inbox.waiting]).toEqual([['n-c!'], 1]);
    await inbox.readNewest('inbox');
    expect(shown()).toEqual(['n-d!']);
  });

  it('has one more mention in the same article in the place of the first', async () => {
    const { inbox, api, shown } = await anOpenInbox();
    api.inbox.mockResolvedValueOnce({ items: [aReply('m', 9, { kind: 'mention' })], nextCursor: null });
    await inbox.readNewest('inbox');
    api.inbox.mockResolvedValueOnce({ items: [aReply('l', 8, { kind: 'mention' })], nextCursor: null });
    inbox.noteMoved(moved('inbox'));
    await settle();
    expect(shown()).toEqual(['n-l!']);
  });

  it('shows the first that comes at once: nothing is there that could move', async () => {
    const { inbox, api, shown, state } = anInbox();
    api.inbox.mockResolvedValueOnce({ items: [], nextCursor: null });
    inbox.open();
    await settle();
    inbox.noteMoved(moved('inbox'));
    await settle();
    expect([shown(), state.get()?.inbox.waiting]).toEqual([['n-c!', 'n-b!'], 0]);
  });

  it('looks again when something moved while an answer was under way', async () => {
    const { inbox, api } = anInbox();
    inbox.open();
    inbox.noteMoved(moved('inbox'));
    await settle();
    expect(api.inbox).toHaveBeenCalledTimes(2);
  });

  it('asks for nothing that is not looked at', async () => {
    const { inbox, api } = await anOpenInbox();
    inbox.noteMoved(moved('following'));
    inbox.noteAdded(1);
    await settle();
    expect([api.inbox.mock.calls.length, api.feed.mock.calls.length]).toEqual([1, 0]);
    inbox.close();
    inbox.noteMoved(moved('inbox', 'following'));
    await settle();
    expect(api.inbox).toHaveBeenCalledTimes(1);
  });
});

describe('the feed', () => {
  it('is seen up to its newest when it is shown; the line stays where it was', async () => {
    const { inbox, api, state, taken, feed } = await anOpenFeed();
    expect(feed()).toEqual(['z', 'y']);
    expect([api.noteFeedSeen.mock.calls, taken, state.get()?.seenAt]).toEqual([[[{ at: at(9) }]], [{ unread: 1, following: 0 }], at(8)]);
    api.feed.mockResolvedValue({ items: [aFeedItem('z', 9), aFeedItem('y', 8)], nextCursor: null, seenAt: at(9) });
    inbox.show('inbox');
    inbox.show('following');
    await settle();
    expect([api.noteFeedSeen.mock.calls.length, state.get()?.seenAt]).toEqual([1, at(8)]);
  });

  it('is seen up to what came last, wherever that stands', async () => {
    const { inbox, api } = anInbox({ unread: 0, following: 1 });
    api.feed.mockResolvedValue({ items: [aFeedItem('z', 8), { ...aFeedItem('y', 6), toldAt: at(9) }], nextCursor: null, seenAt: at(8) });
    inbox.open();
    await settle();
    expect(api.noteFeedSeen.mock.calls).toEqual([[{ at: at(9) }]]);
  });

  it('counts what comes without asking, shows it above the line when it is asked for, and is seen up to there then', async () => {
    const { inbox, api, state, feed, clock } = await anOpenFeed();
    clock.now += 2_000;
    inbox.noteAdded(1);
    inbox.noteAdded(2);
    expect([state.get()?.following.waiting, api.feed.mock.calls.length]).toEqual([3, 1]);
    api.feed.mockResolvedValueOnce({ items: [aFeedItem('zz', 10), aFeedItem('z', 9), aFeedItem('y', 8)], nextCursor: null, seenAt: at(9) });
    await inbox.readNewest('following');
    expect([feed(), state.get()?.following.waiting, state.get()?.seenAt]).toEqual([['zz', 'z', 'y'], 0, at(9)]);
    expect(api.noteFeedSeen.mock.calls.at(-1)).toEqual([{ at: at(10) }]);
  });

  it('is compared when a hint comes right after it was read: it may have that already', async () => {
    const { inbox, api, state, clock } = await anOpenFeed();
    clock.now += 900;
    inbox.noteAdded(1);
    await settle();
    expect([state.get()?.following.waiting, api.feed.mock.calls.length]).toEqual([0, 2]);
  });

  it('loses what went, and is empty when nobody is followed any more', async () => {
    const { inbox, api, feed } = await anOpenFeed();
    api.feed.mockResolvedValueOnce({ items: [aFeedItem('y', 8)], nextCursor: null, seenAt: at(9) });
    inbox.noteMoved(moved('following'));
    await settle();
    expect(feed()).toEqual(['y']);
    api.feed.mockResolvedValueOnce({ items: [], nextCursor: null, seenAt: at(9) });
    inbox.noteMoved(moved('following'));
    await settle();
    expect(feed()).toEqual([]);
  });

  it('shows the first that comes at once, and is seen up to there', async () => {
    const { inbox, api, feed } = anInbox({ unread: 0, following: 1 });
    api.feed.mockResolvedValueOnce({ items: [], nextCursor: null, seenAt: null });
    inbox.open();
    await settle();
    expect(api.noteFeedSeen).not.toHaveBeenCalled();
    inbox.noteAdded(1);
    await settle();
    expect([feed(), api.noteFeedSeen.mock.calls]).toEqual([['z', 'y'], [[{ at: at(9) }]]]);
  });
});
