import { WordMatcher } from './word-matcher';

const matcherOf = (...words: string[]) => new WordMatcher(words.map((word) => ({ word, payload: { list: 'blocked' } })));

describe('what the matcher tells', () => {
  it('is each term once, with what belongs to it, in the order of the text', () => {
    const text = 'so bad, really BAD, you fool';
    const found = matcherOf('fool', 'bad').find(text);
    expect(found.map(({ term, from, to }) => [term.word, term.payload.list, text.slice(from, to)])).toEqual([
      ['bad', 'blocked', 'bad'],
      ['fool', 'blocked', 'fool'],
    ]);
  });

  it('is both of two terms that lie on one another', () => {
    expect(
      matcherOf('kill yourself', 'yourself', 'kill')
        .find('kill yourself')
        .map(({ term }) => term.word),
    ).toEqual(['kill', 'kill yourself', 'yourself']);
  });

  it('is a term at the end of what began as a longer one', () => {
    expect(
      matcherOf('kill yourself now', 'yourself')
        .find('kill yourself today')
        .map(({ term }) => term.word),
    ).toEqual(['yourself']);
  });

  it('is nothing for an empty list, an empty text or terms without letters', () => {
    expect(matcherOf().find('bad')).toEqual([]);
    expect(matcherOf('bad').find('')).toEqual([]);
    expect(matcherOf('', '*', '**', '—', '🖕').find('bad * ** — 🖕')).toEqual([]);
  });

  it('lies at places of the text as given, emoji and accents included', () => {
    const text = '😀 ba\u0301d\u0301 😀';
    const [match] = matcherOf('bad').find(text);
    expect(match).toMatchObject({ from: 3, to: 8 });
  });
});

describe('the steps that looking takes', () => {
  const terms = [
    ...['bad', 'ass', 'aa', 'ab ab ab ab', 'a a a a a a a a', 'aaaa aaaa', 'abababab', 'abab', 'l1l1', 'b*', '*ba', '傻傻逼'],
    ...Array.from({ length: 40 }, (_, length) => 'ab'.repeat(length + 1)),
    ...Array.from({ length: 40 }, (_, length) => `${'as '.repeat(length + 1)}b`),
  ];
  const matcher = matcherOf(...terms);
  const stepsPerCharacter = 120;

  it.each([
    ...[
      'a',
      'ab',
      'ab ',
      'a ',
      'a.',
      'a-',
      'a!',
      'a!!',
      '!',
      '1',
      '1 ',
      '1l',
      'as ',
      'as-',
      'a s ',
      'ass',
      'aab',
      '傻',
      '傻逼',
      '傻 ',
      'áx',
      'a\u0301',
    ],
    ...[
      '**a',
      '||a||',
      'ΑA',
      'Iа',
      'http://a',
      'http://a/(',
      'https://',
      '((a',
      'ู',
      '\u200b',
      'a\u200b',
      '🇦',
      '𝐚',
      'ß',
      'ä ',
      '*',
      ' ',
      '\n',
    ],
  ])('grow with the text and not faster, also for %p without end', (unit) => {
    const stepsOf = (characters: number) => matcher.look(unit.repeat(Math.ceil(characters / unit.length))).steps;
    const [short, long] = [stepsOf(4_000), stepsOf(16_000)];
    expect(long).toBeLessThanOrEqual(4.1 * short + stepsPerCharacter);
    expect(long).toBeLessThanOrEqual(stepsPerCharacter * 16_000);
  });
});
