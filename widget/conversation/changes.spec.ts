import type { CommentView, VisibleComment } from '../../contract/conversation';
import { withChanges, withMissed, withOwn, withWaitingShown } from './changes';
import {
  branchOf,
  type Conversation,
  conversationFromPage,
  conversationFromPermalink,
  unloadedReplies,
  withPage,
  withReplies,
} from './conversation';
import { aComment, aPage, aState } from './conversation.builder';

const isMine = (comment: VisibleComment) => comment.state === 'published' && comment.author.id === 'me';

function changed(conversation: Conversation, ...changes: CommentView[]): Conversation {
  return withChanges(conversation, { changes, state: aState({ head: Math.max(...changes.map(({ seq }) => seq)) }), isShownAtOnce: isMine });
}

function textsOf({ comments }: Conversation): string[] {
  return [...comments.values()].map(({ id, seq }) => `${id}@${seq}`).sort();
}

describe('the changes of a conversation', () => {
  it('change what is known in its place, and only if they are newer', () => {
    const comment = aComment({ id: 'a', seq: 5 });
    const conversation = conversationFromPage(aPage([comment]), 'newest');
    const liked = changed(conversation, { ...comment, seq: 7, likes: 3 });
    expect(liked.comments.get('a')).toMatchObject({ seq: 7, likes: 3 });
    expect(changed(liked, { ...comment, seq: 6, likes: 2 }).comments.get('a')).toMatchObject({ seq: 7, likes: 3 });
    expect(liked.tops).toEqual(conversation.tops);
  });

  it('let new comments of others wait, and show them when the reader asks', () => {
    const [old, one, two] = [aComment(), aComment(), aComment()];
    const conversation = changed(conversationFromPage(aPage([old]), 'newest'), one, two);
    expect(conversation.tops).toEqual({ loaded: [old.id], late: [], waiting: [two.id, one.id] });
    expect(withWaitingShown(conversation, null, [two.id, one.id]).tops).toEqual({ loaded: [old.id], late: [two.id, one.id], waiting: [] });
    expect(withWaitingShown(conversation, null, [one.id]).tops).toEqual({ loaded: [old.id], late: [one.id], waiting: [two.id] });
  });

  it('show the reader their own at once', () => {
    const mine = aComment({ author: { id: 'me', name: 'Me', badge: null } });
    const conversation = changed(conversationFromPage(aPage([]), 'newest'), mine);
    expect(conversation.tops.late).toEqual([mine.id]);
    expect(withOwn(conversation, mine, aState()).tops.late).toEqual([mine.id]);
  });

  it('let new replies wait under their parent', () => {
    const parent = aComment();
    const reply = aComment({ parentId: parent.id });
    const conversation = changed(conversationFromPage(aPage([parent]), 'newest'), { ...parent, seq: 900, replyCount: 1 }, reply);
    expect(branchOf(conversation, parent.id).waiting).toEqual([reply.id]);
    expect(unloadedReplies(conversation, conversation.comments.get(parent.id) ?? parent)).toBe(0);
    expect(branchOf(withWaitingShown(conversation, parent.id, [reply.id]), parent.id).late).toEqual([reply.id]);
  });

  it('take a like of a comment that was not read yet for no new comment', () => {
    const [unread, parent, hidden] = [aComment(), aComment({ replyCount: 4 }), aComment()];
    const page = aPage([parent, aComment({ parentId: parent.id }), aComment()], 'more');
    const conversation = conversationFromPage(page, 'newest');
    const likes = [unread, { ...hidden, parentId: parent.id, depth: 1 }].map((comment) => ({ ...comment, seq: 900, likes: 1 }));
    const liked = changed(conversation, ...likes);
    expect(liked.tops.waiting).toEqual([]);
    expect(branchOf(liked, parent.id).waiting).toEqual([]);
  });

  it.each(['newest', 'oldest', 'best', 'discussed'] as const)('see in the order %s by its number that a comment is new', (order) => {
    const conversation = conversationFromPage(aPage([aComment()], 'more'), order);
    const waitedForApproval = aComment({ postedAt: '2020-01-01T00:00:00.000Z' });
    expect(changed(conversation, waitedForApproval).tops.waiting).toEqual([waitedForApproval.id]);
    const own = aComment({ postedAt: '2020-01-01T00:00:00.000Z', author: { id: 'me', name: 'Me', badge: null } });
    expect(changed(conversation, own).tops.late).toEqual([own.id]);
  });

  it('bring a comment and its reply together, though the reply has the lower number', () => {
    const conversation = conversationFromPage(aPage([]), 'newest');
    const comment = aComment();
    const reply = aComment({ parentId: comment.id });
    const both = changed(conversation, reply, { ...comment, seq: reply.seq + 1, replyCount: 1 });
    expect([both.tops.waiting, branchOf(both, comment.id).waiting]).toEqual([[comment.id], [reply.id]]);
  });

  it('that a page was read after bring nothing new', () => {
    const [there, gone] = [aComment(), aComment()];
    const page = conversationFromPage({ ...aPage([there]), thread: aState() }, 'newest');
    expect(changed(page, there, gone).tops).toEqual(page.tops);
  });

  it('take away what went, and do not let an older page bring it back', () => {
    const [stays, goes] = [aComment(), aComment()];
    const conversation = changed(conversationFromPage(aPage([stays, goes]), 'newest'), { id: goes.id, seq: 990, state: 'gone' });
    expect(conversation.tops.loaded).toEqual([stays.id]);
    expect(withPage(conversation, aPage([goes])).tops.loaded).toEqual([stays.id]);
    expect(changed(conversation, { ...goes, seq: 995, visibleSince: 995 }).tops.waiting).toEqual([goes.id]);
  });

  it('keep the newest counters, whatever arrives last', () => {
    const conversation = conversationFromPage(aPage([]), 'newest');
    const newer = withChanges(conversation, { changes: [], state: aState({ head: 1_000, commentCount: 9 }), isShownAtOnce: isMine });
    expect(withPage(newer, aPage([])).state.commentCount).toBe(9);
  });

  it('end in the same whether they come as a page, as changes, one by one, at once or again', () => {
    const [one, two] = [aComment({ id: 'x' }), aComment({ id: 'y', parentId: 'x' })];
    const later = { ...one, seq: 1_001, likes: 1, replyCount: 1 };
    const changes: CommentView[] = [one, two, later, { id: 'z', seq: 1_002, state: 'gone' }];
    const byPage = conversationFromPage(aPage([later, two]), 'newest');
    const empty = conversationFromPage(aPage([]), 'newest');
    for (const batches of [[changes], changes.map((change) => [change]), [changes.slice(0, 2), changes.slice(2), changes]]) {
      const applied = batches.reduce((conversation, batch) => changed(conversation, ...batch), empty);
      expect(textsOf(applied)).toEqual(textsOf(byPage));
      expect(applied).toMatchObject({ applied: 1_002, tops: { waiting: ['x'] } });
    }
  });
});

describe('what was missed', () => {
  const missed = (conversation: Conversation, ...changes: CommentView[]) =>
    withMissed(conversation, { state: aState({ head: 5_000 }), reload: true, changes, to: 4_000 });

  it('takes away and changes what is known, and nothing else moves', () => {
    const [edited, goes, withReplies] = [aComment(), aComment(), aComment({ replyCount: 3 })];
    const replies = [aComment({ parentId: withReplies.id }), aComment({ parentId: withReplies.id })];
    const [reply, removed] = replies as [VisibleComment, VisibleComment];
    const conversation = conversationFromPage(aPage([edited, goes, withReplies, ...replies]), 'newest');
    const next = missed(
      conversation,
      { ...edited, seq: 900, revision: 2, replyCount: 7 },
      { state: 'gone', id: goes.id, seq: 901 },
      { state: 'gone', id: removed.id, seq: 902 },
      { ...aComment(), seq: 903, visibleSince: 1, revision: 2 },
      { state: 'gone', id: 'never known', seq: 904 },
    );
    expect(next.tops).toEqual({ loaded: [edited.id, withReplies.id], late: [], waiting: [] });
    expect(branchOf(next, withReplies.id)).toEqual({ loaded: [reply.id], late: [], waiting: [] });
    expect([...next.comments.keys()]).toEqual([edited.id, withReplies.id, reply.id]);
    expect(next.comments.get(edited.id)).toMatchObject({ seq: 900, revision: 2 });
    for (const comment of [edited, withReplies]) {
      const more = unloadedReplies(next, next.comments.get(comment.id) ?? comment);
      expect(more).toBe(unloadedReplies(conversation, comment));
    }
    expect(next).toMatchObject({ state: { head: 5_000 }, applied: 4_000, isOutdated: true });
  });

  it('leaves alone what is newer, and is the same when it is told again', () => {
    const parent = aComment({ replyCount: 2 });
    const [removed, newer] = [aComment({ parentId: parent.id }), aComment({ parentId: parent.id, seq: 990 })];
    const changes: CommentView[] = [removed, newer].map(({ id }) => ({ state: 'gone', id, seq: 980 }));
    const once = missed(conversationFromPage(aPage([parent, removed, newer]), 'newest'), ...changes);
    expect([once.comments.get(parent.id), once.comments.has(newer.id)]).toMatchObject([{ replyCount: 1 }, true]);
    expect(missed(once, ...changes)).toEqual(once);
  });
});

describe('pages and replies', () => {
  it('go on where the last one ended; what came meanwhile is in one place only', () => {
    const [top, next] = [aComment({ replyCount: 3 }), aComment()];
    const replies = [1, 2, 3].map(() => aComment({ parentId: top.id }));
    const [first, second, third] = replies.map(({ id }) => id);
    const started = conversationFromPage(aPage([top, ...replies.slice(0, 1)], 'next'), 'newest');
    expect(unloadedReplies(started, top)).toBe(2);
    const own = withOwn(started, { ...aComment({ ...replies[2], seq: 50_000 }) }, aState());
    expect(unloadedReplies(own, top)).toBe(1);
    const whole = withPage(withReplies(own, { thread: aState(), comments: replies.slice(1), hasMore: false }), aPage([next]));
    expect(branchOf(whole, top.id)).toEqual({ loaded: [first, second], late: [third], waiting: [] });
    expect(whole.tops.loaded).toEqual([top.id, next.id]);
    expect(whole.nextCursor).toBeNull();
  });

  it('show one comment below what it answers', () => {
    const root = aComment({ replyCount: 1 });
    const comment = aComment({ parentId: root.id, replyCount: 1 });
    const reply = aComment({ parentId: comment.id });
    const thread = { id: 't', articleKey: 'a', url: '', title: '', mode: 'open', closesAt: null } as const;
    const part = conversationFromPermalink({ thread, state: aState(), ancestors: [root], comment, replies: [reply] }, 'newest');
    expect(part.tops.loaded).toEqual([comment.id]);
    expect(part.permalink).toEqual({ id: comment.id, ancestors: [root.id] });
    expect(branchOf(part, comment.id).loaded).toEqual([reply.id]);
    expect(changed(part, aComment(), aComment({ parentId: root.id })).tops).toEqual(part.tops);
    const news = aComment({ parentId: comment.id });
    expect(branchOf(changed(part, news), comment.id).waiting).toEqual([news.id]);
  });
});
