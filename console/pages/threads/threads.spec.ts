import type { PublishedComment } from '../../../contract/conversation';
import type { ThreadInConsole, ThreadsPage } from '../../../contract/thread-settings';
import { NoAnswer, Refusal } from '../../api/console-api';
import { ThreadComments } from './thread-comments';
import { ThreadDesk } from './thread-desk';
import { ThreadsList } from './threads-list';

const aThread = (given: Partial<ThreadInConsole> = {}): ThreadInConsole => ({
  id: 't1',
  articleKey: 'story',
  url: 'https://news.example.org/story',
  title: 'A story',
  section: null,
  mode: 'open',
  closesAt: null,
  slowSeconds: null,
  question: null,
  commentCount: 0,
  heldCount: 0,
  pickCount: 0,
  activeAt: '2030-01-01T00:00:00.000Z',
  ...given,
});
const aComment = (id: string, pickedAt: string | null = null) =>
  ({ id, state: 'published', revision: 1, pickedAt }) as unknown as PublishedComment;
const refusal = (status: number, code: string) => new Refusal(status, { code, detail: 'Said so.' }, null);

describe('the list of threads', () => {
  const page = (ids: string[], nextCursor: string | null = null): ThreadsPage => ({
    threads: ids.map((id) => aThread({ id })),
    nextCursor,
  });
  const ids = (list: ThreadsList) => list.store.getState().threads.map(({ id }) => id);

  it('goes on where it ended, with each thread once', async () => {
    const pages = [page(['a', 'b'], 'more'), page(['b', 'c'])];
    const asked: (string | null)[] = [];
    const list = new ThreadsList(
      {
        list: async (_, __, cursor) => {
          asked.push(cursor);
          return pages.shift() as ThreadsPage;
        },
      },
      'demo',
    );
    await list.load();
    await list.loadMore();
    await list.loadMore();
    expect([ids(list), asked]).toEqual([
      ['a', 'b', 'c'],
      [null, 'more'],
    ]);
  });

  it('shows the answer to the last question, whichever comes last', async () => {
    const answers: ((found: ThreadsPage) => void)[] = [];
    const list = new ThreadsList({ list: () => new Promise((answer) => answers.push(answer)) }, 'demo');
    const asking = [list.load(), list.load()];
    answers[1]?.(page(['new']));
    answers[0]?.(page(['old']));
    await Promise.all(asking);
    expect(ids(list)).toEqual(['new']);
  });

  it('keeps what it shows when there is no answer, and says so', async () => {
    const answers: (() => Promise<ThreadsPage>)[] = [async () => page(['a']), () => Promise.reject(new NoAnswer())];
    const list = new ThreadsList({ list: () => (answers.shift() as () => Promise<ThreadsPage>)() }, 'demo');
    await list.load();
    await list.load();
    expect([ids(list), list.store.getState().problem]).toEqual([['a'], { kind: 'noAnswer' }]);
  });
});

describe('the settings of a thread', () => {
  async function aDesk(change: (sent: object) => Promise<ThreadInConsole>) {
    const desk = new ThreadDesk({ read: async () => aThread(), change: (_, sent) => change(sent) }, 't1');
    await desk.load();
    return desk;
  }

  it('send what was changed, and nothing that is as it was', async () => {
    const sent: object[] = [];
    const desk = await aDesk(async (given) => {
      sent.push(given);
      return aThread(given);
    });
    desk.edit({ mode: 'closed', question: 'And you?' });
    desk.edit({ mode: 'open' });
    expect(desk.mayBeSaved).toBe(true);
    await desk.save();
    expect([sent, desk.store.getState()]).toEqual([
      [{ question: 'And you?' }],
      { thread: aThread({ question: 'And you?' }), draft: {}, saving: 'done', problem: null },
    ]);
    await desk.save();
    expect(sent.length).toBe(1);
  });

  it('keep what is typed while they are being saved', async () => {
    const answers: ((saved: ThreadInConsole) => void)[] = [];
    const desk = await aDesk(() => new Promise((answer) => answers.push(answer)));
    desk.edit({ question: 'And you' });
    const saving = desk.save();
    desk.edit({ question: 'And you?' });
    answers[0]?.(aThread({ question: 'And you' }));
    await saving;
    expect(desk.store.getState()).toMatchObject({ thread: { question: 'And you' }, draft: { question: 'And you?' }, saving: 'no' });
  });

  it('stay a draft when they are refused, with the reason', async () => {
    const desk = await aDesk(() => Promise.reject(refusal(403, 'not_allowed')));
    desk.edit({ slowSeconds: 60 });
    await desk.save();
    expect(desk.store.getState()).toMatchObject({ draft: { slowSeconds: 60 }, problem: { kind: 'refused', detail: 'Said so.' } });
    expect(desk.mayBeSaved).toBe(true);
  });

  it('of a thread that is not there are not shown', async () => {
    const desk = new ThreadDesk({ read: () => Promise.reject(refusal(404, 'not_found')), change: jest.fn() }, 't1');
    await desk.load();
    expect(desk.store.getState()).toMatchObject({ thread: null, problem: { kind: 'gone' } });
  });
});

describe('the comments to pick from', () => {
  const thread = { head: 1, commentCount: 1, mode: 'open' as const };

  it('are picked and taken back in their place', async () => {
    const asked: string[] = [];
    const api = {
      comments: async () => ({ thread, comments: [aComment('a'), aComment('b', 'then')], nextCursor: null }),
      turnPick: async ({ id: commentId, revision, pickedAt }: PublishedComment) => {
        asked.push(`${commentId} ${revision}`);
        return { commentId, revision, pickedAt: pickedAt === null ? 'now' : null };
      },
    };
    const comments = new ThreadComments(api, 't1');
    await comments.show('newest');
    for (const comment of comments.store.getState().comments) await comments.toggle(comment);
    expect(asked).toEqual(['a 1', 'b 1']);
    expect(comments.store.getState().comments.map(({ id, pickedAt }) => [id, pickedAt])).toEqual([
      ['a', 'now'],
      ['b', null],
    ]);
  });

  it('are read anew when one was changed meanwhile, which is said', async () => {
    const lists = [[aComment('a')], [aComment('b')]];
    const comments = new ThreadComments(
      {
        comments: async () => ({ thread, comments: lists.shift() ?? [], nextCursor: null }),
        turnPick: () => Promise.reject(refusal(409, 'comment_changed')),
      },
      't1',
    );
    await comments.show('newest');
    await comments.toggle(aComment('a'));
    const { comments: shown, problem } = comments.store.getState();
    expect([shown.map(({ id }) => id), problem]).toEqual([['b'], { kind: 'changed' }]);
  });
});
