import type { PostedComment } from '../../contract/conversation';
import { NoAnswer, Refusal } from '../api/parley-api';
import { Store } from '../store/store';
import { Outbox, type Outgoing } from './outbox';
import { SafeStorage } from './safe-storage';
import { aStorage } from './storage.builder';

const posted = {} as PostedComment;
const noAnswer = new NoAnswer('no answer');

function refusal(status: number, retryAfterSeconds: number | null = null): Refusal {
  return new Refusal(status, { code: 'some_code', detail: '' }, retryAfterSeconds);
}

/** How many comments are not done with. */
function leftIn(storage: Storage): number {
  return new SafeStorage(() => storage).keysFrom('parley:outbox:').length;
}

/** An outbox whose service gives these answers, one after another. */
function anOutbox(answers: (PostedComment | Error)[], storage = aStorage()) {
  const outgoing = new Store<readonly Outgoing[]>([]);
  const sent: string[] = [];
  const pauses: number[] = [];
  const waiting: (() => void)[] = [];
  const onSent = jest.fn();
  const onPosted = jest.fn();
  const onRefused = jest.fn();
  const onTakenBack = jest.fn();
  const onToldToWait = jest.fn();
  const slow = { waitSeconds: 0 };
  const outbox = new Outbox(outgoing, {
    threadId: 'thread',
    storage: new SafeStorage(() => storage),
    post: async ({ clientId, text }) => {
      sent.push(`${clientId} ${text}`);
      onSent();
      const answer = answers.shift() ?? noAnswer;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    later: (run, milliseconds) => {
      pauses.push(milliseconds);
      waiting.push(run);
    },
    newId: () => `id-${sent.length}`,
    waitSeconds: () => slow.waitSeconds,
    onToldToWait,
    onForgotten: jest.fn(),
    onPosted,
    onRefused,
    onTakenBack,
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  const wait = async () => {
    await settle();
    waiting.shift()?.();
    await settle();
  };
  return { outbox, outgoing, sent, pauses, onSent, onPosted, onRefused, onTakenBack, onToldToWait, slow, settle, wait, storage };
}

describe('the outbox', () => {
  it('sends a comment, and is done with it when it is acknowledged', async () => {
    const { outbox, outgoing, sent, onPosted, settle, storage } = anOutbox([posted]);
    outbox.send({ readerId: 'anna', parentId: null, text: 'Hello' });
    expect(outgoing.get()).toMatchObject([{ text: 'Hello', failure: null }]);
    await settle();
    expect(sent).toEqual(['id-0 Hello']);
    expect(onPosted).toHaveBeenCalledTimes(1);
    expect([outgoing.get(), leftIn(storage)]).toEqual([[], 0]);
  });

  it('sends it again under the same id after a lost answer, later each time', async () => {
    const { outbox, outgoing, sent, pauses, onPosted, wait, settle } = anOutbox([noAnswer, refusal(503), noAnswer, posted]);
    outbox.send({ readerId: 'anna', parentId: null, text: 'Hello' });
    await settle();
    expect(outgoing.get()).toMatchObject([{ failure: noAnswer }]);
    for (let turn = 0; turn < 3; turn += 1) await wait();
    expect(new Set(sent)).toEqual(new Set(['id-0 Hello']));
    expect(sent).toHaveLength(4);
    expect(onPosted).toHaveBeenCalledTimes(1);
    expect(pauses[2]).toBeGreaterThan(pauses[0] as number);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(30_000);
  });

  it('does not wait once the connection is back, and does not send twice for it', async () => {
    const { outbox, sent, wait, settle } = anOutbox([noAnswer, posted]);
    outbox.send({ readerId: 'anna', parentId: null, text: 'Hello' });
    await settle();
    outbox.retryNow();
    await wait();
    expect(sent).toHaveLength(2);
  });

  it('has one pause for each comment, however often it is told to try now', async () => {
    const { outbox, sent, pauses, wait, settle } = anOutbox([]);
    outbox.send({ readerId: 'anna', parentId: null, text: 'Hello' });
    for (let time = 0; time < 3; time += 1) {
      await settle();
      outbox.retryNow();
    }
    await settle();
    expect(pauses).toHaveLength(4);
    for (let turn = 0; turn < 4; turn += 1) await wait();
    expect(sent).toHaveLength(5);
  });

  it('gives a refused comment back', async () => {
    const { outbox, outgoing, onRefused, settle, storage } = anOutbox([refusal(403)]);
    outbox.send({ readerId: 'anna', parentId: 'parent', text: 'Hello' });
    await settle();
    expect(onRefused).toHaveBeenCalledWith(expect.objectContaining({ text: 'Hello', parentId: 'parent' }), expect.any(Refusal));
    expect([outgoing.get(), leftIn(storage)]).toEqual([[], 0]);
  });

  it('waits as long as it is told to, unless that is too long', async () => {
    const short = anOutbox([refusal(429, 7), posted]);
    short.outbox.send({ readerId: 'anna', parentId: null, text: 'Hello' });
    await short.settle();
    expect(short.outgoing.get()).toMatchObject([{ failure: { status: 429 } }]);
    await short.wait();
    expect([short.pauses, short.onPosted.mock.calls.length]).toEqual([[7_000], 1]);
    const long = anOutbox([refusal(429, 600)]);
    long.outbox.send({ readerId: 'anna', parentId: null, text: 'Hello' });
    await long.settle();
    expect(long.onRefused).toHaveBeenCalledTimes(1);
  });

  it('goes on after the page was closed, for the same reader only', async () => {
    const before = anOutbox([noAnswer]);
    before.outbox.send({ readerId: 'anna', parentId: null, text: 'Hello' });
    await before.settle();
    const after = anOutbox([posted], before.storage);
    after.outbox.resume('berta');
    await after.settle();
    expect(after.sent).toEqual([]);
    after.outbox.resume('anna');
    await after.settle();
    expect(after.sent).toEqual(['id-0 Hello']);
  });

  it('does not send what its author took back in another tab', async () => {
    const here = anOutbox([refusal(429, 56)]);
    here.outbox.send({ readerId: 'anna', parentId: null, text: 'Hello' });
    await here.settle();
    const there = anOutbox([refusal(429, 56), posted], here.storage);
    there.outbox.resume('anna');
    await there.settle();
    here.outbox.forget('id-0');
    await there.wait();
    there.outbox.retryNow();
    await there.settle();
    expect([there.sent, there.outgoing.get()]).toEqual([['id-0 Hello'], []]);
  });

  it('shows no longer that a comment waits which another tab is done with, but hears what comes of its own try', async () => {
    const { outbox, outgoing, onPosted, settle } = anOutbox([noAnswer, posted]);
    const removed = (key: string) => outbox.noteStored({ key, newValue: null });
    outbox.send({ readerId: 'anna', parentId: null, text: 'Hello' });
    await settle();
    removed('parley:outbox:another-thread:id-0');
    expect(outgoing.get()).toHaveLength(1);
    removed('parley:outbox:thread:id-0');
    expect(outgoing.get()).toEqual([]);
    outbox.send({ readerId: 'anna', parentId: null, text: 'And another' });
    removed('parley:outbox:thread:id-1');
    await settle();
    expect(onPosted).toHaveBeenCalledTimes(1);
  });

  it('hears from another tab what became of a comment, and nothing of one that was taken back there', async () => {
    const answer = { own: { id: 'posted' } } as PostedComment;
    const here = anOutbox([noAnswer, noAnswer]);
    for (const text of ['Hello', 'Better not']) {
      here.outbox.send({ readerId: 'anna', parentId: null, text: text });
      await here.settle();
    }
    const told: { key: string; newValue: string | null }[] = [];
    const { storage } = here;
    const watched = Object.assign(Object.create(storage), {
      setItem: (key: string, newValue: string) => told.push({ key, newValue }) && storage.setItem(key, newValue),
      removeItem: (key: string) => told.push({ key, newValue: null }) && storage.removeItem(key),
    });
    const there = anOutbox([answer], watched);
    // A tab may read what was stored before it is told of it.
    here.outbox.noteStored({ key: 'parley:outbox:thread:id-0', newValue: storage.getItem('parley:outbox:thread:id-0') });
    expect(here.outgoing.get()).toHaveLength(2);
    there.outbox.resume('anna');
    there.outbox.forget('id-1');
    await there.settle();
    for (const event of told) here.outbox.noteStored(event);
    expect([here.outgoing.get(), here.sent.length]).toEqual([[], 2]);
    expect(here.onPosted.mock.calls).toEqual([[expect.objectContaining({ text: 'Hello', isShown: true }), answer]]);
    expect(here.onTakenBack.mock.calls).toEqual([[expect.objectContaining({ text: 'Better not' })]]);
  });

  it('sends nothing of one reader while another is there, or none', async () => {
    const { outbox, outgoing, sent, onRefused, wait, settle } = anOutbox([noAnswer]);
    outbox.send({ readerId: 'anna', parentId: null, text: 'Hello' });
    await settle();
    for (const other of ['berta', null]) {
      outbox.resume(other);
      outbox.retryNow();
      await wait();
      expect(outgoing.get()).toEqual([]);
    }
    expect([sent.length, onRefused.mock.calls.length]).toEqual([1, 0]);
    outbox.resume('anna');
    await settle();
    expect(sent).toHaveLength(2);
  });

  it('gives back what was refused because somebody else is there by now', async () => {
    const otherReader = new Refusal(409, { code: 'other_reader', detail: '' }, null);
    const { outbox, onSent, onRefused, settle, storage } = anOutbox([otherReader]);
    onSent.mockImplementation(() => outbox.resume('berta'));
    outbox.send({ readerId: 'anna', parentId: null, text: 'Hello' });
    await settle();
    expect(onRefused).toHaveBeenCalledWith(expect.objectContaining({ text: 'Hello' }), otherReader);
    expect(leftIn(storage)).toBe(0);
  });

  it('tells the next reader nothing of what comes back to the one before', async () => {
    const { outbox, onSent, onPosted, onRefused, settle, storage } = anOutbox([posted, refusal(403)]);
    onSent.mockImplementation(() => outbox.resume('berta'));
    for (const left of [0, 1]) {
      outbox.send({ readerId: 'anna', parentId: null, text: 'Hello' });
      await settle();
      expect(leftIn(storage)).toBe(left);
    }
    expect([onPosted.mock.calls.length, onRefused.mock.calls.length]).toEqual([0, 0]);
  });

  it('holds on to a refused comment until somebody has taken it', async () => {
    const { outbox, onRefused, settle, storage } = anOutbox([refusal(403)]);
    onRefused.mockImplementation(() => expect(leftIn(storage)).toBe(1));
    outbox.send({ readerId: 'anna', parentId: null, text: 'Hello' });
    await settle();
    expect([onRefused.mock.results[0]?.type, leftIn(storage)]).toEqual(['return', 0]);
  });

  describe('in slow mode', () => {
    const written = { readerId: 'anna', parentId: null, text: 'Hello.' };
    const slowDown = (seconds: number) => new Refusal(429, { code: 'slow_mode', detail: '' }, seconds);

    it('keeps what may not be posted yet, and sends it when the time is over', async () => {
      const { outbox, outgoing, sent, pauses, slow, settle, wait, storage, onPosted } = anOutbox([posted]);
      slow.waitSeconds = 40;
      outbox.send(written);
      await settle();
      expect([sent, pauses, leftIn(storage)]).toEqual([[], [40_000], 1]);
      expect(outgoing.get()[0]?.failure).toMatchObject({ status: 429, problem: { code: 'slow_mode' } });
      slow.waitSeconds = 0;
      await wait();
      expect([sent.length, onPosted.mock.calls.length, leftIn(storage)]).toEqual([1, 1, 0]);
    });

    it('waits as long as it is told, however long that is, and sends it under its id', async () => {
      const { outbox, sent, pauses, onToldToWait, onRefused, settle, wait } = anOutbox([slowDown(600), posted]);
      outbox.send(written);
      await settle();
      expect([pauses, onToldToWait.mock.calls, onRefused.mock.calls]).toEqual([[600_000], [[600]], []]);
      await wait();
      expect(new Set(sent).size).toBe(1);
      expect(sent.length).toBe(2);
    });

    it('asks the service nothing before that, whoever tries again', async () => {
      const { outbox, sent, slow, settle } = anOutbox([posted]);
      slow.waitSeconds = 40;
      outbox.send(written);
      await settle();
      outbox.retryNow();
      await settle();
      expect(sent).toEqual([]);
    });
  });
});
