const sleeper = new Int32Array(new SharedArrayBuffer(4));
const napMilliseconds = 1;

/**
 * Has this process look for answers once in a millisecond while `work` lasts, as a network brings them in bunches. A client that waits for
 * each single answer is asleep when it comes, and waking it is charged to the server's write: to a slow server for every answer, to a fast
 * one for few.
 */
export async function napping<T>(work: Promise<T>): Promise<T> {
  let isOver = false;
  const nap = (): void => {
    Atomics.wait(sleeper, 0, 0, napMilliseconds);
    if (!isOver) setImmediate(nap);
  };
  setImmediate(nap);
  return work.finally(() => {
    isOver = true;
  });
}
