import type { CommentFilter, FoundPage } from '../../../contract/search';
import { NoAnswer } from '../../api/console-api';
import { endless } from '../../queue/held.builder';
import { FoundComments } from './found-comments';
import { aFoundComment } from './search.builder';
import { wantedIn } from './search-query';

let asked: [CommentFilter, string | null][];
let answer: (filter: CommentFilter, cursor: string | null) => Promise<FoundPage>;
let found: FoundComments;

const aPage = (numbers: number[], nextCursor: string | null = null): FoundPage => ({
  comments: numbers.map((number) => aFoundComment(number)),
  nextCursor,
  gaps: [],
});
const state = () => found.store.getState();
const ids = () => state().comments.map(({ id }) => id.replace('comment-', ''));

beforeEach(async () => {
  asked = [];
  answer = async (_, cursor) => (cursor === null ? aPage([3, 2], 'more') : aPage([1]));
  const comments = (filter: CommentFilter, cursor: string | null) => {
    asked.push([filter, cursor]);
    return answer(filter, cursor);
  };
  found = new FoundComments({ comments, count: async () => ({ count: 3, isMore: false, countedAt: '' }) }, endless, wantedIn('?text=word'));
  await found.search();
});

describe('what was found', () => {
  it('is the newest first, with its number, and goes on as one moves', async () => {
    expect([ids(), found.focused?.id, state().count?.count]).toEqual([['3', '2'], 'comment-3', 3]);
    found.move(1);
    await new Promise((resolve) => setTimeout(resolve));
    expect([ids(), found.focused?.id, state().nextCursor]).toEqual([['3', '2', '1'], 'comment-2', null]);
  });

  it('goes on by the filter it was found with, whatever is in the fields by then', async () => {
    found.write({ text: 'another' });
    await found.loadMore();
    expect(asked).toEqual([
      [{ text: 'word' }, null],
      [{ text: 'word' }, 'more'],
    ]);
  });

  it('is what was looked for last, whichever answer comes last', async () => {
    const answers: ((page: FoundPage) => void)[] = [];
    answer = () => new Promise((resolve) => answers.push(resolve));
    const both = [found.search(), found.search()];
    answers[1]?.(aPage([9]));
    answers[0]?.(aPage([8]));
    await Promise.all(both);
    expect(ids()).toEqual(['9']);
  });

  it('is not what was asked for before something was decided, but what is asked for after that', async () => {
    let give = (_: FoundPage): void => undefined;
    answer = () => new Promise((resolve) => (give = resolve));
    const looking = found.lookAgain();
    await Promise.resolve();
    found.put('comment-3', { status: 'published' });
    answer = async () => aPage([2]);
    give({ ...aPage([]), comments: [aFoundComment(3, { status: 'held' })] });
    await looking;
    expect(state().comments.map(({ status }) => status)).toEqual(['published', 'held']);
    await found.lookAgain();
    expect(ids()).toEqual(['3', '2']);
  });

  it('stays, and nobody is told, when looking again does not work', async () => {
    answer = () => Promise.reject(new NoAnswer());
    await found.lookAgain();
    expect([state().problem, ids()]).toEqual([null, ['3', '2']]);
  });

  it('stays, as the fields do, when the service does not answer, which is said', async () => {
    answer = () => Promise.reject(new NoAnswer());
    found.write({ text: 'another' });
    await found.search();
    expect([ids(), state().wanted.text, state().problem]).toEqual([['3', '2'], 'another', { kind: 'noAnswer' }]);
  });
});

describe('the number of what was found', () => {
  it('is none where its list could not be read', async () => {
    answer = () => Promise.reject(new NoAnswer());
    found.write({ text: 'another' });
    await found.search();
    expect(state().count).toBeNull();
  });
});

describe('what was found, looked at again', () => {
  it('loses what is not found any more, but for what is being read, of which it is told what became of it', async () => {
    await found.loadMore();
    answer = async ({ reader }) =>
      reader === undefined ? aPage([1]) : { ...aPage([]), comments: [aFoundComment(3, { status: 'removed' })] };
    await found.lookAgain();
    expect([ids(), found.focused?.id, found.focused?.status]).toEqual([['3', '1'], 'comment-3', 'removed']);
  });

  it('shows what became of each, without another text under the eyes of who reads', async () => {
    const now = { status: 'removed', text: 'Another.', revision: 2 } as const;
    answer = async () => ({ comments: [3, 2].map((number) => aFoundComment(number, now)), nextCursor: null, gaps: [] });
    await found.lookAgain();
    expect(state().comments).toMatchObject([
      { status: 'removed', text: 'A thought.', revision: 1 },
      { status: 'removed', text: 'Another.', revision: 2 },
    ]);
  });

  it('knows more of what is being decided on than the service', async () => {
    const release = found.keepAhead(['comment-2']);
    const releaseOther = found.keepAhead(['comment-2']);
    release();
    found.put('comment-2', { status: 'rejected' });
    found.focus('comment-1');
    answer = async () => aPage([3, 2]);
    await found.lookAgain();
    expect(state().comments.map(({ status }) => status)).toEqual(['held', 'rejected']);
    answer = async () => aPage([3]);
    await found.lookAgain();
    expect(ids()).toEqual(['3', '2']);
    releaseOther();
    await found.lookAgain();
    expect(ids()).toEqual(['3']);
  });

  it('brings back what is found again, in its place', async () => {
    answer = async () => aPage([3, 1]);
    await found.lookAgain();
    answer = async () => aPage([3, 2, 1]);
    await found.lookAgain();
    expect([ids(), found.focused?.id]).toEqual([['3', '2', '1'], 'comment-3']);
  });

  it('goes as far as five pages, and leaves what is further down as it was', async () => {
    const numbers = Array.from({ length: 12 }, (_, index) => 50 - index);
    answer = async (_, cursor) => aPage([numbers[Number(cursor)] ?? 0], Number(cursor) < 11 ? String(Number(cursor) + 1) : null);
    await found.search();
    while (state().nextCursor !== null) await found.loadMore();
    asked = [];
    await found.lookAgain();
    expect([asked.length, ids().length, state().nextCursor]).toEqual([5, 12, null]);
  });

  /** An answer that comes when what is returned is called. */
  function lateAnswer(page: FoundPage): () => void {
    let answerIt = (): void => undefined;
    answer = () =>
      new Promise((resolve) => {
        answerIt = () => resolve(page);
      });
    return () => answerIt();
  }
  const turn = () => new Promise((resolve) => setTimeout(resolve));

  it('is looked at once after the look that is under way', async () => {
    asked = [];
    const answerIt = lateAnswer(aPage([3, 2], 'more'));
    const looking = found.lookAgain();
    await turn();
    answer = async () => aPage([3, 2], 'more');
    const after = [found.lookAgain(), found.lookAgain()];
    answerIt();
    await Promise.all([looking, ...after]);
    expect(asked.length).toBe(2);
  });

  it('is what is searched for meanwhile', async () => {
    const answerIt = lateAnswer(aPage([3, 2]));
    const looking = found.lookAgain();
    await turn();
    answer = async () => aPage([9]);
    found.write({ text: 'another' });
    await found.search();
    answerIt();
    await looking;
    expect(ids()).toEqual(['9']);
  });

  it('stays when the service does not answer', async () => {
    answer = () => Promise.reject(new NoAnswer());
    await found.lookAgain();
    expect([ids(), state().problem]).toEqual([['3', '2'], null]);
  });
});
