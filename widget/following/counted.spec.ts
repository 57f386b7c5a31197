import { countedInProfile as most } from '../../contract/limits';
import { following as ar } from '../catalogues/following-ar';
import { following as en } from '../catalogues/following-en';
import { Wording } from '../catalogues/wording';
import { counted, countedWith } from './counted';

const english = new Wording('en', {} as Wording['texts']);
const arabic = new Wording('ar', {} as Wording['texts']);

describe('how many there are', () => {
  it('is said as far as it is counted', () => {
    expect([1, most - 1, most].map((count) => counted(en.followers, count, english))).toEqual([
      '1 follower',
      '9,999 followers',
      '10,000+ followers',
    ]);
    expect(counted(ar.followers, most, arabic)).toBe(ar.followers.other.replace('{count}', `${arabic.number(most)}+`));
  });

  it.each([
    [0, -1, 0],
    [3, 1, 4],
    [most - 1, 1, most],
    [most, -1, most],
  ])('%d with %d is %d', (count, change, sum) => {
    expect(countedWith(count, change)).toBe(sum);
  });
});
