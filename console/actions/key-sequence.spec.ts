import { KeySequence } from './key-sequence';

describe('two keys', () => {
  it('one after the other are one, for two seconds and once', () => {
    const sequence = new KeySequence();
    sequence.begin('g', 1_000);
    expect([sequence.completedBy('t', 2_999), sequence.completedBy('t', 3_000)]).toEqual(['g t', 't']);
    sequence.begin('g', 1_000);
    expect(sequence.completedBy('t', 3_000)).toBe('t');
  });
});
