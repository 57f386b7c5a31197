import { inBatches } from './term-batches';

describe('words that are sent', () => {
  it('go in parts of at most 500, all of them in their order', () => {
    const terms = Array.from({ length: 1_201 }, (_, number) => `word${number}`);
    const batches = inBatches(terms);
    expect(batches.map(({ length }) => length)).toEqual([500, 500, 201]);
    expect(batches.flat()).toEqual(terms);
  });

  it('go in parts that a request can carry, however long they are', () => {
    const long = inBatches(Array.from({ length: 400 }, () => '傻'.repeat(80)));
    expect(long.length).toBe(3);
    for (const batch of long) expect(new TextEncoder().encode(JSON.stringify({ add: batch })).length).toBeLessThan(45_000);
  });

  it('are none where there is none', () => {
    expect(inBatches([])).toEqual([]);
  });
});
