import type { NewsCount } from '../../contract/inbox';
import { Store } from '../store/store';
import { News, type NewsState } from './news';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const site = 'site';

/** With a service that counts as it is told, and answers when it is told. */
function aNews() {
  const state = new Store<NewsState>(null);
  const page = { isHidden: false };
  const answers: ((count: NewsCount | null) => void)[] = [];
  const api = {
    news: jest.fn(
      () => new Promise<NewsCount>((resolve, reject) => answers.push((count) => (count ? resolve(count) : reject(new Error('no answer'))))),
    ),
  };
  const onMoved = jest.fn();
  const onAdded = jest.fn();
  const news = new News({ state, api, siteId: site, isHidden: () => page.isHidden, random: () => 0.5, now: Date.now, onMoved, onAdded });
  const answer = async (count: NewsCount | null, question = answers.length - 1) => {
    answers[question]?.(count);
    await jest.advanceTimersByTimeAsync(0);
  };
  const asked = () => api.news.mock.calls.length;
  return { news, state, page, answer, asked, onMoved, onAdded };
}

const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

/** Of a reader whose count is known. */
async function aKnownNews(count: NewsCount) {
  const all = aNews();
  all.news.belongTo('reader');
  await pass(500);
  await all.answer(count);
  await pass(2_000);
  return all;
}

describe('how much waits for a reader', () => {
  it('is asked for who is logged in, and nobody else', async () => {
    const { news, state, answer, asked } = aNews();
    news.belongTo(null);
    news.lookAgain();
    await pass(1_000);
    expect(asked()).toBe(0);
    news.belongTo('reader');
    await pass(500);
    await answer({ unread: 2, following: 1 });
    expect(state.get()).toEqual({ unread: 2, following: 1 });
    news.belongTo(null);
    expect(state.get()).toBeNull();
  });

  it('is asked once when the connection is there a moment after the reader', async () => {
    const { news, asked } = aNews();
    news.belongTo('reader');
    await pass(300);
    news.lookAgain();
    await pass(1_000);
    expect(asked()).toBe(1);
  });

  it('is asked again after a lost connection', async () => {
    const { news, asked } = await aKnownNews({ unread: 0, following: 0 });
    news.lookAgain();
    await pass(500);
    expect(asked()).toBe(2);
  });

  it('is asked a moment after hints, once for many, and only for this site', async () => {
    const { news, asked, onMoved } = await aKnownNews({ unread: 0, following: 0 });
    onMoved.mockClear();
    news.noteInboxChanged('another site');
    news.noteActivity('another site', null);
    await pass(1_000);
    expect(asked()).toBe(1);
    for (let count = 0; count < 5; count += 1) news.noteInboxChanged(site);
    news.noteActivity(site, null);
    await pass(249);
    expect(asked()).toBe(1);
    await pass(1_000);
    expect(asked()).toBe(2);
    expect(onMoved.mock.calls).toEqual([[new Set(['inbox', 'following'])]]);
  });

  it('is not asked while nobody looks, but as soon as somebody does', async () => {
    const { news, page, asked, onMoved } = await aKnownNews({ unread: 0, following: 0 });
    onMoved.mockClear();
    page.isHidden = true;
    news.noteInboxChanged(site);
    await pass(10_000);
    expect(asked()).toBe(1);
    page.isHidden = false;
    news.noteVisible();
    await pass(500);
    expect(asked()).toBe(2);
    expect(onMoved.mock.calls).toEqual([[new Set(['inbox'])]]);
    news.noteVisible();
    await pass(500);
    expect(asked()).toBe(2);
  });

  it('grows by what came to the feed without a question, up to where counting ends', async () => {
    const { news, state, asked, onAdded } = await aKnownNews({ unread: 1, following: 97 });
    news.noteActivity(site, 2);
    expect(state.get()).toEqual({ unread: 1, following: 99 });
    news.noteActivity(site, 9);
    await pass(1_000);
    expect([state.get()?.following, asked(), onAdded.mock.calls]).toEqual([100, 1, [[2], [9]]]);
  });

  it('is asked when a hint comes right after an answer, which may know of it already', async () => {
    const { news, state, answer, asked, onAdded } = await aKnownNews({ unread: 0, following: 0 });
    news.taking()({ unread: 0, following: 1 });
    await pass(900);
    news.noteActivity(site, 1);
    await pass(250);
    await answer({ unread: 0, following: 1 });
    expect([state.get(), asked(), onAdded.mock.calls]).toEqual([{ unread: 0, following: 1 }, 2, []]);
  });

  it('is asked once more when something came while an answer was under way, which may not know of it', async () => {
    const { news, state, answer, asked } = await aKnownNews({ unread: 0, following: 0 });
    news.noteInboxChanged(site);
    await pass(250);
    news.noteActivity(site, 1);
    await answer({ unread: 1, following: 0 });
    await pass(250);
    await answer({ unread: 1, following: 1 });
    expect([asked(), state.get()]).toEqual([3, { unread: 1, following: 1 }]);
  });

  it('stays as it was without an answer, and is asked at the next reason', async () => {
    const { news, state, answer, asked } = await aKnownNews({ unread: 3, following: 0 });
    news.noteInboxChanged(site);
    await pass(250);
    await answer(null);
    expect(state.get()).toEqual({ unread: 3, following: 0 });
    news.noteInboxChanged(site);
    await pass(250);
    expect(asked()).toBe(3);
  });

  it('is what another answer said, whatever an older one says later', async () => {
    const { news, state, answer, asked } = await aKnownNews({ unread: 3, following: 0 });
    news.noteInboxChanged(site);
    await pass(250);
    news.taking()({ unread: 2, following: 0 });
    await answer({ unread: 3, following: 0 });
    expect(state.get()).toEqual({ unread: 2, following: 0 });
    await pass(250);
    expect(asked()).toBe(3);
  });

  it('of one reader is never that of the next', async () => {
    const { news, state, answer } = aNews();
    news.belongTo('one');
    await pass(500);
    news.belongTo('other');
    await answer({ unread: 9, following: 9 }, 0);
    expect(state.get()).toBeNull();
    news.belongTo(null);
    news.taking()({ unread: 9, following: 9 });
    expect(state.get()).toBeNull();
  });

  it('is that of who read when it was asked', async () => {
    const { news, state } = await aKnownNews({ unread: 0, following: 0 });
    const take = news.taking();
    news.belongTo('other');
    take({ unread: 9, following: 9 });
    expect(state.get()).toBeNull();
    news.belongTo('reader');
    take({ unread: 1, following: 0 });
    expect(state.get()).toEqual({ unread: 1, following: 0 });
  });
});
