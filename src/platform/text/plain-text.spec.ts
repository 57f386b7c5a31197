import { beginningOf, lengthOf, normalizeText, parseText, plainText } from '.';

describe('the plain words of a comment', () => {
  it.each([
    ['*a* **b** `c`', 'a b c'],
    ['one\ntwo\n\nthree', 'one\ntwo\nthree'],
    ['> said\n\nanswered', 'said\nanswered'],
    ['- a\n- b\n  1. c', 'a\nb\nc'],
    ['[words](https://example.org)', 'words'],
    ['https://example.org', 'https://example.org'],
    ['he ||is **dead**|| now', 'he … now'],
    ['-\n-', ''],
    ['<b>&amp;</b>', '<b>&amp;</b>'],
    ['', ''],
  ])('%p reads as %p', (source, words) => {
    expect(plainText(parseText(source))).toBe(words);
  });
});

describe('the length of a text', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['e\u0301', 1],
    ['👩‍👩‍👧‍👦', 1],
    ['🇩🇪🇫🇷', 2],
    ['नि', 1],
    ['a\nb', 3],
  ])('of %p is %p characters as readers count them', (text, length) => {
    expect(lengthOf(text)).toBe(length);
  });
});

describe('a normalised text', () => {
  it.each([
    ['e\u0301', 'é'],
    ['e\u0001\u0301', 'é'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['a\u0000\u0007\u007f\u009fb', 'ab'],
    ['a\tb', 'a\tb'],
    ['a  \n  b', 'a  \n  b'],
    [' \n\ta\n ', 'a'],
    ['a\ud800b', 'a\ufffdb'],
    ['👍', '👍'],
    ['\u2067مرحبا\u2069', '\u2067مرحبا\u2069'],
  ])('of %p is %p', (source, text) => {
    expect(normalizeText(source)).toBe(text);
  });
});

describe('the beginning of a text', () => {
  it.each([
    ['short', 'short'],
    ['in\n\n two  lines', 'in two lin…'],
    ['1234567890', '1234567890'],
    ['123456789 0', '123456789…'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦345678901', '👩‍👩‍👧‍👦👩‍👩‍👧‍👦34567890…'],
  ])('%p, in ten characters, is %p', (text, beginning) => {
    expect(beginningOf(text, 10)).toBe(beginning);
  });
});
