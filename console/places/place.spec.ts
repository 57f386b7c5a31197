import { pathOf, placeOf } from './place';

describe('a place of the console', () => {
  it('is found again by its address', () => {
    const place = { siteKey: 'morning post', page: 'held' } as const;
    expect(placeOf(pathOf(place))).toEqual(place);
  });

  it.each(['/console', '/console/sites/news', '/console/sites/news/held/more', '/console/first-administrator'])('is none at %s', (path) => {
    expect(placeOf(path)).toBeUndefined();
  });
});
