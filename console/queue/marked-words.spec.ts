import { aroundWords } from './marked-words';

describe('the words a comment waits for', () => {
  it.each<[string, string[], string[]]>([
    ['Nothing here.', [], ['Nothing here.']],
    ['A bad word, and Bad again.', ['bad'], ['A ', 'bad', ' word, and ', 'Bad', ' again.']],
    ['Badly written, as it is bad.', ['bad'], ['Badly written, as it is ', 'bad', '.']],
    ['bad luck', ['bad', 'bad luck'], ['', 'bad luck', '']],
    ['a+b (c) [d] {e} f|g \\', ['a+b', '(c)', '[d]', '{e}', '|', '\\'], ['', 'a+b', ' ', '(c)', ' ', '[d]', ' ', '{e}', ' f|g ', '\\', '']],
    ['größer und groß', ['groß'], ['größer und ', 'groß', '']],
  ])('are found in %p', (text, words, parts) => {
    expect(aroundWords(text, words)).toEqual(parts);
  });
});
