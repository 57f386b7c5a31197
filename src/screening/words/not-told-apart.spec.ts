import { WordMatcher } from './word-matcher';

const listed = (word: string) => new WordMatcher([{ word, payload: word }]);

/**
 * What folding cannot tell apart. An editor lists the longer or the shorter form, or does without; the console shows what a list would have held
 * before it is switched on.
 */
describe('a word that folds to the same letters as another is found as well', () => {
  it.each<[word: string, text: string, why: string]>([
    ['sale', 'salé', 'French accents make other words, and evasions use accents'],
    ['schwul', 'schwül', 'so do umlauts'],
    ['sik', 'sık', 'the dotless i is written for i'],
    ['cope', 'соре', 'a Cyrillic word can look like a Latin one'],
    ['草', '草原', 'without spaces, a short word stands in longer ones'],
    ['日本', '今日本を読む', 'and across two words'],
    ['ควย', 'กควยก', 'in Thai too'],
    ['ass', 'A.S.S. Smith', 'initials are spelled out words'],
    ['the rapist', 'therapist', 'several words are also looked for as one'],
    ['cock', 'cock-a-doodle', 'a hyphen ends a word'],
  ])('%p in %p: %s', (word, text) => {
    expect(listed(word).find(text)).toHaveLength(1);
  });
});

describe('words that are not recognised', () => {
  it.each<[word: string, text: string, why: string]>([
    ['fuck', 'f*ck', 'a mask fits many words: list fck'],
    ['bad', 'baad', 'two letters for one make other words: bite and bitte'],
    ['shit', 'shlt', 'a small l makes other words: heil and hell'],
    ['ass', '@$$', 'signs alone are no word'],
    ['shit', '5h17', 'more digits than letters are a number'],
    ['penis', 'pen is', 'two pieces with several letters are two words'],
    ['كلب', 'الكلب', 'an article is a part of the word: list *كلب'],
    ['fuck', '\u202ekcuf\u202c', 'what is turned round is not read backwards'],
  ])('%p in %p: %s', (word, text) => {
    expect(listed(word).find(text)).toEqual([]);
  });
});
