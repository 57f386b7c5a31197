import { WordMatcher } from './word-matcher';

/** What of the text is shown to its author as the listed word. */
function excerptOf(word: string, text: string): string | undefined {
  const [match] = new WordMatcher([{ word, payload: word }]).find(text.normalize('NFC'));
  return match && text.normalize('NFC').slice(match.from, match.to).normalize('NFC');
}

/** Each row: the listed word, what the reader writes, and the part of it that is shown; without one, the whole. */
type Row = [word: string, text: string, excerpt?: string];

const ofOtherScripts: Row[] = [
  // Cyrillic: its own, in capitals, with Latin look-alikes, all Latin.
  ['сука', 'Сука'],
  ['сука', 'сукa'],
  ['сука', 'cyka'],
  ['СУКА', 'с у к а'],
  ['ёлка', 'елка'],
  ['хуй', 'xуй'],
  ['пизда', 'пи3да'],
  ['μαλάκας', 'ΜΑΛΑΚΑΣ'],
  ['μαλάκας', 'μαλακας'],
  ['μαλάκας', 'μaλακας'],
  // Arabic: harakat, tatweel, alefs and final forms as people write them.
  ['كلب', 'كَلْب'],
  ['كلب', 'كـــلـــب'],
  ['كلب', 'يا كلب!', 'كلب'],
  ['كلب', 'ﻛﻠﺐ'],
  ['كلب', 'ك ل ب'],
  ['كلب', 'ك\u200dل\u200cب'],
  ['كلب', 'کلب'],
  ['أحمق', 'احمق'],
  ['قحبة', 'قحبه'],
  ['ال*', 'الكلب'],
  // Hebrew: niqqud, final letters in the middle and the other way round.
  ['כלב', 'כֶּלֶב'],
  ['שרמוטה', 'שׁרמוטה'],
  ['דגים', 'דגימ'],
  ['כלב', 'כ.ל.ב'],
  // Indic: nukta and the two dots above are left out or mixed up.
  ['लौड़ा', 'लौडा'],
  ['गांड', 'गाँड'],
  ['कुत्ता', 'तू कुत्ता है', 'कुत्ता'],
  ['কুত্তা', 'কুত্‌তা'],
  // Without spaces between words.
  ['傻逼', '你是傻逼吗', '傻逼'],
  ['傻逼', '傻 逼'],
  ['傻逼', '傻*逼'],
  ['傻逼', '傻\u200b逼'],
  ['傻b', '你个傻B啊', '傻B'],
  ['sb', '你是SB吗', 'SB'],
  ['死ね', 'お前死ねよ', '死ね'],
  ['バカ', 'このバカが', 'バカ'],
  ['バカ', 'ﾊﾞｶ'],
  ['ควย', 'ไอ้ควยเอ๊ย', 'ควย'],
  ['ควย', 'ค ว ย'],
  ['바보', '너 바보 아니야', '바보'],
  // Turkish: both kinds of i are one.
  ['sik', 'SİK'],
  ['sik', 'sık'],
  ['pıç', 'piç'],
  ['ibne', 'İBNE'],
  // German: ß is ss; an umlaut is its letter, and written out in two when it is listed as an umlaut.
  ['scheiße', 'Scheisse'],
  ['scheisse', 'SCHEIẞE'],
  ['scheiße', 'scheiße'],
  ['arschlöcher', 'Arschloecher'],
  ['arschlöcher', 'Arschlocher'],
  ['arschlöcher', 'ARSCHLÖCHER'],
  ['enculé', 'ENCULE'],
  ['enculé', 'encul\u0065\u0301'],
  ['sœur', 'soeur'],
];

describe('a listed word', () => {
  it.each(ofOtherScripts)('%p is found in %p, as its script writes it', (word, text, excerpt = text) => {
    expect(excerptOf(word, text)).toBe(excerpt.normalize('NFC'));
  });
});
