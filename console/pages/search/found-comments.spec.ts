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
  found = new FoundComments({ comments, count: async () => ({ count: 3, isMore: false }) }, endless, wantedIn('?text=word'));
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

  it('stays, as the fields do, when the service does not answer, which is said', async () => {
    answer = () => Promise.reject(new NoAnswer());
    found.write({ text: 'another' });
    await found.search();
    expect([ids(), state().wanted.text, state().problem]).toEqual([['3', '2'], 'another', { kind: 'noAnswer' }]);
  });
});
