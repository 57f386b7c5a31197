import { nameSkeleton, normalizeReaderName, readerNameProblem } from './reader-name';

describe('the name of a reader', () => {
  it.each([
    ['Anna', 'Аnnа'],
    ['paypal', 'PayPa1'],
    ['Modern', 'Modem'],
    ['José', 'jose'],
    ['Anna Berg', 'anna.berg'],
    ['Bob', 'B0b'],
    ['Ｗｉｄｅ', 'wide'],
  ])('%s looks like %s', (one, other) => {
    expect(nameSkeleton(one)).toBe(nameSkeleton(other));
  });

  it.each([
    ['Anna', 'Hanna'],
    ['Ben', 'Bert'],
    ['محمد', 'أحمد'],
  ])('%s does not look like %s', (one, other) => {
    expect(nameSkeleton(one)).not.toBe(nameSkeleton(other));
  });

  it.each(['Anna', 'Zoë O’Neill', 'Müller-Lüdenscheid', 'محمد علي', 'Дмитрий', '山田 太郎', 'さくらJapan', '김민준', 'Élodie 75', 'דוד'])(
    'may be %s',
    (name) => {
      expect(readerNameProblem(name)).toBeUndefined();
    },
  );

  it.each([
    ['An', 'too_short'],
    ['x'.repeat(41), 'too_long'],
    ['Anna\u202eannA', 'forbidden_characters'],
    ['An\u200bna', 'forbidden_characters'],
    ['12345', 'forbidden_characters'],
    ['😀😀😀', 'forbidden_characters'],
    ['A\u0301\u0301\u0301\u0301\u0301bc', 'forbidden_characters'],
    ['<b>Anna', 'forbidden_characters'],
    ['Аnna', 'mixed_scripts'],
    ['Moderator', 'reserved'],
    ['M0derat0r', 'reserved'],
  ])('%p is refused as %s', (name, problem) => {
    expect(readerNameProblem(name)).toBe(problem);
  });

  it('is kept in one form', () => {
    expect(normalizeReaderName('  Jose\u0301   Maria ')).toBe('José Maria');
  });

  it('has a skeleton that is its own skeleton', () => {
    for (const name of ['Аnnа', 'PayPa1', 'Modern', 'Ｗｉｄｅ']) expect(nameSkeleton(nameSkeleton(name))).toBe(nameSkeleton(name));
  });
});
