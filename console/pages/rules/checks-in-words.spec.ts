import { en as catalogue } from '../../catalogues/en';
import { Wording } from '../../catalogues/wording';
import { checksInWords } from './checks-in-words';
import { aList, aView } from './rules.builder';
import { texts } from './texts';

const told = (given: Partial<typeof aView>) =>
  checksInWords({ wording: new Wording('en', catalogue), texts: texts.en }, { ...aView, ...given }).map(({ title, sentences }) =>
    [title, ...sentences].join(' ').replace(/[\u2068\u2069]/g, ''),
  );

describe('the checks in words', () => {
  it('stand in the order of the policy, as they are on', () => {
    const lists = [
      { ...aList, isOn: true },
      { ...aList, name: 'Others', isOn: true },
      { ...aList, name: 'Off' },
    ];
    expect(told({ lists })).toEqual([
      'Words that are not published No list is on.',
      'Words that a moderator reads first A comment with a word of these lists is held: Words, Others.',
      'Links A comment with more than 5 links is held. Links to 1 domain are refused.',
      expect.stringContaining('almost the same as 2 of the last day by its author, or 3 by others'),
      'New readers Nobody is held for being new.',
      'Recent rejections Held is a reader of whom 3 comments of the last 7 days were rejected or removed.',
    ]);
  });

  it('say what is not checked', () => {
    const off = { ...aView.settings, maxLinks: null, blockedDomains: [], repeatsOfReader: 0, repeatsOfOthers: 0, rejections: 0 };
    expect(told({ settings: off }).slice(2)).toEqual([
      'Links Any number of links is published.',
      expect.stringContaining('The same text is published as often as it comes.'),
      'New readers Nobody is held for being new.',
      'Recent rejections Nobody is held for earlier rejections.',
    ]);
  });
});
