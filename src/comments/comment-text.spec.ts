import { readCommentText } from './comment-text';

function codeOf(source: string): string | undefined {
  try {
    readCommentText(source);
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('the text of a comment', () => {
  it.each([
    ['Hindi', 'क्ष्म्य कार्त्स्न्य र्द्ध्व ज़िंदगी'],
    ['Thai', 'ที่นี่ น้ำ ผู้ใหญ่ ปี่'],
    ['Vietnamese', 'Tiếng Việt: những trường hợp khẩn cấp'],
    ['Vietnamese, decomposed', 'Tiếng Việt: những trường hợp'.normalize('NFD')],
    ['Arabic with every vowel', 'بِسْمِ ٱللَّٰهِ ٱلرَّحْمَـٰنِ ٱلرَّحِيمِ'],
    ['Hebrew with points and cantillation', 'בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים יְרוּשָׁלִַ֗͏ִם'],
    ['Greek, decomposed', 'ᾧ ἄνθρωπος ᾗ'.normalize('NFD')],
    ['Korean, decomposed', '안녕하세요 값'.normalize('NFD')],
    ['Tibetan', 'ཨོཾ་མ་ཎི་པདྨེ་ཧཱུྃ ཧྐྵྨླྺྼྻྂ'],
    ['Burmese', 'မြန်မာဘာသာ ကျွန်ုပ်'],
    ['Khmer', 'ភាសាខ្មែរ ស្ត្រី'],
    ['Tamil', 'தமிழ் க்ஷௌ ஸ்ரீ'],
    ['phonetic letters', 'n̪̊ː t͡ʃʼ ɔ̃̀ː'],
    ['emoji families', '👨🏻‍👩🏼‍👧🏽‍👦🏿 👩‍❤️‍💋‍👨 🏳️‍⚧️ 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} 1️⃣'],
    ['eight marks', `a${'\u0301'.repeat(8)}`],
    ['a whole comment of pointed Hebrew', 'בְּ'.repeat(5_000)],
    ['two thousand families', '👨‍👩‍👧‍👦'.repeat(2_000)],
  ])('takes %s', (_, source) => {
    expect(readCommentText(source).text).toBe(source.normalize('NFC'));
  });

  it.each([
    ['nine marks', `a${'\u0301'.repeat(9)}`, 'too_many_marks'],
    ['marks of several kinds', 'a\u0300\u0316\u20dd\u0489\u1ab0\u1dc0\ufe20\u0334\u0358', 'too_many_marks'],
    ['marks on nothing', '\u0301'.repeat(9), 'too_many_marks'],
    ['marks with joiners between them', `a${'\u0301\u200d'.repeat(9)}`, 'too_many_marks'],
    ['marks with control characters between them', `a${'\u0301\u0000'.repeat(9)}`, 'too_many_marks'],
    ['a character too many', 'x'.repeat(5_001), 'comment_too_long'],
    ['code points too many in few characters', 'e\u0301\u0316\u0323\u0327'.repeat(4_001), 'comment_too_long'],
    ['joiners without end', `a${'\u200d'.repeat(20_000)}`, 'comment_too_long'],
    ['nothing', ' \n\t', 'comment_empty'],
    ['nothing to see', '\u200b\u2060\u00ad', 'comment_empty'],
  ])('refuses %s', (_, source, code) => {
    expect(codeOf(source)).toBe(code);
  });

  it('that is too long says by how much, in what is counted', () => {
    expect(() => readCommentText('x'.repeat(5_002))).toThrow('2 characters too many: a comment has at most 5000');
    expect(() => readCommentText('👨‍👩‍👧‍👦'.repeat(3_000))).toThrow('1000 code points (an emoji can be made of several) too many');
  });

  it.each([
    ['marks that normalising would sort', `a${'\u0301\u0316'.repeat(9_999)}`],
    ['letters with as many marks as may be', `x${'\u0301\u200d'.repeat(8)}`.repeat(1_170)],
    ['joiners between marks', `x${`\u0301${'\u200d'.repeat(2_400)}`.repeat(8)}`],
  ])('is looked at in no time with %s', (_, source) => {
    // By the square it would be seconds.
    expect(fastest(source)).toBeLessThan(100);
  });
});

/** Milliseconds; of several, so that what else the machine does does not count. */
function fastest(source: string): number {
  const times = Array.from({ length: 10 }, () => {
    const start = performance.now();
    codeOf(source);
    return performance.now() - start;
  });
  return Math.min(...times);
}
