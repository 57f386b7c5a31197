import { compare } from './support/compare';
import { preparePosting } from './support/posting';

/**
 * P4: how many replies a second go through the whole stack over HTTP (guard, rate limits, validation, text, one read, one transaction),
 * to many threads, 32 at once. Its limit: the same transaction, by the `pg` driver alone, 32 at once on as many connections.
 */
export async function run(): Promise<void> {
  const { overHttp, bySql } = await preparePosting({ threads: 64, commentsEach: 40 });
  await compare({ id: 'P4', unit: 'posts/s', better: 'more', rounds: 7 }, { thing: overHttp, limit: bySql });
}
