import type { PublishedComment } from '../../contract/conversation';
import type { CommentBody } from '../../contract/text';
import { conversationFromPage, conversationFromPermalink } from '../conversation/conversation';
import { aComment, aPage, aState } from '../conversation/conversation.builder';
import { hiddenIn, type Scene, whyUnwanted } from './hidden-in';

const muted = { id: 'muted', name: 'Muted', badge: null };
const body = (value: string): CommentBody => [{ type: 'paragraph', children: [{ type: 'text', value }] }];
const byMuted = (id: string, given: Partial<PublishedComment> = {}) => aComment({ id, author: muted, ...given });

function aScene(comments: PublishedComment[], given: Partial<Scene> = {}): Scene {
  return {
    conversation: conversationFromPage(aPage(comments), 'newest'),
    unwanted: { readers: new Set(['muted']), words: [] },
    readerId: 'me',
    shown: new Set(),
    kept: new Map(),
    answered: new Set(),
    ...given,
  };
}

const hidden = (scene: Scene): Record<string, unknown> => Object.fromEntries(hiddenIn(scene));

describe('a comment of somebody who is muted', () => {
  it('is not there, where nothing stands below it', () => {
    expect(hidden(aScene([byMuted('a'), aComment({ id: 'b' })]))).toEqual({ a: 'none' });
  });

  it('keeps a line where somebody else replied, and none where only others did who are muted', () => {
    const scene = aScene([
      byMuted('a', { replyCount: 1 }),
      aComment({ id: 'b', parentId: 'a' }),
      byMuted('c', { replyCount: 1 }),
      byMuted('d', { parentId: 'c' }),
    ]);
    expect(hidden(scene)).toEqual({ a: 'line', c: 'none', d: 'none' });
  });

  it('keeps a line all the way down to a reply of somebody else', () => {
    const scene = aScene([
      byMuted('a', { replyCount: 1 }),
      byMuted('b', { parentId: 'a', replyCount: 1 }),
      aComment({ id: 'c', parentId: 'b' }),
    ]);
    expect(hidden(scene)).toEqual({ a: 'line', b: 'line' });
  });

  it('keeps a line where replies were not read yet, or where the reader answers', () => {
    expect(hidden(aScene([byMuted('a', { replyCount: 3 })]))).toEqual({ a: 'line' });
    expect(hidden(aScene([byMuted('a')], { answered: new Set(['a']) }))).toEqual({ a: 'line' });
  });

  it('keeps its height where it was seen, and is a reason for a line above it', () => {
    const scene = aScene([byMuted('a', { replyCount: 1 }), byMuted('b', { parentId: 'a' })], { kept: new Map([['b', 120]]) });
    expect(hidden(scene)).toEqual({ a: 'line', b: 120 });
  });

  it('keeps a line where it is what the page is about, or what that answers', () => {
    const [top, reply] = [byMuted('a', { replyCount: 1 }), byMuted('b', { parentId: 'a' })];
    const thread = { id: 't', articleKey: 't', url: '', title: '', mode: 'open' as const, closesAt: null };
    const found = { thread, state: aState(), ancestors: [top], comment: reply, replies: [] };
    expect(hidden(aScene([], { conversation: conversationFromPermalink(found, 'newest') }))).toEqual({ a: 'line', b: 'line' });
  });

  it('is not there among the picks, whatever was said to it', () => {
    const picks = conversationFromPage(aPage([byMuted('a', { replyCount: 1, pickedAt: '2030-01-01T00:00:00Z' })]), 'picks');
    expect(hidden(aScene([], { conversation: picks }))).toEqual({ a: 'none' });
  });

  it('is shown to who asks for it', () => {
    expect(hidden(aScene([byMuted('a')], { shown: new Set(['a']) }))).toEqual({});
  });
});

describe('a comment with a mute word', () => {
  const words = ['ferry'];
  const unwanted = { readers: new Set<string>(), words };

  it('is hidden whoever wrote it, but the reader themselves', () => {
    const mine = aComment({ id: 'a', author: { id: 'me', name: 'Me', badge: null }, body: body('My ferry.') });
    const others = aComment({ id: 'b', body: body('The ferry.') });
    expect(hidden(aScene([mine, others, aComment({ id: 'c', body: body('A train.') })], { unwanted }))).toEqual({ b: 'none' });
  });

  it('says why: who wrote it counts more', () => {
    const comment = byMuted('a', { body: body('The ferry.') });
    expect(whyUnwanted(comment, unwanted)).toBe('words');
    expect(whyUnwanted(comment, { readers: new Set(['muted']), words })).toBe('reader');
    expect(whyUnwanted(comment, { readers: new Set(), words: [] })).toBeNull();
    expect(whyUnwanted({ ...comment, state: 'tombstone' } as never, unwanted)).toBeNull();
  });

  it('is looked for once, as long as text and words are the same', () => {
    const looked = jest.fn(() => body('The ferry.'));
    const comment = Object.defineProperty(byMuted('a'), 'body', { get: looked });
    for (let times = 0; times < 3; times += 1) expect(whyUnwanted(comment, unwanted)).toBe('words');
    expect(looked).toHaveBeenCalledTimes(1);
    expect(whyUnwanted(comment, { readers: new Set(), words: ['train'] })).toBeNull();
  });
});
