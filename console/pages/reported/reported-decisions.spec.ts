import type { Decided, DecideRequest } from '../../../contract/moderation';
import type { ReportedComment } from '../../../contract/reports';
import { NoAnswer, Refusal } from '../../api/console-api';
import { Acts } from '../../queue/acts';
import { aHeldComment, endless, graces } from '../../queue/held.builder';
import { HeldQueue } from '../../queue/held-queue';
import { ReportedDecisions } from './reported-decisions';
import { ReportedList } from './reported-list';

const aReported = (number: number, given: Partial<ReportedComment> = {}): ReportedComment => ({
  ...aHeldComment(number),
  reports: [],
  notices: [],
  reportCount: 1,
  noticeCount: 0,
  ...given,
});
const settled = () => new Promise((resolve) => setTimeout(resolve));
let listed: ReportedComment[];
let sent: DecideRequest[];
let failure: Error | null;
let failsOnce: boolean;
/** The service takes so long. */
let answering: Promise<void>;
let everywhere: Acts;
let aged: string[];
let queue: HeldQueue;
let decisions: ReportedDecisions;

beforeEach(async () => {
  listed = [aReported(3), aReported(1), aReported(2)];
  sent = [];
  aged = [];
  answering = Promise.resolve();
  failsOnce = false;
  everywhere = new Acts();
  failure = null;
  const list = new ReportedList({ ask: async <Answer>() => ({ comments: listed, nextCursor: null }) as Answer });
  queue = new HeldQueue(list, endless, list.order);
  const decide = async (_: string, request: DecideRequest) => {
    sent.push(request);
    await answering;
    const error = failure;
    if (failsOnce) failure = null;
    if (error !== null) throw error;
    return {} as Decided;
  };
  decisions = new ReportedDecisions(
    { decide },
    { queue, session: endless, acts: everywhere, readers: { age: (id) => void aged.push(id) } },
  );
  await queue.open('ada', 'news');
});

const ids = () => queue.store.getState().items.map(({ comment }) => comment.id.replace('comment-', ''));
const focused = () => queue.focused?.comment.id.replace('comment-', '');
const told = () => decisions.store.getState().told;

describe('what was reported', () => {
  it('is there as urgent as the service says, and changes places when that does', async () => {
    expect([ids(), focused()]).toEqual([['3', '1', '2'], '3']);
    listed = [aReported(2), aReported(3), aReported(1)];
    await queue.refresh();
    expect([ids(), focused()]).toEqual([['2', '3', '1'], '3']);
  });

  it('that somebody else has decided on stays while it is read', async () => {
    listed = listed.slice(1);
    await queue.refresh();
    expect([focused(), queue.focused?.trouble]).toEqual(['3', { kind: 'left' }]);
    expect(decisions.isPossible()).toBe(false);
  });
});

describe('a decision on what was reported', () => {
  it('makes what is known of its author old once it is answered, and not where it was not made', async () => {
    const author = queue.focused?.comment.author.id;
    decisions.decide('keep');
    expect(aged).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve));
    expect(aged).toEqual([author]);
    failure = new NoAnswer();
    decisions.decide('keep');
    await new Promise((resolve) => setTimeout(resolve));
    expect(aged).toEqual([author]);
  });

  it.each([
    ['keep', 'reopen', 'published', {}],
    ['remove', 'publish', 'removed', { takesBack: true }],
    ['hold', 'publish', 'held', { takesBack: true }],
  ] as const)('%s: it leaves at once, and comes back to its place by %s', async (verdict, back, from, given) => {
    decisions.decide(verdict);
    expect([ids(), focused()]).toEqual([['1', '2'], '1']);
    await settled();
    await decisions.recent.undo();
    expect([ids(), focused()]).toEqual([['3', '1', '2'], '3']);
    expect(sent).toEqual([
      { verdict, from: 'published', revision: 1 },
      { verdict: back, from, revision: 1, ...given },
    ]);
  });

  it('that is not answered comes back and says so', async () => {
    failure = new NoAnswer();
    decisions.decide('keep');
    await settled();
    expect([ids(), told()?.kind, decisions.recent.store.getState().undoable]).toEqual([['3', '1', '2'], 'cameBack', 0]);
  });

  it('on a text that became another comes back with the new one, and the next key only says so', async () => {
    failure = new Refusal(409, { code: 'comment_changed', detail: '', status: 'published', revision: 2 }, null);
    listed = [aReported(3, { revision: 2 }), aReported(1), aReported(2)];
    decisions.decide('remove');
    await settled();
    queue.focus('comment-3');
    failure = null;
    expect([queue.focused?.comment.revision, queue.focused?.trouble]).toEqual([2, { kind: 'edited' }]);
    decisions.decide('remove');
    expect([sent.length, told()?.kind]).toEqual([1, 'editedSince']);
    decisions.decide('remove');
    expect(told()?.kind).toBe('remove');
  });

  it('on a text that was edited while it was looked at says so once, and is made then', async () => {
    listed = [aReported(3, { revision: 2 }), aReported(1), aReported(2)];
    await queue.refresh();
    decisions.decide('keep');
    expect([sent, told()?.kind]).toEqual([[], 'editedSince']);
    decisions.decide('keep');
    await settled();
    expect(sent.map(({ revision }) => revision)).toEqual([2]);
  });

  it('that is taken back before it was answered is back at once, and whoever goes on is left where they are', async () => {
    let answerIt = (): void => undefined;
    answering = new Promise((resolve) => {
      answerIt = resolve;
    });
    decisions.decide('keep');
    const undone = decisions.recent.undo();
    expect([focused(), told()?.kind]).toEqual(['3', 'takenBack']);
    queue.move(1);
    answerIt();
    await undone;
    expect([focused(), sent.map(({ verdict }) => verdict)]).toEqual(['1', ['keep', 'reopen']]);
  });

  it('that is made anew after it was taken back comes last, whatever is not answered yet', async () => {
    let answerIt = (): void => undefined;
    answering = new Promise((resolve) => {
      answerIt = resolve;
    });
    decisions.decide('remove');
    void decisions.recent.undo();
    decisions.decide('hold');
    answerIt();
    await settled();
    expect([sent.map(({ verdict }) => verdict), ids()]).toEqual([
      ['remove', 'publish', 'hold'],
      ['1', '2'],
    ]);
  });

  it('that is not answered does not come back where another was made on it since', async () => {
    let answerIt = (): void => undefined;
    answering = new Promise((resolve) => {
      answerIt = resolve;
    });
    failure = new NoAnswer();
    decisions.decide('remove');
    void decisions.recent.undo();
    decisions.decide('hold');
    failsOnce = true;
    answerIt();
    await settled();
    expect([sent.map(({ verdict }) => verdict), ids()]).toEqual([
      ['remove', 'hold'],
      ['1', '2'],
    ]);
  });

  it('that was not made, or not taken back, is told to who has left the page, on whichever they are', async () => {
    failure = new NoAnswer();
    decisions.decide('keep');
    decisions.leave();
    await settled();
    expect([everywhere.store.getState().news, told()?.kind]).toMatchObject([
      { kind: 'inWords', author: 'Reader 3', trouble: { kind: 'noAnswer' } },
      'keep',
    ]);
  });

  it('is not made on what somebody else looks at', () => {
    queue.noteLease('comment-3', graces);
    decisions.decide('keep');
    expect([sent, told()]).toEqual([[], { kind: 'kept', author: 'Reader 3', by: 'Grace' }]);
  });
});
