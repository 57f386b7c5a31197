import { parseText } from '../platform/text';
import { screen } from './checks';
import { compilePolicy } from './screening-policy';
import { good } from './standing';

const settings = {
  newReaderComments: 0,
  newReaderHours: 0,
  maxLinks: null,
  trustedDomains: [],
  blockedDomains: ['spam.example'],
  rejections: 0,
  rejectionDays: 7,
  repeatsOfReader: 0,
  repeatsOfOthers: 0,
};
const policy = compilePolicy({ version: '1', settings, scorer: null, lists: [{ name: 'List', outcome: 'refuse', terms: ['frumious'] }] });

function findingsOf(text: string) {
  const draft = { commentId: '', threadId: '', authorId: '', text, body: parseText(text) };
  return screen(draft, { policy, standing: good }).map(({ rule, excerpts }) => ({ rule, excerpts }));
}

describe('a listed word', () => {
  it.each([
    '[fru](https://a.example/)mious',
    'fru[mi](mailto:a@b.example)ous',
    '||[fru](https://a.example/)mious||',
    '> - [fru](https://a.example/)[mious](https://b.example/)',
  ])('is found where a link divides it: %p', (text) => {
    expect(findingsOf(`So ${text}, is it?`.replace(/^So >/, '> So'))).toEqual([{ rule: 'blocked_words', excerpts: ['frumious'] }]);
  });

  it.each(['fru [mious](https://a.example/)', '- [fru](https://a.example/)\n- mious', '[fru](https://a.example/)\nmious'])(
    'is not made of two: %p',
    (text) => {
      expect(findingsOf(text)).toEqual([]);
    },
  );

  it('is told once where it is written and read alike', () => {
    expect(findingsOf('Frumious [here](https://a.example/).')).toEqual([{ rule: 'blocked_words', excerpts: ['Frumious'] }]);
  });
});

describe('a link to a blocked domain', () => {
  it.each([
    'mailto:me@spam.example,you@a.example',
    'mailto:you@a.example?cc=me@spam.example',
    'mailto:me@spam%2Eexample',
    'mailto:me@spam.example.',
    'https://spam.example../',
  ])('is found in %p', (url) => {
    expect(findingsOf(`Write [to us](${url}).`)).toEqual([{ rule: 'links', excerpts: [url] }]);
  });

  it.each(['mailto:me@notspam.example', 'mailto:spam.example@a.example', 'https://a.example/@spam.example'])(
    'is not found in %p',
    (url) => {
      expect(findingsOf(`Write [to us](${url}).`)).toEqual([]);
    },
  );
});
