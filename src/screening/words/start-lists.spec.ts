import { type StartListLanguage, startListLanguages } from '../../../contract/screening';
import { startList } from './start-lists';
import { foldedTerm } from './term-patterns';
import { WordMatcher } from './word-matcher';

describe('the list to start from', () => {
  it.each<[StartListLanguage, number]>([
    ['ar', 30],
    ['de', 60],
    ['en', 350],
    ['es', 60],
    ['fr', 80],
  ])('of %s has words', (language, atLeast) => {
    expect(startList(language).length).toBeGreaterThan(atLeast);
  });

  it.each(startListLanguages)('of %s has no two words that are found in the same texts', (language) => {
    const folded = startList(language).map(foldedTerm);
    expect(new Set(folded).size).toBe(folded.length);
    expect(folded).not.toContain('');
  });

  it.each(startListLanguages)('of %s is found, word for word, in texts that contain it', (language) => {
    const words = startList(language);
    const matcher = new WordMatcher(words.map((word) => ({ word, payload: word })));
    for (const word of words) expect(matcher.find(`– ${word}.`).map(({ term }) => term.word)).toContain(word);
  });
});
