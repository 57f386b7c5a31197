import type { CommentStatus, OwnComment } from '../../contract/conversation';
import { ownUnpublished } from './own-unpublished';

const now = Date.UTC(2030, 0, 10);

it.each<[CommentStatus, number, boolean]>([
  ['held', 30, true],
  ['rejected', 6, true],
  ['rejected', 8, false],
  ['removed', 6, true],
  ['removed', 8, false],
  ['withdrawn', 0, false],
])('a comment that is %s is shown to its author after %d days: %s', (status, days, isShown) => {
  const postedAt = new Date(now - days * 24 * 60 * 60_000).toISOString();
  const own: OwnComment = {
    id: 'c',
    clientId: 'k',
    status,
    parentId: null,
    text: '',
    body: [],
    revision: 1,
    postedAt,
    editableUntil: postedAt,
  };
  const session = {
    reader: undefined,
    reactions: {},
    unpublished: [own],
    sanction: null,
    reported: [],
    following: null,
    shown: new Set<string>(),
    mayPostAt: 0,
  };
  expect(ownUnpublished(session, now, false)).toEqual(isShown ? [own] : []);
  expect(ownUnpublished({ ...session, shown: new Set(['c']) }, now, true)).toEqual(isShown ? [own] : []);
  expect(ownUnpublished({ ...session, shown: new Set(['c']) }, now, false)).toEqual([]);
});
