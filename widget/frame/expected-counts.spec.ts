import { aComment } from '../conversation/conversation.builder';
import { expectedCounts } from './expected-counts';

describe('the counts of reactions', () => {
  const comment = aComment({ seq: 10, likes: 3, dislikes: 1 });

  it.each([
    ['nothing is under way', undefined, { likes: 3, dislikes: 1 }],
    ['a like is', { before: null, after: 'like', seq: 10 }, { likes: 4, dislikes: 1 }],
    ['a like turns into a dislike', { before: 'like', after: 'dislike', seq: 10 }, { likes: 2, dislikes: 2 }],
    ['a dislike is taken back', { before: 'dislike', after: null, seq: 10 }, { likes: 3, dislikes: 0 }],
    ['the service has counted it already', { before: null, after: 'like', seq: 9 }, { likes: 3, dislikes: 1 }],
  ] as const)('are right when %s', (_, pending, expected) => {
    expect(expectedCounts(comment, pending)).toEqual(expected);
  });
});
