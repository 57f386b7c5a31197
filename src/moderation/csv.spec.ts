import { csvLine } from './csv';

describe('a line of a table', () => {
  it.each([
    ['plain', '"plain"'],
    ['', '""'],
    ['a "word", and\nmore', '"a ""word"", and\nmore"'],
    ['=1+1', `"'=1+1"`],
    ['+49', `"'+49"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t'=1"`],
    ['\r=1', `"'\r'=1"`],
    ['\n=1', `"'\n'=1"`],
    ['＝1', `"'＝1"`],
    ['="x"', `"'=""x"""`],
    ['2-1', '"2-1"'],
    ['a;=1+1;b', `"a;'=1+1;b"`],
    ['a\n=1+1', `"a\n'=1+1"`],
    ['a\t@SUM(A1)', `"a\t'@SUM(A1)"`],
    ['a; b', '"a; b"'],
    ['a\n\nb', '"a\n\nb"'],
    ['Grüße, 東京', '"Grüße, 東京"'],
  ])('has %j as %s', (cell, written) => {
    expect(csvLine([cell, 'end'])).toBe(`${written},"end"\r\n`);
  });
});
