import { articleUrl, assertArticleKey, readTitle } from './article';

describe('what a page says about its article', () => {
  it.each(['story-4711', 'Grüße/2026', '新聞'])('takes the key %s', (key) => {
    expect(() => assertArticleKey(key)).not.toThrow();
  });

  it.each(['', 'a'.repeat(201), 'a\u0000b', 'a\nb'])('refuses the key %j', (key) => {
    expect(() => assertArticleKey(key)).toThrow(/article key/);
  });

  it.each([
    ['  The night train ', 'The night train'],
    ['One\u0000\nline\u2028only', 'One line only'],
    ['Turned \u202egnuo\u202c', 'Turned  gnuo'],
    ['Cafe\u0301', 'Café'],
    ['\u0007', ''],
  ])('reads the title %j as %j', (given, title) => {
    expect(readTitle(given)).toBe(title);
  });

  it('cuts a title between characters', () => {
    expect(readTitle('🚂'.repeat(400))).toBe('🚂'.repeat(300));
  });

  it.each([
    ['https://a.example/story#comments', 'https://a.example/story'],
    ['https://anna:secret@a.example/story?id=7', 'https://a.example/story?id=7'],
    ['story', undefined],
    ['blob:https://a.example/story', undefined],
    ['javascript:alert(1)', undefined],
    [`https://a.example/${'x'.repeat(2_000)}`, undefined],
  ])('reads the address %s', (given, url) => {
    expect(articleUrl(given)?.href).toBe(url);
  });
});
