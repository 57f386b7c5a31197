import type { CommentStatus } from '../../../contract/conversation';
import type { Decided, DecideRequest, DecisionView } from '../../../contract/moderation';
import type { FoundComment } from '../../../contract/search';
import { NoAnswer, Refusal, type ToldProblem } from '../../api/console-api';
import { Acts } from '../../queue/acts';
import { endless } from '../../queue/held.builder';
import { FoundComments } from './found-comments';
import { FoundDecisions } from './found-decisions';
import { aFoundComment } from './search.builder';
import { wantedIn } from './search-query';

const lastDecision = { decidedBy: { id: 'grace', name: 'Grace' }, reason: null } as unknown as DecisionView;
const settled = () => new Promise((resolve) => setTimeout(resolve));
let sent: DecideRequest[];
let failure: Error | null;
/** Revisions; null for a pick that was taken back. */
let picked: (number | null)[];
let anew: FoundComment[];
let everywhere: Acts;
/** Ids of comments. */
let decided: string[];
/** The service takes so long. */
let answering: Promise<void>;
/** Ids of readers. */
let aged: string[];
let found: FoundComments;
let decisions: FoundDecisions;

async function begin(status: CommentStatus): Promise<void> {
  sent = [];
  failure = null;
  picked = [];
  decided = [];
  everywhere = new Acts();
  answering = Promise.resolve();
  aged = [];
  anew = [aFoundComment(1, { status })];
  const api = {
    comments: async () => ({ comments: anew, nextCursor: null, gaps: [] }),
    count: async () => ({ count: 1, isMore: false, countedAt: '' }),
    decide: async (id: string, request: DecideRequest) => {
      decided.push(id);
      sent.push(request);
      await answering;
      if (failure !== null) throw failure;
      return { decision: lastDecision, status: found.focused?.status } as Decided;
    },
    turnPick: async ({ id: commentId, revision, pickedAt }: FoundComment) => {
      picked.push(pickedAt === null ? revision : null);
      if (failure !== null) throw failure;
      return { commentId, revision, pickedAt: pickedAt === null ? 'then' : null };
    },
  };
  found = new FoundComments(api, endless, wantedIn(''));
  decisions = new FoundDecisions(api, { found, session: endless, acts: everywhere, readers: { age: (id) => void aged.push(id) } });
  await found.search();
}

const status = () => found.focused?.status;
const trouble = () => decisions.store.getState().troubles['comment-1'];
const changed = (problem: Partial<ToldProblem>) => new Refusal(409, { code: 'comment_changed', detail: '', ...problem }, null);

describe('a decision on what was found', () => {
  it.each([
    ['held', 'publish', 'published', 'hold'],
    ['held', 'reject', 'rejected', 'hold'],
    ['published', 'remove', 'removed', 'publish'],
    ['published', 'hold', 'held', 'publish'],
  ] as const)('on what is %s: %s is there at once, and is taken back', async (from, verdict, to, back) => {
    await begin(from);
    decisions.decide(verdict);
    expect(status()).toBe(to);
    await settled();
    await decisions.recent.undo();
    expect([status(), sent.map((request) => [request.verdict, request.from, request.revision])]).toEqual([
      from,
      [
        [verdict, from, 1],
        [back, to, 1],
      ],
    ]);
  });

  it.each([
    ['held', 'remove'],
    ['published', 'publish'],
    ['withdrawn', 'hold'],
  ] as const)('that what is %s has none of is not sent: %s', async (from, verdict) => {
    await begin(from);
    decisions.decide(verdict);
    await settled();
    expect(sent).toEqual([]);
  });

  it.each([
    ['held', 'reject'],
    ['published', 'remove'],
  ] as const)(
    'on what is %s, with a reason, is a decision on what it was asked of, whatever was found meanwhile: %s',
    async (from, verdict) => {
      await begin(from);
      decisions.askWhy();
      anew = [aFoundComment(2, { status: from })];
      await found.search();
      decisions.decideAsked({ reasonId: 'insult' });
      await settled();
      expect(decided).toEqual(['comment-1']);
      expect([sent, status()]).toEqual([[{ verdict, from, revision: 1, reasonId: 'insult' }], from]);
      expect(aged).toEqual([aFoundComment(1).author.id]);
    },
  );

  it('that was not made is told where something else is in focus by then', async () => {
    await begin('held');
    anew = [1, 2].map((number) => aFoundComment(number, { status: 'held' }));
    await found.search();
    failure = new NoAnswer();
    decisions.decide('publish');
    found.focus('comment-2');
    await settled();
    expect(decisions.store.getState().told).toEqual({
      kind: 'notDone',
      author: aFoundComment(1).author.name,
      trouble: { kind: 'noAnswer' },
    });
    expect(aged).toEqual([]);
  });

  it('that was not made is told to who has left the page, on whichever they are', async () => {
    await begin('held');
    failure = new NoAnswer();
    decisions.decide('publish');
    decisions.leave();
    await settled();
    expect(everywhere.store.getState().news).toMatchObject({ kind: 'inWords', trouble: { kind: 'noAnswer' } });
  });

  it('that is taken back before it was answered is back at once, and what is decided then stands', async () => {
    await begin('held');
    let answerIt = (): void => undefined;
    answering = new Promise((resolve) => {
      answerIt = resolve;
    });
    decisions.decide('publish');
    const undone = decisions.recent.undo();
    expect([status(), decisions.store.getState().told?.kind]).toEqual(['held', 'takenBack']);
    answerIt();
    await undone;
    expect([status(), sent.map(({ verdict, takesBack }) => [verdict, takesBack])]).toEqual([
      'held',
      [
        ['publish', undefined],
        ['hold', true],
      ],
    ]);
  });

  it('holds against every look before its answer', async () => {
    await begin('held');
    let answerIt = (): void => undefined;
    answering = new Promise((resolve) => {
      answerIt = resolve;
    });
    decisions.decide('publish');
    await found.lookAgain();
    expect(status()).toBe('published');
    answerIt();
    await settled();
    await found.lookAgain();
    expect(status()).toBe('held');
  });

  it('is undone on screen when no answer came, which is said, and cannot be taken back', async () => {
    await begin('held');
    failure = new NoAnswer();
    decisions.decide('publish');
    await settled();
    expect([status(), trouble(), decisions.recent.store.getState().undoable]).toEqual(['held', { kind: 'noAnswer' }, 0]);
  });

  it('that somebody else was quicker with shows what they decided', async () => {
    await begin('held');
    failure = changed({ status: 'rejected', revision: 1, lastDecision });
    decisions.decide('publish');
    await settled();
    expect([status(), trouble()]).toEqual(['rejected', { kind: 'decided', status: 'rejected', by: 'Grace', reason: null }]);
  });

  it('on a text that was edited shows the new one, and the next key only says so', async () => {
    await begin('published');
    failure = changed({ status: 'published', revision: 2 });
    anew = [aFoundComment(1, { status: 'published', revision: 2 })];
    decisions.decide('hold');
    await settled();
    failure = null;
    expect([found.focused?.revision, trouble()]).toEqual([2, { kind: 'edited' }]);
    decisions.decide('hold');
    expect([sent.length, decisions.store.getState().told?.kind, trouble()]).toEqual([1, 'editedSince', undefined]);
    decisions.decide('hold');
    await settled();
    expect(sent.map(({ revision }) => revision)).toEqual([1, 2]);
  });
});

describe('a pick of what was found', () => {
  const pickedAt = () => found.focused?.pickedAt;

  it('is there at once, by the time of the service in the end, and is taken back by the same key', async () => {
    await begin('published');
    const picking = decisions.pick();
    expect([pickedAt(), decisions.store.getState().told?.kind]).toEqual([expect.any(String), 'picked']);
    await picking;
    expect(pickedAt()).toBe('then');
    const unpicking = decisions.pick();
    expect([pickedAt(), decisions.store.getState().told?.kind]).toEqual([null, 'unpicked']);
    await unpicking;
    expect([picked, pickedAt()]).toEqual([[1, null], null]);
  });

  it('leaves nothing to take back that was done before it', async () => {
    await begin('held');
    decisions.decide('publish');
    expect(decisions.recent.store.getState().undoable).toBe(1);
    await decisions.pick();
    expect(decisions.recent.store.getState().undoable).toBe(0);
  });

  it.each(['held', 'rejected', 'removed', 'withdrawn'] as const)('is none of what is %s', async (unpublished) => {
    await begin(unpublished);
    await decisions.pick();
    expect([picked, decisions.isPickable()]).toEqual([[], false]);
  });

  it('that is refused is not there any more, and says why', async () => {
    await begin('published');
    failure = new NoAnswer();
    await decisions.pick();
    expect([pickedAt(), trouble(), decisions.store.getState().told]).toEqual([null, { kind: 'noAnswer' }, null]);
  });

  it('of a text that was edited shows the new one, and the next key only says so', async () => {
    await begin('published');
    failure = changed({ status: 'published', revision: 2 });
    anew = [aFoundComment(1, { status: 'published', revision: 2 })];
    await decisions.pick();
    await settled();
    failure = null;
    expect([found.focused?.revision, pickedAt(), trouble()]).toEqual([2, null, { kind: 'edited' }]);
    await decisions.pick();
    await decisions.pick();
    expect([picked, pickedAt()]).toEqual([[1, 2], 'then']);
  });
});
