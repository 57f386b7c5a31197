import { randomBytes } from 'node:crypto';
import { readReference, referenceOf } from './notice-reference';

describe('the reference of a notice', () => {
  it.each<[number[], string]>([
    [[0, 0, 0, 0, 0], 'N-0000-0000'],
    [[255, 255, 255, 255, 255], 'N-ZZZZ-ZZZZ'],
    [[0, 0, 0, 0, 33], 'N-0000-0011'],
    [[128, 0, 0, 0, 0], 'N-G000-0000'],
  ])('of %p is %s', (bytes, reference) => {
    expect(referenceOf(Buffer.from([...bytes, 7, 7]).toString('base64url'))).toBe(reference);
  });

  it('is another for every secret, and read as it was written', () => {
    const references = Array.from({ length: 1_000 }, () => referenceOf(randomBytes(32).toString('base64url')));
    expect(new Set(references).size).toBe(1_000);
    expect(references.filter((reference) => readReference(reference) !== reference)).toEqual([]);
  });
});
