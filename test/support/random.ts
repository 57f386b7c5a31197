/** The seed of a test that acts at random, printed so that PARLEY_SEED can repeat it. */
export function chooseSeed(test: string): number {
  const given = process.env.PARLEY_SEED;
  const seed = given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
  process.stdout.write(`${test}: PARLEY_SEED=${seed}\n`);
  return seed;
}

/** Numbers that look random and are the same for the same seed (mulberry32). */
export class Random {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** An index into the weights, each as likely as it is heavy. */
  weighted(weights: readonly number[]): number {
    let left = this.next() * weights.reduce((sum, weight) => sum + weight, 0);
    const found = weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    return found === -1 ? weights.length - 1 : found;
  }

  /** One of the items, the newest half of the time among the last few. */
  recent<Item>(items: readonly Item[]): Item | undefined {
    const among = this.next() < 0.5 ? items.slice(-20) : items;
    return among[Math.floor(this.next() * among.length)];
  }
}
