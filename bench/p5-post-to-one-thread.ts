import { compare } from './support/compare';
import { preparePosting } from './support/posting';

/**
 * P5: how many replies a second go to one hot thread, 32 at once, over HTTP. Its limit: the same transaction by the `pg` driver alone,
 * 32 at once on the one row lock of another thread.
 */
export async function run(): Promise<void> {
  const { overHttp, bySql } = await preparePosting({ threads: 1, commentsEach: 1_000 });
  await compare({ id: 'P5', unit: 'posts/s', better: 'more', rounds: 7 }, { thing: overHttp, limit: bySql });
}
