import { pageNames } from './pages';
import { pathOf, placeOf } from './place';

describe('a place of the console', () => {
  it.each(pageNames)('at the page %s is found again by its address', (page) => {
    const place = { siteKey: 'morning post', page };
    expect(placeOf(pathOf(place))).toEqual(place);
  });

  it('of what is held by rule is found again by its address', () => {
    const place = { siteKey: 'demo', page: 'held', id: 'new_reader' } as const;
    expect([pathOf(place), placeOf(pathOf(place))]).toEqual(['/console/sites/demo/held/new_reader', place]);
  });

  it.each([
    '/console',
    '/console/sites/news',
    '/console/sites/news/held/more',
    '/console/sites/news/toString',
    '/console/first-administrator',
  ])('is none at %s', (path) => {
    expect(placeOf(path)).toBeUndefined();
  });
});
