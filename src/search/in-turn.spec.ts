import { InTurn } from './in-turn';

describe('work in turn', () => {
  it('is done a few at a time, in order, also after a failure, and refused when too much waits', async () => {
    const inTurn = new InTurn({ atOnce: 2, maxWaiting: 2 });
    const started: number[] = [];
    const ends: (() => void)[] = [];
    const start = (number: number): Promise<number> =>
      inTurn.run(async () => {
        started.push(number);
        await new Promise<void>((resolve) => ends.push(resolve));
        if (number === 1) throw new Error('failed');
        return number;
      });
    const works = [0, 1, 2, 3, 4].map((number) =>
      start(number).catch((error: { code?: string; message: string }) => error.code ?? error.message),
    );
    expect(await works[4]).toBe('too_many_requests');
    expect(started).toEqual([0, 1]);
    for (const number of [0, 1, 2, 3]) {
      ends[number]?.();
      await works[number];
      await new Promise(setImmediate);
    }
    expect(started).toEqual([0, 1, 2, 3]);
    expect(await Promise.all(works.slice(0, 4))).toEqual([0, 'failed', 2, 3]);
    const after = start(5);
    await new Promise(setImmediate);
    ends[4]?.();
    expect(await after).toBe(5);
  });
});
