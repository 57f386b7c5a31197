import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseText } from '../platform/text';
import { textShape } from './text-shape';

const shapeOf = (text: string) => textShape(parseText(text));
const areAlike = (one: string, other: string) => shapeOf(one).some((band) => shapeOf(other).includes(band));
const spam = 'Earn a thousand euros a week from home, ask my friend how it is done, it really works, I bought a car';

it.each([
  ['the same', spam],
  ['other case, marks, digits and spaces', `  ${spam.toUpperCase().replaceAll(' ', '   ')} 100 %!!!`],
  ['a word more', `${spam} yesterday`],
  ['another address', `${spam} https://elsewhere.example/x`],
  ['bold letters', `**${spam}**`],
  ['letters of another form', spam.replaceAll('a', 'ａ')],
])('a text with %s is almost the same', (_, text) => {
  expect(areAlike(`${spam} https://here.example`, text)).toBe(true);
});

it.each([
  ['another text', 'The old lift has not worked for years, and nobody at the station could tell me when it will be repaired'],
  ['one that quotes it', `> ${spam}\n\nDo not believe this. Nobody has ever earned anything from home in a week without working`],
])('%s is not', (_, text) => {
  expect(areAlike(spam, text)).toBe(false);
});

it('texts of a few letters again and again are alike when those are the same', () => {
  const texts = ['ha', 'a', 'no', 'lo', 'xd', 'wow', 'je'].map((letters) => letters.repeat(60));
  for (const one of texts) expect(texts.filter((other) => areAlike(one, other))).toEqual([one]);
  expect(areAlike('ha'.repeat(30), 'HA! '.repeat(40))).toBe(true);
});

it('a short text, or one of quotes, links and numbers alone, is like none', () => {
  for (const text of [
    'I agree.',
    '0123456789 '.repeat(20),
    `> ${spam}`,
    'https://here.example/a-rather-long-address-of-letters-and-more-of-them',
    '',
  ])
    expect([text, shapeOf(text)]).toEqual([text, []]);
});

it('tells texts without spaces between words', () => {
  const text = '昨日の会議で市長が発表した計画について、住民の間ではまだ多くの疑問が残っているようですし、説明も十分とは言えません';
  expect(areAlike(text, `${text}。`)).toBe(true);
});

it('finds none alike among real comments that are not', () => {
  const lines = readFileSync(resolve('bench/data/civil-comments-sample.jsonl'), 'utf8').trim().split('\n');
  const texts = [...new Set(lines.map((line) => (JSON.parse(line) as { text: string }).text))];
  const first = new Map<number, string>();
  const alike: [string, string][] = [];
  for (const text of texts)
    for (const band of shapeOf(text)) {
      const other = first.get(band);
      if (other === undefined) first.set(band, text);
      else if (other !== text) alike.push([other, text]);
    }
  expect(alike).toEqual([]);
});
