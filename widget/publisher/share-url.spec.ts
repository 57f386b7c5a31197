import type { FrameState } from '../../contract/embed';
import { shareUrl } from './share-url';

const state = { thread: { url: 'https://news.example/from-the-first-view' }, publisherOrigin: 'https://news.example' } as FrameState;

describe('the address to share', () => {
  it.each([
    ['?url=https%3A%2F%2Fnews.example%2Fstory%3Fpage%3D2%23top', 'https://news.example/story?page=2'],
    ['?url=https%3A%2F%2Fevil.example%2Fstory', 'https://news.example/from-the-first-view'],
    ['?url=javascript%3Aalert(1)', 'https://news.example/from-the-first-view'],
    ['', 'https://news.example/from-the-first-view'],
  ])('in a frame at %s is on %s', (query, article) => {
    expect(shareUrl(state, '7', query)).toBe(`${article}#parley-comment-7`);
  });
});
