import { AlikeInTurn } from './alike-in-turn';

describe('texts that are almost the same', () => {
  const started: string[] = [];
  let ends: Record<string, (error?: Error) => void>;
  let inTurn: AlikeInTurn;

  beforeEach(() => {
    started.length = 0;
    ends = {};
    inTurn = new AlikeInTurn();
  });

  const begin = (name: string, shape: number[]): Promise<string> =>
    inTurn.run(shape, async () => {
      started.push(name);
      await new Promise<void>((resolve, reject) => {
        ends[name] = (error) => (error === undefined ? resolve() : reject(error));
      });
      return name;
    });

  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('are written in the order in which they came, others at once', async () => {
    const first = begin('first', [1, 2]);
    void begin('like the first', [2, 3]);
    void begin('like the second', [3, 4]);
    void begin('unlike', [5]);
    void begin('short', []);
    await settle();
    expect(started).toEqual(['first', 'unlike', 'short']);
    ends.first?.();
    expect(await first).toBe('first');
    await settle();
    expect(started.slice(3)).toEqual(['like the first']);
    ends['like the first']?.();
    await settle();
    expect(started.slice(4)).toEqual(['like the second']);
  });

  it('are written also when the one before was refused', async () => {
    const first = begin('first', [1]);
    const second = begin('second', [1]);
    await settle();
    ends.first?.(new Error('refused'));
    await expect(first).rejects.toThrow('refused');
    await settle();
    ends.second?.();
    expect(await second).toBe('second');
  });

  it('are forgotten once they are written', async () => {
    const first = begin('first', [1, 2]);
    await settle();
    ends.first?.();
    await first;
    void begin('second', [1, 2]);
    expect(started).toEqual(['first', 'second']);
  });
});
