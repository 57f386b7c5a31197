import { randomUUID } from 'node:crypto';
import { type Announced, payloadsOf, readAnnounced } from './announced';

const siteId = randomUUID();
const ids = (count: number): string[] => Array.from({ length: count }, () => randomUUID());
const joined = (parts: Announced[]): Announced => ({
  siteId,
  inbox: parts.flatMap(({ inbox }) => inbox),
  feed: parts.flatMap(({ feed }) => feed),
  comments: parts.flatMap(({ comments }) => comments),
});

describe('what is told to other processes', () => {
  it.each<[string, Omit<Announced, 'siteId'>]>([
    ['one reader', { inbox: ids(1), feed: [], comments: [] }],
    ['thousands of readers', { inbox: ids(3_000), feed: ids(500), comments: [] }],
    [
      'many comments with all that can be followed of them',
      { inbox: ids(10), feed: [], comments: Array.from({ length: 200 }, () => ({ authorId: randomUUID(), topics: ids(64), isNew: true })) },
    ],
  ])('fits into notices, whole: %s', (_, announced) => {
    const payloads = payloadsOf({ siteId, ...announced });
    expect(Math.max(...payloads.map((payload) => Buffer.byteLength(payload)))).toBeLessThan(8_000);
    expect(joined(payloads.map(readAnnounced))).toEqual({ siteId, ...announced });
  });

  it('is nothing where nothing happened', () => {
    expect(payloadsOf({ siteId, inbox: [], feed: [], comments: [] })).toEqual([]);
  });
});
