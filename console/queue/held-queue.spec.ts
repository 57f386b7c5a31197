import type { FindingWithEvidence } from '../../contract/screening';
import { NoAnswer } from '../api/console-api';
import { aHeldComment, comments, endless, graces, HeldService } from './held.builder';
import { HeldQueue } from './held-queue';

async function opened(service: HeldService): Promise<HeldQueue> {
  const queue = new HeldQueue(service, endless);
  await queue.open('ada', 'demo');
  return queue;
}

const numbers = (queue: HeldQueue): number[] => queue.store.getState().items.map(({ comment }) => Number(comment.id.split('-')[1]));
const focusedNumber = (queue: HeldQueue): number => Number(queue.focused?.comment.id.split('-')[1]);

describe('the queue of what is held', () => {
  it('begins with the first item in focus', async () => {
    const queue = await opened(new HeldService(comments(3)));
    expect([queue.store.getState().phase, numbers(queue), focusedNumber(queue)]).toEqual(['ready', [1, 2, 3], 1]);
  });

  it('moves from item to item and stays at its ends', async () => {
    const queue = await opened(new HeldService(comments(3)));
    queue.move(-1);
    expect(focusedNumber(queue)).toBe(1);
    for (const expected of [2, 3, 3]) {
      queue.move(1);
      expect(focusedNumber(queue)).toBe(expected);
    }
  });

  it('shows the next item when one leaves, and the one before when it was the last', async () => {
    const queue = await opened(new HeldService(comments(3)));
    queue.move(1);
    queue.take(queue.focused!);
    expect([numbers(queue), focusedNumber(queue)]).toEqual([[1, 3], 3]);
    queue.take(queue.focused!);
    queue.take(queue.focused!);
    expect([numbers(queue), queue.focused]).toEqual([[], undefined]);
  });

  it('asks for the next page as one nears the end, and not before', async () => {
    const service = new HeldService(comments(90), 30);
    const queue = await opened(service);
    expect([numbers(queue).length, queue.store.getState().hasMore, service.asked]).toEqual([30, true, 1]);
    for (let step = 0; step < 19; step += 1) queue.move(1);
    await settled();
    expect([numbers(queue).length, service.asked]).toEqual([60, 2]);
    expect(focusedNumber(queue)).toBe(20);
  });

  it('can be what one rule found, page by page, and all of it again', async () => {
    const found: FindingWithEvidence = { rule: 'links', outcome: 'hold', excerpts: [], evidence: {} };
    const service = new HeldService(
      comments(80).map((comment, index) => (index % 2 === 0 ? comment : { ...comment, findings: [found] })),
      30,
    );
    const queue = await opened(service);
    await queue.open('ada', 'demo', 'links');
    expect([numbers(queue).slice(0, 3), focusedNumber(queue), queue.store.getState().hasMore]).toEqual([[2, 4, 6], 2, true]);
    await queue.loadMore();
    expect(numbers(queue)).toHaveLength(40);
    await queue.open('ada', 'demo');
    expect(numbers(queue).slice(0, 3)).toEqual([1, 2, 3]);
  });

  it('does not bring back what is being decided on when another rule is chosen', async () => {
    const queue = await opened(new HeldService(comments(3)));
    queue.noteAsked('comment-1');
    queue.take(queue.focused!);
    await queue.open('ada', 'demo', 'links');
    await queue.open('ada', 'demo');
    expect(numbers(queue)).toEqual([2, 3]);
    queue.noteAnswered('comment-1');
    await queue.refresh();
    expect(numbers(queue)).toEqual([1, 2, 3]);
  });

  it('takes in what is new, and what was decided elsewhere goes', async () => {
    const service = new HeldService(comments(3));
    const queue = await opened(service);
    service.comments = [aHeldComment(1), aHeldComment(3), aHeldComment(4)];
    await queue.refresh();
    expect([numbers(queue), focusedNumber(queue)]).toEqual([[1, 3, 4], 1]);
  });

  it('keeps what is being read when it was decided elsewhere, says so, and lets it go when one moves on', async () => {
    const service = new HeldService(comments(3));
    const queue = await opened(service);
    service.comments = [aHeldComment(2), aHeldComment(3)];
    await queue.refresh();
    await queue.refresh();
    expect([numbers(queue), focusedNumber(queue), queue.focused?.trouble]).toEqual([[1, 2, 3], 1, { kind: 'left' }]);
    queue.move(1);
    expect([numbers(queue), focusedNumber(queue)]).toEqual([[2, 3], 2]);
  });

  it('lets the last one go too, when it was decided elsewhere', async () => {
    const service = new HeldService(comments(1));
    const queue = await opened(service);
    service.comments = [];
    await queue.refresh();
    queue.move(1);
    expect(numbers(queue)).toEqual([]);
  });

  it('says that what is being read was edited', async () => {
    const service = new HeldService(comments(2));
    const queue = await opened(service);
    service.comments = [1, 2].map((number) => aHeldComment(number, { revision: 2 }));
    await queue.refresh();
    expect(queue.store.getState().items.map(({ comment, trouble }) => [comment.revision, trouble])).toEqual([
      [2, { kind: 'edited' }],
      [2, null],
    ]);
  });

  it('does not bring back what leaves while the service is asked, nor loses what comes back', async () => {
    const service = new HeldService(comments(3));
    const queue = await opened(service);
    const [first] = queue.store.getState().items;
    queue.take(first!);
    service.comments = [aHeldComment(2), aHeldComment(3)];
    service.before = async () => {
      queue.giveBack(first!, null);
      queue.take(queue.store.getState().items[1]!);
    };
    await queue.refresh();
    expect(numbers(queue)).toEqual([1, 3]);
  });

  it('reads anew what came back because it was edited', async () => {
    const service = new HeldService(comments(2));
    const queue = await opened(service);
    const [first] = queue.store.getState().items;
    queue.take(first!);
    service.comments = [aHeldComment(1, { revision: 2 }), aHeldComment(2)];
    queue.giveBack(first!, { kind: 'edited' });
    await settled();
    expect(queue.store.getState().items[0]).toMatchObject({ comment: { revision: 2 }, trouble: { kind: 'edited' } });
    expect(focusedNumber(queue)).toBe(2);
  });

  it('looks once more after a look during which it was told of news, however often', async () => {
    const service = new HeldService(comments(2));
    const queue = await opened(service);
    service.before = async () => {
      service.before = async () => undefined;
      service.comments = comments(3);
      await Promise.all([queue.refresh(), queue.refresh()]);
    };
    await queue.refresh();
    expect([numbers(queue), service.asked]).toEqual([[1, 2, 3], 3]);
  });

  it('begins with the first that nobody else looks at, and goes on with the next such one', async () => {
    const service = new HeldService(
      [1, 2, 3, 4, 5].map((number) => aHeldComment(number, { lease: [1, 4].includes(number) ? graces : null })),
    );
    const queue = await opened(service);
    const seen: number[] = [];
    while (queue.focused !== undefined) {
      seen.push(focusedNumber(queue));
      queue.take(queue.focused);
    }
    expect(seen).toEqual([2, 3, 5, 4, 1]);
    queue.giveBack({ comment: aHeldComment(1, { lease: graces }), trouble: null }, null);
    expect(focusedNumber(queue)).toBe(1);
  });

  it('knows who looks at an item until they stop or their time is over', async () => {
    const leases = [graces, { ...graces, until: '2020-01-01T00:00:00.000Z' }, { ...graces, by: { id: 'ada', name: 'Ada' } }, null];
    const service = new HeldService(leases.map((lease, index) => aHeldComment(index + 1, { lease })));
    const queue = await opened(service);
    const keepers = () => queue.store.getState().items.map((item) => queue.keeperOf(item));
    expect(keepers()).toEqual(['Grace', null, null, null]);
    service.comments = [aHeldComment(1), aHeldComment(2, { lease: graces })];
    await queue.refresh();
    expect(keepers().slice(0, 2)).toEqual([null, 'Grace']);
    queue.noteLease('comment-1', graces);
    expect(keepers()[0]).toBe('Grace');
  });

  it('keeps what is there without an answer, says so, and recovers', async () => {
    const service = new HeldService(comments(2));
    const queue = await opened(service);
    service.failure = new NoAnswer();
    await queue.refresh();
    expect([numbers(queue), queue.store.getState().phase, queue.store.getState().trouble]).toEqual([[1, 2], 'ready', { kind: 'noAnswer' }]);
    service.failure = null;
    await queue.refresh();
    expect(queue.store.getState().trouble).toBeNull();
  });

  it('says when it could not be loaded, and can be loaded again', async () => {
    const service = new HeldService(comments(2));
    service.failure = new NoAnswer();
    const queue = await opened(service);
    expect(queue.store.getState().phase).toBe('failed');
    service.failure = null;
    await queue.reload();
    expect([queue.store.getState().phase, numbers(queue)]).toEqual(['ready', [1, 2]]);
  });

  it('takes no answer of a site that was left', async () => {
    const service = new HeldService(comments(2));
    const queue = await opened(service);
    let release = (): void => undefined;
    service.before = () => new Promise((resolve) => (release = resolve));
    const refreshed = queue.refresh();
    const releaseOld = release;
    service.before = async () => undefined;
    service.comments = [aHeldComment(7)];
    await queue.open('ada', 'other');
    releaseOld();
    await refreshed;
    expect(numbers(queue)).toEqual([7]);
  });
});

/** All that is under way without a timer. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
