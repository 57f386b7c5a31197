import { comparedWith, itemsOf, type NewsList, type Sameness, unreadList, withNewest, withOlder } from './news-list';

interface Told {
  key: string;
  at: string;
}

const same: Sameness<Told> = { keyOf: ({ key }) => key, timeOf: ({ at }) => at };

/** `a5` is what is called a, and happened last at 5. */
const items = (names: string): Told[] =>
  names.split(' ').flatMap((name) => (name === '' ? [] : [{ key: name.charAt(0), at: name.slice(1) }]));
const page = (names: string, nextCursor: string | null = null) => ({ items: items(names), nextCursor });
const aList = (...pages: string[]): NewsList<Told> => ({ pages: pages.map(items), nextCursor: 'older', progress: 'read', waiting: 0 });
const shown = (list: NewsList<Told>) => list.pages.map((each) => each.map(({ key, at }) => key + at).join(' '));

describe('a list of news', () => {
  it('goes on with older pages; what is in two pages comes once', () => {
    const begun = withOlder<Told>(unreadList, page('a9 b8', 'b'), same);
    const on = withOlder(begun, page('b8 c7'), same);
    expect(shown(on)).toEqual(['a9 b8', 'c7']);
    expect(on).toMatchObject({ nextCursor: null, progress: 'read' });
    expect(itemsOf(on)).toHaveLength(3);
  });

  it.each([
    ['stays as it is where nothing happened', ['c7 b5', 'a3'], page('c7 b5', 'b'), ['c7 b5', 'a3'], 0],
    ['keeps what comes waiting', ['b5', 'a3'], page('d9 c8 b5', 'b'), ['b5', 'a3'], 2],
    ['keeps more of the same waiting too', ['b5 a3'], page('a9 b5', 'b'), ['b5 a3'], 1],
    ['loses in its place what went', ['c7 b5', 'a3'], page('c7 a3'), ['c7', 'a3'], 0],
    ['loses a page of which all went', ['c7 b5', 'a3'], page('a3'), ['a3'], 0],
    ['keeps what is older than the page', ['c7 b5', 'a3'], page('c7 b5', 'b'), ['c7 b5', 'a3'], 0],
    ['shows what became less in its place', ['c7 b5'], page('b5 c4'), ['c4 b5'], 0],
    ['is empty when all went', ['c7', 'a3'], page(''), [], 0],
  ])('%s', (_, pages, now, left, waiting) => {
    const list = comparedWith(aList(...pages), now, same);
    expect([shown(list), list.waiting, list.nextCursor]).toEqual([left, waiting, now.nextCursor && 'older']);
  });

  it.each([
    ['begins', [], page('b5 a3', 'a'), ['b5 a3'], 'a'],
    ['has what is new in front', ['b5', 'a3'], page('c7 b5', 'b'), ['c7 b5', 'a3'], 'older'],
    ['has what moved to the front once', ['c7 b5', 'a3'], page('a9 c7', 'c'), ['a9 c7', 'b5'], 'older'],
    ['begins once more where both have nothing in common', ['b5', 'a3'], page('e9 d8', 'd'), ['e9 d8'], 'd'],
    ['begins once more where only what moved is in both: there may be a gap', ['b5', 'a3'], page('b9 d8', 'd'), ['b9 d8'], 'd'],
    ['loses what went', ['c7 b5', 'a3'], page('c7 a3'), ['c7 a3'], null],
    ['has what came to stand further down in its place', ['c7 a3'], page('c7 b5', 'b'), ['c7 b5', 'a3'], 'older'],
  ])('with the newest shown %s', (_, pages, now, all, nextCursor) => {
    const list = withNewest({ ...aList(...pages), waiting: 3 }, now, same);
    expect([shown(list), list.nextCursor, list.waiting]).toEqual([all, nextCursor, 0]);
  });
});
