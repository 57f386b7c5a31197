import { placeAfter } from './place-in-list';

const early = new Date('2026-01-01T10:00:00.000Z');
const late = new Date('2026-01-01T11:00:00.000Z');
const id = (letter: string) => `${letter.repeat(8)}-${letter.repeat(4)}-${letter.repeat(4)}-${letter.repeat(4)}-${letter.repeat(12)}`;
const listed = (letter: string, followedAt: Date) => ({ id: id(letter), followedAt, isListed: true });
const unlisted = (letter: string, followedAt: Date) => ({ ...listed(letter, followedAt), isListed: false });

describe('where a list goes on', () => {
  it.each([
    ['nowhere, where nothing was looked at', [], undefined],
    ['after the last one, who is listed', [listed('b', late), listed('a', early)], { at: early.toISOString(), id: id('a') }],
    ['at the time of the last one, who is not', [listed('b', late), unlisted('a', early)], { at: early.toISOString(), id: id('f') }],
    [
      'after the last one who is listed, of the same time',
      [listed('c', early), unlisted('b', early), unlisted('a', early)],
      { at: early.toISOString(), id: id('c') },
    ],
  ])('is %s', (_, looked, place) => {
    expect(placeAfter(looked)).toEqual(place);
  });
});
