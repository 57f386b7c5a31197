/**
 * Has texts that are almost the same written one after another, so that each is compared with those before it: a statement does not see
 * what others are about to write. Of one process; texts that are unlike do not wait for each other.
 */
export class AlikeInTurn {
  /** By number of a shape, what was last begun with it. */
  private readonly last = new Map<number, Promise<void>>();

  /** `shape` as of `textShape`. What waits began later than what it waits for, so that nobody waits for themselves. */
  async run<Result>(shape: readonly number[], work: () => Promise<Result>): Promise<Result> {
    const before = shape.flatMap((band) => this.last.get(band) ?? []);
    const running = before.length === 0 ? work() : Promise.all(before).then(work);
    const ended = running.then(nothing, nothing);
    for (const band of shape) this.last.set(band, ended);
    try {
      return await running;
    } finally {
      for (const band of shape) if (this.last.get(band) === ended) this.last.delete(band);
    }
  }
}

function nothing(): void {}
