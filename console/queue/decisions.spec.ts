import type { DecideRequest, HeldComment } from '../../contract/moderation';
import { NoAnswer, Refusal } from '../api/console-api';
import { Acts, undoMilliseconds } from './acts';
import { Decisions } from './decisions';
import { aHeldComment, comments, endless, graces, HeldService } from './held.builder';
import { HeldQueue } from './held-queue';
import type { Trouble } from './trouble';

const spam = { key: null, title: 'Spam', ground: 'rules', rule: null } as const;

interface Sent {
  id: string;
  request: DecideRequest;
  answer(refusal?: Error): void;
}

let service: HeldService;
let queue: HeldQueue;
let decisions: Decisions;
let acts: Acts;
let aged: string[];
const reasons = { reload: jest.fn(async () => undefined) };
let sent: Sent[];

beforeEach(async () => {
  jest.useFakeTimers();
  sent = [];
  service = new HeldService(comments(4));
  queue = new HeldQueue(service, endless);
  await queue.open('ada', 'demo');
  const decide = (id: string, request: DecideRequest) =>
    new Promise<never>((resolve, reject) => {
      sent.push({ id, request, answer: (refusal) => (refusal === undefined ? resolve(undefined as never) : reject(refusal)) });
    });
  acts = new Acts();
  aged = [];
  const readers = { age: (id: string) => void aged.push(id) };
  decisions = new Decisions({ decide }, endless, { queue, acts, readers, reasons });
});
afterEach(() => jest.useRealTimers());

const ids = (): string[] => queue.store.getState().items.map(({ comment }) => comment.id);
const asked = (): string[] => sent.map(({ id, request }) => `${request.verdict} ${id}`);
const conflict = (extensions: object): Refusal => new Refusal(409, { code: 'comment_changed', detail: '', ...extensions }, null);

function ofRule(...numbers: number[]): HeldComment[] {
  return numbers.map((number) => aHeldComment(number, { findings: [{ rule: 'links', outcome: 'hold', excerpts: [], evidence: {} }] }));
}

async function atAnotherRule(...numbers: number[]): Promise<void> {
  service.comments = ofRule(...numbers);
  await queue.open('ada', 'demo', 'links');
}

async function answered(index: number, refusal?: Error): Promise<void> {
  await jest.advanceTimersByTimeAsync(0);
  sent[index]!.answer(refusal);
  await jest.advanceTimersByTimeAsync(0);
}

describe('a decision', () => {
  it('takes effect at once, and is sent with the revision and the status that were seen, and its reason', async () => {
    decisions.decide('reject', { reasonId: 'off-topic', message: 'Not here.' });
    expect([ids(), queue.focused?.comment.id]).toEqual([['comment-2', 'comment-3', 'comment-4'], 'comment-2']);
    await jest.advanceTimersByTimeAsync(0);
    expect(sent[0]!.request).toEqual({ verdict: 'reject', revision: 1, from: 'held', reasonId: 'off-topic', message: 'Not here.' });
    expect(acts.store.getState()).toEqual({
      news: { kind: 'decided', verdict: 'reject', author: 'Reader 1' },
      undoable: 1,
      underWay: 1,
    });
    await answered(0);
    expect(acts.store.getState().underWay).toBe(0);
  });

  it.each<[string, Error, Trouble]>([
    [
      'somebody else decided',
      conflict({ status: 'rejected', lastDecision: { decidedBy: { name: 'Grace' }, reason: spam } }),
      { kind: 'decided', status: 'rejected', by: 'Grace', reason: spam },
    ],
    ['its author withdrew it', conflict({ status: 'withdrawn' }), { kind: 'withdrawn' }],
    ['there was no answer', new NoAnswer(), { kind: 'noAnswer' }],
    ['it was too much', new Refusal(429, { code: 'too_many_requests', detail: '' }, 7), { kind: 'tooMany', seconds: 7 }],
    ['its reason is not used any more', new Refusal(422, { code: 'reason_needed', detail: '' }, null), { kind: 'reasonGone' }],
    ['the right is gone', new Refusal(404, { code: 'not_found', detail: '' }, null), { kind: 'noRight' }],
    ['of something else', new Refusal(500, { code: 'internal_error', detail: 'Sorry.' }, null), { kind: 'refused', detail: 'Sorry.' }],
  ])('comes back to its place with what happened when %s; what is being read stays', async (_, refusal, trouble) => {
    decisions.decide('publish');
    queue.move(1);
    await answered(0, refusal);
    expect([ids()[0], queue.store.getState().items[0]?.trouble]).toEqual(['comment-1', trouble]);
    expect(queue.focused?.comment.id).toBe('comment-3');
    expect(acts.store.getState()).toMatchObject({
      news: { kind: 'cameBack', commentId: 'comment-1', author: 'Reader 1', trouble },
      undoable: 0,
    });
  });

  it('holds against every look before its answer, and after a refusal what the service says counts', async () => {
    decisions.decide('publish');
    await queue.refresh();
    await queue.refresh();
    expect(ids()).toEqual(['comment-2', 'comment-3', 'comment-4']);
    service.comments = comments(4).map((comment) => ({ ...comment, revision: 2 }));
    await answered(0, conflict({ status: 'held' }));
    await queue.refresh();
    expect(queue.store.getState().items[0]?.comment).toMatchObject({ id: 'comment-1', revision: 2 });
  });

  it('that came back because of an edit can be made again, unless it is edited once more', async () => {
    service.comments = comments(1);
    await queue.reload();
    decisions.decide('publish');
    service.comments = comments(1).map((comment) => ({ ...comment, revision: 2 }));
    await answered(0, conflict({ status: 'held' }));
    await queue.refresh();
    service.comments = comments(1).map((comment) => ({ ...comment, revision: 3 }));
    await queue.refresh();
    decisions.decide('publish');
    await jest.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(1);
    decisions.decide('publish');
    await jest.advanceTimersByTimeAsync(0);
    expect(sent[1]).toMatchObject({ id: 'comment-1', request: { revision: 3 } });
  });

  it('is not made on a text that took the place of the one that was read, before that was told', async () => {
    service.comments = comments(4).map((comment) => ({ ...comment, revision: 2 }));
    await queue.refresh();
    decisions.decide('publish');
    await jest.advanceTimersByTimeAsync(0);
    expect([sent, queue.focused?.comment.id]).toEqual([[], 'comment-1']);
    expect(acts.store.getState()).toMatchObject({ news: { kind: 'editedSince', author: 'Reader 1' }, undoable: 0 });
    decisions.decide('publish');
    await jest.advanceTimersByTimeAsync(0);
    expect(sent[0]).toMatchObject({ id: 'comment-1', request: { verdict: 'publish', revision: 2 } });
  });

  it('that comes back after another rule was chosen is in that list where the service has it there', async () => {
    decisions.decide('publish');
    await atAnotherRule(1, 2, 3, 4);
    expect(ids()).toEqual(['comment-2', 'comment-3', 'comment-4']);
    await answered(0, new NoAnswer());
    expect(ids()).toEqual(['comment-1', 'comment-2', 'comment-3', 'comment-4']);
  });

  it('that is taken back after another rule was chosen is in that list where the service has it there', async () => {
    decisions.decide('publish');
    await answered(0);
    await atAnotherRule(2, 3, 4);
    const undone = acts.undo();
    expect(ids()).toEqual(['comment-2', 'comment-3', 'comment-4']);
    service.comments = ofRule(1, 2, 3, 4);
    await answered(1);
    await undone;
    await jest.advanceTimersByTimeAsync(0);
    expect(ids()).toEqual(['comment-1', 'comment-2', 'comment-3', 'comment-4']);
  });

  it('holds against every look before its answer, also after somebody was at another site meanwhile', async () => {
    decisions.decide('publish');
    await queue.open('ada', 'sport');
    await queue.open('ada', 'demo');
    expect(ids()).toEqual(['comment-2', 'comment-3', 'comment-4']);
  });

  it('that comes back because of its reason has the reasons of the site read anew', async () => {
    reasons.reload.mockClear();
    decisions.decide('reject', { reasonId: 'gone' });
    await answered(0, new Refusal(422, { code: 'reason_needed', detail: '' }, null));
    expect(reasons.reload).toHaveBeenCalledTimes(1);
  });

  it('makes what is known of its author old once it is answered, and not before', async () => {
    decisions.decide('publish');
    await jest.advanceTimersByTimeAsync(0);
    expect(aged).toEqual([]);
    await answered(0);
    expect(aged).toEqual(['reader-1']);
  });

  it('is not made on what cannot be decided any more', async () => {
    decisions.decide('publish');
    await answered(0, conflict({ status: 'rejected' }));
    queue.focus('comment-1');
    decisions.decide('publish');
    await jest.advanceTimersByTimeAsync(0);
    expect(asked()).toEqual(['publish comment-1']);
  });

  it('is not made on what somebody else looks at, which is told', async () => {
    queue.noteLease('comment-1', graces);
    decisions.decide('publish');
    expect([queue.focused?.comment.id, decisions.isFree()]).toEqual(['comment-1', false]);
    expect(acts.store.getState()).toMatchObject({ news: { kind: 'kept', author: 'Reader 1', by: 'Grace' }, underWay: 0 });
    queue.move(1);
    expect(decisions.isFree()).toBe(true);
  });

  it('comes back when somebody else looks at it, with their name for as long as they do', async () => {
    decisions.decide('publish');
    await answered(0, new Refusal(409, { code: 'comment_leased', detail: '', lease: graces }, null));
    expect(acts.store.getState().news).toMatchObject({ kind: 'cameBack', trouble: { kind: 'kept', lease: graces } });
    const [first] = queue.store.getState().items;
    expect([first?.trouble, queue.keeperOf(first!)]).toEqual([null, 'Grace']);
  });

  it('that was refused after one went to another site is told, and stays out of that list', async () => {
    decisions.decide('publish');
    await queue.open('ada', 'other');
    await answered(0, new NoAnswer());
    expect(ids().filter((id) => id === 'comment-1')).toHaveLength(1);
    expect(queue.store.getState().items[0]?.trouble).toBeNull();
  });
});

describe('undo', () => {
  it('brings the comment back into focus and holds it again', async () => {
    decisions.decide('publish');
    await answered(0);
    void acts.undo();
    expect([ids()[0], queue.focused?.comment.id, acts.store.getState().undoable]).toEqual(['comment-1', 'comment-1', 0]);
    await jest.advanceTimersByTimeAsync(0);
    expect(sent[1]).toMatchObject({ id: 'comment-1', request: { verdict: 'hold', revision: 1, from: 'published' } });
  });

  it('goes back step by step, the last first', async () => {
    decisions.decide('publish');
    decisions.decide('reject', { reasonId: 'spam' });
    void acts.undo();
    expect(queue.focused?.comment.id).toBe('comment-2');
    void acts.undo();
    expect(queue.focused?.comment.id).toBe('comment-1');
    void acts.undo();
    expect(ids()).toHaveLength(4);
  });

  it('of a decision that is still under way waits for it', async () => {
    decisions.decide('publish');
    void acts.undo();
    decisions.decide('reject', { reasonId: 'spam' });
    await jest.advanceTimersByTimeAsync(0);
    expect(asked()).toEqual(['publish comment-1']);
    await answered(0);
    expect(asked()).toEqual(['publish comment-1', 'hold comment-1']);
    await answered(1);
    expect(asked()).toEqual(['publish comment-1', 'hold comment-1', 'reject comment-1']);
  });

  it('of a decision that was refused sends nothing', async () => {
    decisions.decide('publish');
    void acts.undo();
    await answered(0, new NoAnswer());
    await jest.advanceTimersByTimeAsync(0);
    expect(asked()).toEqual(['publish comment-1']);
    expect(ids()).toHaveLength(4);
  });

  it('is possible for ten seconds', async () => {
    decisions.decide('publish');
    await answered(0);
    await jest.advanceTimersByTimeAsync(undoMilliseconds - 1);
    expect(acts.store.getState().undoable).toBe(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(acts.store.getState().undoable).toBe(0);
    await acts.undo();
    expect(asked()).toEqual(['publish comment-1']);
  });

  it('that is refused takes the comment away again and says why', async () => {
    decisions.decide('publish');
    await answered(0);
    void acts.undo();
    await answered(1, conflict({ status: 'removed' }));
    const trouble = { kind: 'decided', status: 'removed' };
    expect(queue.focused).toMatchObject({ comment: { id: 'comment-1' }, trouble });
    expect(acts.store.getState().news).toMatchObject({ kind: 'notTakenBack', trouble });
    decisions.decide('publish');
    queue.move(1);
    expect([asked().length, ids().includes('comment-1')]).toEqual([2, false]);
  });

  it('that is refused since a colleague holds it says so, and leaves it to be decided on', async () => {
    decisions.decide('publish');
    await answered(0);
    void acts.undo();
    await answered(1, conflict({ status: 'held', revision: 1, lastDecision: { decidedBy: { id: 'grace', name: 'Grace' }, reason: null } }));
    expect(acts.store.getState().news).toMatchObject({ kind: 'notTakenBack', trouble: { kind: 'decided', status: 'held', by: 'Grace' } });
    expect(queue.focused).toMatchObject({ comment: { id: 'comment-1' }, trouble: null });
  });

  it('that gets no answer takes it away where something else is read by then, and otherwise says that it does not wait', async () => {
    decisions.decide('publish');
    await answered(0);
    void acts.undo();
    queue.focus('comment-2');
    await answered(1, new NoAnswer());
    expect([ids(), queue.focused?.comment.id]).toEqual([['comment-2', 'comment-3', 'comment-4'], 'comment-2']);
    decisions.decide('publish');
    await answered(2);
    void acts.undo();
    await answered(3, new NoAnswer());
    expect(queue.focused).toMatchObject({ comment: { id: 'comment-2' }, trouble: { kind: 'left' } });
  });
});
