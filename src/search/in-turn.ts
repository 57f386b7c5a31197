import { TooManyRequests } from '../platform/http';

const retrySeconds = 5;

/** Has work done a few at a time, in the order in which it came; when too many wait, no more are taken. */
export class InTurn {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly bounds: { atOnce: number; maxWaiting: number }) {}

  /** @throws TooManyRequests */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.turn();
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }

  private async turn(): Promise<void> {
    if (this.running < this.bounds.atOnce) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= this.bounds.maxWaiting) throw new TooManyRequests(retrySeconds);
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}
