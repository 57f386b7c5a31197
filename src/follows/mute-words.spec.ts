import { isMuteWord, muteWordsMatcher } from '../../contract/mute-words';
import { parseText } from '../platform/text';

describe('a mute word', () => {
  it.each([
    ['in another case', 'The Ferry is late', 'fERRY'],
    ['in capitals that have no small letter of their own', 'DIE STRASSE', 'straße'],
    ['in Greek capitals, whose last letter has two small ones', 'ΟΔΟΣ', 'οδός'.normalize('NFD').replace(/\p{M}/gu, '')],
    ['however a letter is encoded', 're\u0301sume\u0301', 'résumé'],
    ['in letters that only look wide', 'ｆｅｒｒｙ', 'ferry'],
    ['as a phrase over punctuation', 'The night, train!', 'night train'],
    ['as a phrase over a line break', 'The night\ntrain', 'night train'],
    ['as a phrase over paragraphs', 'The night\n\ntrain', 'night train'],
    ['written with punctuation itself', 'the night train', '“night-train”'],
    ['beside punctuation', '(ferry)', 'ferry'],
    ['with an apostrophe before it', 'l’école', 'école'],
    ['as the whole text', 'ferry', 'ferry'],
    ['in a spoiler', 'It ends: ||the ferry sinks||', 'ferry'],
    ['partly in bold', 'fer**ry**', 'ferry'],
    ['partly in a link', '[fer](https://example.org)ry', 'ferry'],
    ['in a quote and a list', '> - ferry', 'ferry'],
    ['in code', 'the `ferry`', 'ferry'],
    ['in the words of a link', '[the ferry](https://example.org)', 'ferry'],
    ['with a hyphen in it that is not seen', 'fer\u00adry', 'ferry'],
    ['with a joiner in it that is not seen', 'fe\u200drr\u200by', 'ferry'],
    ['as a number', 'in 2027.', '2027'],
    ['in Cyrillic', 'ПАРОМ опоздал', 'паром'],
    ['in Arabic', 'تأخرت العبارة كثيرا', 'العبارة'],
    ['in Arabic with vowel marks', 'كِتَابٌ جديد', 'كتاب'],
    ['in Arabic that is drawn out', 'كتـــاب', 'كتاب'],
    ['in Hebrew with vowel marks', 'סֵפֶר', 'ספר'],
    ['in Chinese, where no space parts it', '今天的渡轮晚点了', '渡轮'],
    ['in Japanese, where no space parts it', 'フェリーが遅れた', 'フェリー'],
    ['in Thai, where no space parts it', 'วันนี้เรือสาย', 'เรือ'],
    ['as an emoji', 'really🤡really', '🤡'],
    ['as an emoji of another colour', 'no 👎🏽', '👎'],
    ['as a flag', 'here 🇫🇷', '🇫🇷'],
  ])('is found %s', (_, source, word) => {
    expect(muteWordsMatcher(['another', word])(parseText(source))).toBe(true);
  });

  it.each([
    ['inside another word', 'ferryman', 'ferry'],
    ['at the end of another word', 'car ferryboat', 'boat'],
    ['inside another word in Cyrillic', 'паромщик', 'паром'],
    ['without its accent', 'my resume', 'résumé'],
    ['with an accent more', 'my résumé', 'resume'],
    ['in another order', 'train night', 'night train'],
    ['with a word between', 'night of the train', 'night train'],
    ['in the address of a link', '[there](https://example.org/ferry)', 'ferry'],
    ['over the end of a word', 'night trains', 'night train'],
    ['as another emoji', '🤠', '🤡'],
    ['in no words at all', '…', 'ferry'],
  ])('is not found %s', (_, source, word) => {
    expect(muteWordsMatcher([word])(parseText(source))).toBe(false);
  });

  it.each(['', ' ', '…', '“”', '\u200b'])('hides nothing where there is nothing to find: %p', (word) => {
    expect(isMuteWord(word)).toBe(false);
    for (const source of ['Any … “text”', '…']) expect(muteWordsMatcher([word])(parseText(source))).toBe(false);
  });

  it('hides nothing where there is none', () => {
    expect(muteWordsMatcher([])(parseText('Any text'))).toBe(false);
  });

  it('is prepared once, and a text too, however many there are', () => {
    const words = Array.from({ length: 100 }, (_, each) => `word ${each}`);
    const bodies = Array.from({ length: 50 }, () => parseText('Any text'));
    const normalize = jest.spyOn(String.prototype, 'normalize');
    const isMuted = muteWordsMatcher(words);
    const prepared = normalize.mock.calls.length;
    for (const body of bodies) expect(isMuted(body)).toBe(false);
    const looked = normalize.mock.calls.length - prepared;
    normalize.mockRestore();
    expect([prepared <= 2 * words.length, looked]).toEqual([true, bodies.length]);
  });
});
