import { permalinkedComment } from './frame-address';

const id = '01a20d8e-3457-7080-b6e9-c9bdf6c2f913';

describe('the place in an address', () => {
  it.each([
    [`#parley-comment-${id}`, id],
    [`#parley-comment-${id}x`, undefined],
    [`#section-${id}`, undefined],
    ['#parley-comment-"><script>', undefined],
    ['', undefined],
  ])('%s names the comment %s', (hash, comment) => {
    expect(permalinkedComment(hash)).toBe(comment);
  });
});
