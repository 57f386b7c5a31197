import { excerptOf, wordsOf } from './excerpt';

const marked = (text: string, hits: { words?: string[]; strings?: string[] }): string =>
  excerptOf(text, { words: new Set(hits.words), strings: hits.strings ?? [] })
    .map((part) => (part.isHit ? `[${part.text}]` : part.text))
    .join('');

describe('an excerpt', () => {
  it.each([
    ['Straße und STRASSE', { words: ['strasse'] }, '[Straße] und [STRASSE]'],
    ['Cafe\u0301, café', { words: ['cafe'] }, '[Cafe\u0301], [café]'],
    ['ﬁne œuvre', { words: ['fine', 'oeuvre'] }, '[ﬁne] [œuvre]'],
    ['東京タワー', { strings: ['京タ'] }, '東[京タ]ワー'],
    ['a  wide\n gap', { strings: ['wide gap'] }, 'a  [wide\n gap]'],
    ['hid\u200bden', { words: ['hidden'] }, '[hid\u200bden]'],
    ['overlapping', { strings: ['overlap', 'lapping'] }, '[overlapping]'],
    ['nothing here', { words: ['there'], strings: ['thing t'] }, 'nothing here'],
    ['<i>x</i>', { words: ['x'] }, '<i>[x]</i>'],
  ])('marks in %j what is looked for, as it is written', (text, hits, expected) => {
    expect(marked(text, hits)).toBe(expected);
  });

  it('is short, begins a little before the first hit, and cuts no character in two', () => {
    const text = `${'😀'.repeat(500)}here${'😀'.repeat(500)}`;
    const shown = marked(text, { words: ['here'] });
    expect(shown).toMatch(/^…(😀){29,31}\[here\](😀){110,130}…$/u);
    expect(shown).not.toMatch(/\p{Cs}/u);
  });

  it('knows the words of texts once, folded', () => {
    expect(wordsOf(['Ärger, ärger', 'Ärger 2'])).toEqual(['arger', '2']);
  });
});
