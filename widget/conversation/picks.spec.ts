import type { CommentView } from '../../contract/conversation';
import { withChanges, withOwn } from './changes';
import { type Conversation, conversationFromPage, withPage } from './conversation';
import { aComment, aPage, aState } from './conversation.builder';

const at = (minute: number) => new Date(Date.UTC(2030, 0, 1, 0, minute)).toISOString();
const aPick = (minute: number, given = {}) => aComment({ pickedAt: at(minute), ...given });
const changed = (conversation: Conversation, ...changes: CommentView[]) =>
  withChanges(conversation, { changes, state: aState({ head: 1_000_000 }), isShownAtOnce: () => true });

describe('the picks', () => {
  it('stand in the order they come in, replies among them, on every page', () => {
    const [first, second, third] = [aPick(3), aPick(2, { parentId: 'elsewhere' }), aPick(1, { parentId: 'elsewhere' })];
    const begun = conversationFromPage(aPage([first, second], 'more'), 'picks');
    expect(withPage(begun, aPage([third])).tops.loaded).toEqual([first.id, second.id, third.id]);
  });

  it('lose at once what is none any more, or not there any more', () => {
    const [kept, unpicked, removed, answered] = [aPick(4), aPick(3), aPick(2, { parentId: 'elsewhere' }), aPick(1)];
    const conversation = conversationFromPage(aPage([kept, unpicked, removed, answered]), 'picks');
    const { author: _, ...place } = answered;
    const next = changed(conversation, { ...unpicked, pickedAt: null, seq: 900 }, { state: 'gone', id: removed.id, seq: 901 }, {
      ...place,
      state: 'tombstone',
      seq: 902,
    } as CommentView);
    expect([next.tops.loaded, next.isOutdated]).toEqual([[kept.id], false]);
  });

  it('are offered anew when there is another, and nothing moves until then', () => {
    const conversation = conversationFromPage(aPage([aPick(3)]), 'picks');
    const next = changed(conversation, aPick(9, { seq: 900 }));
    expect([next.tops, next.isOutdated]).toEqual([conversation.tops, true]);
  });

  it('are not, for a pick of a page that was not read yet', () => {
    const conversation = conversationFromPage(aPage([aPick(5)], 'more'), 'picks');
    expect(changed(conversation, aPick(4, { seq: 900, likes: 1 })).isOutdated).toBe(false);
    expect(changed(conversation, aPick(6, { seq: 900 })).isOutdated).toBe(true);
  });

  it('are offered anew when one comes back that had left', () => {
    const pick = aPick(2);
    const left = changed(conversationFromPage(aPage([aPick(3), pick]), 'picks'), { state: 'gone', id: pick.id, seq: 900 });
    const next = changed(left, { ...pick, seq: 901 });
    expect([next.tops.loaded.length, next.isOutdated]).toEqual([1, true]);
  });

  it('take no comment that is none, not even the reader\u2019s own', () => {
    const conversation = conversationFromPage(aPage([aPick(3)]), 'picks');
    const own = aComment({ seq: 900, visibleSince: 900 });
    expect(changed(conversation, own).tops).toEqual(conversation.tops);
    expect(withOwn(conversation, own, aState()).tops).toEqual(conversation.tops);
  });

  it('change nothing in a list of all comments', () => {
    const comment = aComment();
    const next = changed(conversationFromPage(aPage([comment]), 'newest'), { ...comment, pickedAt: at(1), seq: 900 });
    expect([next.tops.loaded, next.isOutdated]).toEqual([[comment.id], false]);
  });
});
