import { parseText } from '../platform/text';
import { foldedName, mentionedIn, possibleMentions } from './mentions';

const known = ['Ann', 'Ann Lee', 'Anna', 'Jean-Paul O’Neill', 'Ольга Ким', '李明', 'J. R. Ewing', 'Łukasz', 'x_1'];
const byName = new Map(known.map((name) => [foldedName(name), name]));
const mentioned = (text: string): string[] => mentionedIn(possibleMentions(parseText(text)), byName);

describe('who is mentioned in a text', () => {
  it.each<[text: string, names: string[]]>([
    ['@Ann what do you think?', ['Ann']],
    ['I agree with @Ann', ['Ann']],
    ['@Ann Lee is right', ['Ann Lee']],
    ['@Ann Leeds is right', ['Ann']],
    ['@Ann, a good thought', ['Ann']],
    ['@Anna.', ['Anna']],
    ['@ann LEE!', ['Ann Lee']],
    ["@jean-paul o'neill: yes", ['Jean-Paul O’Neill']],
    ['(@Ann) and “@Anna”', ['Ann', 'Anna']],
    ['@Ann @Anna @Ann', ['Ann', 'Anna']],
    ['@ольга ким, спасибо', ['Ольга Ким']],
    ['你好@李明你怎么看', ['李明']],
    ['@李明', ['李明']],
    ['@J. R. Ewing.', ['J. R. Ewing']],
    ['@Łukasz', ['Łukasz']],
    ['**@Ann** and *@Anna*', ['Ann', 'Anna']],
    ['||@Ann|| did it', ['Ann']],
    ['- one\n- for @Ann', ['Ann']],
    ['@x_1 hello', ['x_1']],
    ['@Ann  Lee', ['Ann Lee']],
    ['`@Anna` @Ann `@Anna`', ['Ann']],
    ['@Ann`code`', ['Ann']],
    ['one\n@Ann\n@Anna', ['Ann', 'Anna']],
  ])('%s', (text, names) => {
    expect(mentioned(text)).toEqual(names);
  });

  it.each([
    'write to joe@ann.example or ann@Ann',
    'https://example.org/@Ann/1',
    '[here](https://example.org/@Ann)',
    '@Annabel',
    '@Аnn', // a Cyrillic А: another name
    '@ Ann',
    '@@Ann',
    '@An',
    '`@Ann`',
    '`code`@Ann`code` and `@`Ann',
    '> @Ann said so',
    '- > @Ann said so',
    '@Ann1',
    'Ann',
    '@',
    '@Nobody at all',
  ])('nobody in: %s', (text) => {
    expect(mentioned(text)).toEqual([]);
  });

  it('names no more than ten, and looks no further than twice as many', () => {
    const many = Array.from({ length: 30 }, (_, index) => `Reader ${String.fromCharCode(97 + (index % 26))}${index}`);
    const places = possibleMentions(parseText(many.map((name) => `@${name};`).join(' ')));
    expect(places).toHaveLength(20);
    expect(mentionedIn(places, new Map(many.map((name) => [foldedName(name), name])))).toEqual(many.slice(0, 10));
  });

  it('is quick whatever is written', () => {
    const start = performance.now();
    for (const text of ['@'.repeat(5_000), '@a '.repeat(1_600), '@李'.repeat(2_500), `@${'a '.repeat(2_400)}`])
      possibleMentions(parseText(text));
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
