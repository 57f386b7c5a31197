import { type ImportedComment, placeComments } from './imported-conversation';

function aComment(id: string, parentId: string | null = null, given: Partial<ImportedComment> = {}): ImportedComment {
  return { id, parentId, authorId: 'anna', texts: [{ text: id, at: new Date(0) }], ...given };
}

const withdrawn = { isWithdrawn: true };

describe('an imported conversation', () => {
  it('has every comment under its root, with its depth', () => {
    const placed = placeComments([aComment('a'), aComment('b', 'a'), aComment('c', 'b'), aComment('d')]);
    expect(placed.map(({ id, rootId, depth }) => [id, rootId, depth])).toEqual([
      ['a', 'a', 0],
      ['b', 'a', 1],
      ['c', 'a', 2],
      ['d', 'd', 0],
    ]);
  });

  it.each<[string, ImportedComment[], [string, number, boolean][]]>([
    [
      'replies',
      [aComment('a'), aComment('b', 'a'), aComment('c', 'a')],
      [
        ['a', 2, true],
        ['b', 0, true],
        ['c', 0, true],
      ],
    ],
    [
      'no withdrawn reply',
      [aComment('a'), aComment('b', 'a', withdrawn)],
      [
        ['a', 0, true],
        ['b', 0, false],
      ],
    ],
    [
      'a tombstone',
      [aComment('a'), aComment('b', 'a', withdrawn), aComment('c', 'b')],
      [
        ['a', 1, true],
        ['b', 1, true],
        ['c', 0, true],
      ],
    ],
    [
      'no chain of withdrawn replies',
      [aComment('a', null, withdrawn), aComment('b', 'a', withdrawn), aComment('c', 'b', withdrawn)],
      [
        ['a', 0, false],
        ['b', 0, false],
        ['c', 0, false],
      ],
    ],
  ])('counts %s', (_, comments, expected) => {
    expect(placeComments(comments).map(({ id, replyCount, isVisible }) => [id, replyCount, isVisible])).toEqual(expected);
  });

  it('refuses a reply without its parent', () => {
    expect(() => placeComments([aComment('b', 'a')])).toThrow(/parent/);
  });
});
