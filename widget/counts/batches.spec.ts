import { batchesOf } from './batches';

const keys = (count: number, length = 1): string[] => Array.from({ length: count }, (_, index) => `${index}`.padStart(length, 'x'));

describe('the articles of one request', () => {
  it.each([
    [0, []],
    [1, [1]],
    [100, [100]],
    [101, [100, 1]],
    [250, [100, 100, 50]],
  ])('of %d are %j', (count, sizes) => {
    expect(batchesOf(keys(count)).map(({ length }) => length)).toEqual(sizes);
  });

  it('are fewer when their keys are long, and none is left out', () => {
    const articles = keys(100, 200);
    const batches = batchesOf(articles);
    expect(batches.flat()).toEqual(articles);
    for (const batch of batches) expect(batch.map((key) => `&article=${key}`).join('').length).toBeLessThanOrEqual(6_000);
    expect(batchesOf(['ä'.repeat(2_000)])).toHaveLength(1);
  });
});
