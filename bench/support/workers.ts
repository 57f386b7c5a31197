export interface Stint {
  /** How many work at once. */
  workers: number;
  seconds: number;
}

/** Has workers take step after step until the time is over; answers the steps they finished in a second. */
export async function stepsPerSecond({ workers, seconds }: Stint, step: (worker: number) => Promise<void>): Promise<number> {
  const start = performance.now();
  const end = start + seconds * 1000;
  let steps = 0;
  const work = async (worker: number): Promise<void> => {
    while (performance.now() < end) {
      await step(worker);
      steps += 1;
    }
  };
  await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)));
  return steps / ((performance.now() - start) / 1000);
}
