import type { PublishedComment } from '../../../contract/conversation';
import type { ThreadsPage } from '../../../contract/thread-settings';
import { NoAnswer, Refusal } from '../../api/console-api';
import { ThreadComments } from './thread-comments';
import { aThread } from './threads.builder';
import { ThreadsList } from './threads-list';

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
