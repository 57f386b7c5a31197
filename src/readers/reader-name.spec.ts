import { nameSkeleton } from './name-skeleton';
import { normalizeReaderName, readerNameProblem } from './reader-name';

describe('the name of a reader', () => {
  it.each([
    ['Anna', 'Аnnа'],
    ['paypal', 'PayPa1'],
    ['Paypal', 'PaypaI'],
    ['Iris', 'lris'],
    ['Claudia', 'Ciaudia'],
    ['Modern', 'Modem'],
    ['William', 'VVilliam'],
    ['José', 'jose'],
    ['Anna Berg', 'anna.berg'],
    ['Bob', 'B0b'],
    ['Ｗｉｄｅ', 'wide'],
    ['O’Brien', 'Oʼbrien'],
    ['Strauß', 'STRAUSS'],
    ['Guðrún', 'GUÐRÚN'],
    ['Anna', 'ᴀnna'],
    ['Karl', 'ᴋᴀʀʟ'],
    ['ANNA', 'ΑΝΝΑ'],
    ['Anna', 'ΑΝΝΑ'],
    ['TOM', 'ТОМ'],
    ['Kate', 'КАТЕ'],
    ['Bob', 'ВОВ'],
    ['Hope', 'НОРЕ'],
    ['Max', 'МАХ'],
    ['Anna', 'ꭺnnꭺ'],
    ['Анна', 'АННА'],
    ['Кирилл', 'КИРИЛЛ'],
    ['Людмила', 'ЛЮДМИЛА'],
    ['Νίκος', 'ΝΊΚΟΣ'],
    ['Ευρυδίκη', 'ΕΥΡΥΔΊΚΗ'],
    ['Արմեն', 'ԱՐՄԵՆ'],
    ['דוד', 'דָּוִד'],
  ])('%s looks like %s', (one, other) => {
    expect(nameSkeleton(one)).toBe(nameSkeleton(other));
  });

  it.each([
    ['Anna', 'Hanna'],
    ['Ben', 'Bert'],
    ['Anna', 'Avva'],
    ['Вася', 'Бася'],
    ['محمد', 'أحمد'],
    ['רינה', 'רנה'],
    ['राम', 'रमा'],
    ['นก', 'นิก'],
    ['ノリコ', 'リコ'],
  ])('%s does not look like %s', (one, other) => {
    expect(nameSkeleton(one)).not.toBe(nameSkeleton(other));
  });

  it.each([
    'Anna',
    'Zoë O’Neill',
    "Sinéad O'Brien",
    'José',
    'Łukasz',
    'Nguyễn Thị Ánh',
    'Guðrún Þórsdóttir',
    'Müller-Lüdenscheid',
    'Élodie 75',
    'Kaʻiulani',
    'Modesta Adminova',
    'Дмитрий',
    'Їжакевич',
    'Ελένη',
    'Արմեն',
    'გიორგი',
    'محمد علي',
    'דוד',
    'अमृता',
    'রবীন্দ্রনাথ',
    'ਗੁਰਪ੍ਰੀਤ',
    'கமலா',
    'สมชาย',
    'မောင်မောင်',
    'አበበ',
    '王小明',
    '山田 太郎',
    '山田タロウ',
    'さくらJapan',
    'ノリコ',
    '김민준',
    'ᎠᏓᎳ',
  ])('may be %s', (name) => {
    expect(readerNameProblem(name)).toBeUndefined();
  });

  it.each([
    ['An', 'too_short'],
    ['x'.repeat(41), 'too_long'],
    ['Anna\u202eannA', 'forbidden_characters'],
    ['An\u200bna', 'forbidden_characters'],
    ['Victim One\u3164', 'forbidden_characters'],
    ['Vic\u00adtim', 'forbidden_characters'],
    ['Anna\ufe0f', 'forbidden_characters'],
    ['An\u034fna', 'forbidden_characters'],
    ['\u3164\u3164\u3164', 'forbidden_characters'],
    ['\u115f \u115f \u115f', 'forbidden_characters'],
    ['\u1160 \u1160 \u1160', 'forbidden_characters'],
    ['\uffa0\uffa0\uffa0', 'forbidden_characters'],
    ['\u02bc\u02bc\u02bc', 'forbidden_characters'],
    ['12345', 'forbidden_characters'],
    ['😀😀😀', 'forbidden_characters'],
    ['A\u0301\u0301\u0301\u0301\u0301bc', 'forbidden_characters'],
    ['<b>Anna', 'forbidden_characters'],
    ['Аnna', 'mixed_scripts'],
    ['ꭺnnꭺ', 'mixed_scripts'],
    ['Annꓮ', 'mixed_scripts'],
    ['ᎠᏓДима', 'mixed_scripts'],
    ['Anna ગીતા', 'mixed_scripts'],
    ['Anna\u0902', 'mixed_scripts'],
    ['Moderator', 'reserved'],
    ['M0derat0r', 'reserved'],
    ['МОD', 'mixed_scripts'],
    ['ᴀᴅᴍɪɴ', 'reserved'],
    ['Adm1n', 'reserved'],
    ['The Moderator', 'reserved'],
    ['Moderators', 'reserved'],
    ['the_m0derat0rs', 'reserved'],
    ['Parley Team', 'reserved'],
    ['Parley’s Editors', 'reserved'],
  ])('%p is refused as %s', (name, problem) => {
    expect(readerNameProblem(name)).toBe(problem);
  });

  it('is kept in one form', () => {
    expect(normalizeReaderName('  Jose\u0301   Maria ')).toBe('José Maria');
  });

  it('has a skeleton that is its own skeleton', () => {
    const names = [
      'Аnnа',
      'PayPa1',
      'Modern',
      'Ｗｉｄｅ',
      'ΑΝΝΑ',
      'Νίκος',
      'КИРИЛЛ',
      'ᴋᴀʀʟ',
      'VVilliam',
      'Strauß',
      'Guðrún',
      'רינה',
      '김민준',
    ];
    for (const name of names) expect(nameSkeleton(nameSkeleton(name))).toBe(nameSkeleton(name));
  });
});
