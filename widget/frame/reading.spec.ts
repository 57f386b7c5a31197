import type {
  CommentOrder,
  CommentPage,
  CommentView,
  MissedChanges,
  Permalink,
  RepliesPage,
  ThreadState,
} from '../../contract/conversation';
import { Refusal } from '../api/parley-api';
import { branchOf, conversationFromPage } from '../conversation/conversation';
import { aComment, aPage, aState } from '../conversation/conversation.builder';
import { Store } from '../store/store';
import type { Screen } from './frame-model';
import { Reading } from './reading';

type Answer = CommentPage | RepliesPage | Permalink | Error;

const thread = { id: 't', articleKey: 'a', url: '', title: '', mode: 'open', closesAt: null } as const;

/** A reading whose answers come when the test says so. */
function started(page: CommentPage, order: CommentOrder = 'newest') {
  const screen = new Store<Screen>({ whole: conversationFromPage(page, order), part: null, loading: new Set(), failed: new Set() });
  const questions: ((answer: Answer) => void)[] = [];
  const ask = <Kind extends Answer>() =>
    new Promise<Kind>((resolve, reject) => {
      questions.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer as Kind)));
    });
  const reading = new Reading(screen, {
    page: () => ask<CommentPage>(),
    replies: () => ask<RepliesPage>(),
    permalink: () => ask<Permalink>(),
  });
  const live = (...changes: CommentView[]) =>
    reading.applyChanges(changes, aState({ head: Math.max(...changes.map(({ seq }) => seq)) }), () => false);
  const asked = async (): Promise<void> => {
    while (questions.length === 0) await Promise.resolve();
  };
  return { reading, screen, live, asked, answer: (answer: Answer) => questions.shift()?.(answer) };
}

/** The answer to who is too far behind: what went away meanwhile. */
function missed(state: Partial<ThreadState>, gone: { id: string }[] = []): MissedChanges {
  const changes = gone.map(({ id }) => ({ id, state: 'gone' as const, seq: 600 }));
  return { state: aState(state), reload: true, changes, to: aState(state).head };
}

function aPermalink(comment: Permalink['comment'], given: Partial<Permalink> = {}): Permalink {
  return { thread, state: aState({ head: comment.seq }), ancestors: [], comment, replies: [], ...given };
}

describe('an answer that comes late', () => {
  it.each(['best', 'newest'] as const)('does not undo what happened meanwhile: in the order %s', async (order) => {
    const [known, gone] = [aComment(), aComment()];
    const { reading, live, answer } = started(aPage([gone, known]));
    const sorting = reading.sortBy(order);
    const [fresh, own] = [aComment(), aComment({ seq: 802 })];
    live(fresh);
    live({ ...known, seq: 800, revision: 2 }, { state: 'gone', id: gone.id, seq: 801 });
    reading.applyOwn(own, aState({ head: 900 }));
    answer(aPage([known, gone], 'more'));
    await sorting;
    expect(reading.shown.tops).toEqual({ loaded: [known.id], late: [own.id], waiting: [fresh.id] });
    expect(reading.find(known.id)).toMatchObject({ revision: 2 });
    expect(reading.shown.state.head).toBe(900);
    expect(reading.applied).toBe(801);
  });

  it('does not undo what happened meanwhile: below a comment that a link names', async () => {
    const comment = aComment();
    const { reading, live, answer } = started(aPage([comment]));
    const opening = reading.openPart(comment.id);
    const [reply, own] = [aComment({ parentId: comment.id }), aComment({ parentId: comment.id, seq: 802 })];
    live(reply, { ...comment, seq: 800, replyCount: 1 });
    reading.applyOwn(own, aState());
    answer(aPermalink(comment));
    await opening;
    expect(branchOf(reading.shown, comment.id)).toEqual({ loaded: [], late: [own.id], waiting: [reply.id] });
    expect(reading.find(comment.id)).toMatchObject({ replyCount: 1 });
  });

  it('is told once what was not in sight before it came', async () => {
    const [top, parent] = [aComment(), aComment()];
    const { reading, live, answer } = started(aPage([top], 'more'), 'best');
    const showing = reading.showMore();
    const reply = aComment({ parentId: parent.id });
    live(reply);
    answer(aPage([parent]));
    await showing;
    expect(branchOf(reading.shown, parent.id).waiting).toEqual([reply.id]);
  });

  it('shows no own comment twice, and does not bring one back that is gone', async () => {
    const { reading, live, answer } = started(aPage([]));
    const sorting = reading.sortBy('oldest');
    const [kept, withdrawn] = [aComment(), aComment()];
    for (const own of [kept, withdrawn]) reading.applyOwn(own, aState());
    live({ state: 'gone', id: withdrawn.id, seq: 900 });
    answer(aPage([kept]));
    await sorting;
    expect(reading.shown.tops).toEqual({ loaded: [kept.id], late: [], waiting: [] });
  });

  it('to a question about replies is of no use where fewer are shown by now', async () => {
    const parent = aComment({ replyCount: 4 });
    const replies = [1, 2, 3, 4].map(() => aComment({ parentId: parent.id }));
    const { reading, answer } = started(aPage([parent, ...replies.slice(0, 2)]));
    const sorting = reading.sortBy('oldest');
    const asking = reading.showReplies(parent.id);
    answer(aPage([parent, ...replies.slice(0, 1)]));
    answer({ thread: aState(), comments: replies.slice(2), hasMore: false });
    await Promise.all([asking, sorting]);
    expect(branchOf(reading.shown, parent.id).loaded).toEqual([replies[0]?.id]);
  });
});

describe('the number that is applied', () => {
  it('is that of the page, whatever newer numbers other answers tell', async () => {
    const { reading, answer } = started(aPage([aComment({ seq: 10 })], 'more'));
    reading.applyOwn(aComment({ seq: 20 }), aState({ head: 20 }));
    const showing = reading.showMore();
    answer({ ...aPage([]), thread: aState({ head: 25 }) });
    await showing;
    expect([reading.applied, reading.shown.state.head]).toEqual([10, 25]);
  });

  it('is the lower one while a part stands in front of the whole', async () => {
    const comment = aComment({ seq: 10 });
    const { reading, answer } = started(aPage([comment]));
    const opening = reading.openPart(comment.id);
    answer(aPermalink(comment, { state: aState({ head: 30 }) }));
    await opening;
    expect(reading.applied).toBe(10);
  });
});

describe('too much to follow', () => {
  it('leaves all in its place until the reader asks; then everything is there at once', async () => {
    const [read, comment] = [aComment({ seq: 1 }), aComment({ seq: 2 })];
    const { reading, screen, answer } = started(aPage([read, comment]));
    const opening = reading.openPart(comment.id);
    answer(aPermalink(comment));
    await opening;
    const before = reading.shown;
    reading.noteMissed(missed({ head: 700, commentCount: 650 }));
    expect(reading.shown).toEqual({ ...before, state: expect.objectContaining({ commentCount: 650 }), applied: 700, isOutdated: true });
    const seen: Screen[] = [];
    screen.subscribe(() => seen.push(screen.get()));
    const catchingUp = reading.sortBy('newest');
    const fresh = aComment({ seq: 690 });
    answer({ ...aPage([fresh, read]), thread: aState({ head: 700 }) });
    answer(aPermalink(comment, { state: aState({ head: 700 }) }));
    await catchingUp;
    expect(screen.get()).toMatchObject({
      whole: { isOutdated: false, tops: { loaded: [fresh.id, read.id] } },
      part: { isOutdated: false },
    });
    expect(seen.map(({ part }) => part?.permalink?.id)).toEqual(seen.map(() => comment.id));
  });

  it('takes away what was removed, also from an answer of before', async () => {
    const [top, other] = [aComment({ seq: 1, replyCount: 1 }), aComment({ seq: 2 })];
    const reply = aComment({ seq: 1, parentId: top.id });
    const { reading, answer } = started(aPage([top, other]));
    const showing = reading.showReplies(top.id);
    reading.noteMissed(missed({ head: 700 }, [reply, other]));
    expect(reading.shown.tops.loaded).toEqual([top.id]);
    answer({ thread: aState({ head: 2 }), comments: [reply], hasMore: false });
    await showing;
    expect([reading.find(reply.id), branchOf(reading.shown, top.id).loaded]).toEqual([undefined, []]);
    expect(reading.shown).toMatchObject({ isOutdated: true, applied: 700 });
  });

  it('is not taken for caught up by an answer from before', async () => {
    const { reading, answer } = started(aPage([aComment({ seq: 1 })]));
    const sorting = reading.sortBy('oldest');
    reading.noteMissed(missed({ head: 700 }));
    answer(aPage([aComment({ seq: 1 })]));
    await sorting;
    expect(reading.shown).toMatchObject({ isOutdated: true, applied: 700 });
  });

  it('goes back to the whole conversation when the comment that a link named is gone', async () => {
    const comment = aComment({ seq: 1 });
    const { reading, screen, answer } = started(aPage([comment]));
    const opening = reading.openPart(comment.id);
    answer(aPermalink(comment));
    await opening;
    const catchingUp = reading.sortBy('newest');
    answer(aPage([]));
    answer(new Refusal(404, { code: 'not_found', detail: '' }, null));
    await catchingUp;
    expect(screen.get()).toMatchObject({ part: null, failed: new Set() });
  });
});

describe('what could not be loaded', () => {
  it('is told until it could be, whatever else could be meanwhile, and can be asked for once more', async () => {
    const { reading, screen, answer } = started(aPage([aComment()], 'more'));
    const sorting = reading.sortBy('best');
    answer(new Error('no answer'));
    await sorting;
    const showing = reading.showMore();
    answer(aPage([]));
    await showing;
    expect([...screen.get().failed]).toEqual(['order']);
    const again = reading.tryAgain('order');
    answer(aPage([]));
    await again;
    expect([reading.shown.order, screen.get().failed.size]).toEqual(['best', 0]);
  });
});

describe('more replies', () => {
  const parent = () => aComment({ replyCount: 4 });
  const repliesTo = ({ id }: { id: string }) => [1, 2, 3, 4].map((n) => aComment({ id: `reply-${n}`, parentId: id }));
  const pageOf = (comments: ReturnType<typeof repliesTo>): RepliesPage => ({ thread: aState(), comments, hasMore: true });

  it('are loaded on until the reader can see one of them', async () => {
    const top = parent();
    const replies = repliesTo(top);
    const { reading, answer, asked } = started(aPage([top]));
    const showing = reading.showRepliesUntilSeen(top.id, (id) => id === 'reply-3');
    answer(pageOf(replies.slice(0, 2)));
    await asked();
    answer(pageOf(replies.slice(2, 3)));
    expect(await showing).toBe('reply-3');
    expect(branchOf(reading.shown, top.id).loaded).toEqual(['reply-1', 'reply-2', 'reply-3']);
  });

  it('lead back to what they answer where none of them can be seen', async () => {
    const top = parent();
    const { reading, answer } = started(aPage([top]));
    const showing = reading.showRepliesUntilSeen(top.id, () => false);
    answer(pageOf(repliesTo(top)));
    expect(await showing).toBe(top.id);
  });

  it('can be asked for once more where fewer are there than were counted', async () => {
    const top = parent();
    const { reading, answer, asked } = started(aPage([top]));
    const showing = reading.showRepliesUntilSeen(top.id, () => false);
    answer(pageOf(repliesTo(top).slice(0, 2)));
    await asked();
    answer(pageOf([]));
    expect(await showing).toBeUndefined();
  });

  it('lead nowhere where they could not be loaded', async () => {
    const top = parent();
    const { reading, answer } = started(aPage([top]));
    const showing = reading.showRepliesUntilSeen(top.id, () => false);
    answer(new Error('no answer'));
    expect(await showing).toBeUndefined();
  });
});
