import { namesBeginning } from './name-beginning';

describe('the beginning of a name', () => {
  it.each([
    ['An', 'Anna Berg'],
    ['ANNA B', 'Anna Berg'],
    ['ber', 'Anna Berg'],
    ['anna  b', 'Anna Berg'],
    ['lüd', 'Müller-Lüdenscheid'],
    ['jose', 'José'],
    ['José', 'Jose\u0301 Maria'],
    ['zoë o’n', "Zoe O'Neill"],
    ['lukasz', 'Łukasz'],
    ['strauss', 'Strauß'],
    ['ismail', 'İsmail'],
    ['ánh', 'Nguyễn Thị Ánh'],
    ['людм', 'ЛЮДМИЛА'],
    ['νικ', 'Νίκος'],
    ['محمد', 'مُحَمَّد علي'],
    ['דו', 'דָּוִד'],
    ['अमृ', 'अमृता'],
    ['王', '王小明'],
    ['太', '山田 太郎'],
    ['기', '김민준'],
    ['75', 'Élodie 75'],
    ['ｗｉ', 'Wide'],
  ])('%s is one of %s', (typed, name) => {
    expect(namesBeginning(typed)(name)).toBe(true);
  });

  it.each([
    ['', 'Anna'],
    [' ', 'Anna Berg'],
    ['.', 'A. Berg'],
    ['\u0301', 'Anna'],
    ['nna', 'Anna'],
    ['anna b', 'Anna'],
    ['anna ', 'Anna'],
    ['anna-b', 'Anna Berg'],
    ['राम', 'रमा'],
    ['明', '王小明'],
  ])('%p is none of %s', (typed, name) => {
    expect(namesBeginning(typed)(name)).toBe(false);
  });
});
