import type { FoundPage } from '../contract/search';
import { atEnd } from './support/at-end';
import { percentile95, printResult } from './support/compare';
import { HttpConnection, requestText } from './support/http-connection';
import { seedModerator } from './support/seed-moderator';
import { seedReaders } from './support/seed-readers';
import { rareWord, type SeededSite, seedSite } from './support/seed-site';
import { startApplication } from './support/server-process';
import { type BenchDatabase, startDatabase } from './support/start-database';

/**
 * P15: what moderators look for among 1,000,000 comments of a site, over HTTP through the whole stack, one at a time: what is common, rare, in parts,
 * nowhere, everything together, and from the middle on. The slowest of them beside 300 ms.
 */
const comments = 1_000_000;
const budgetMilliseconds = 300;
const warmUps = 3;
const rounds = 20;

/** Of a hundred that follow each other. */
const status = `case when n % 100 = 0 then 'held' when n % 100 < 3 then 'rejected' when n % 100 = 3 then 'removed' when n % 100 = 4 then 'withdrawn'
  else 'published' end`;

export async function run(): Promise<void> {
  const database = await startDatabase();
  const readers = (await seedReaders(database.sql, 20_000)).map(({ id }) => id);
  const site = await seedSite(database.sql, { comments, readers, threads: 2_000, status, isFound: 'n % 100 < 4' });
  await database.sql.query('vacuum analyze');
  const application = await startApplication(database);
  const connection = await HttpConnection.open(application.port, 'keeps bodies');
  atEnd(async () => connection.close());
  const headers = await seedModerator(database.sql, site.id);
  const ask = async (parameters: Record<string, string>): Promise<{ milliseconds: number; page: FoundPage }> => {
    const start = performance.now();
    const path = `/api/v1/sites/${site.key}/comments?${new URLSearchParams(parameters)}`;
    const answer = await connection.send(requestText(`GET ${path}`, { headers }));
    const milliseconds = performance.now() - start;
    if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}`);
    return { milliseconds, page: JSON.parse(answer.body.toString()) as FoundPage };
  };
  let worst = 0;
  for (const [what, parameters] of Object.entries(await questionsOn(database, site))) {
    const times: number[] = [];
    let last: FoundPage | undefined;
    for (let round = -warmUps; round < rounds; round += 1) {
      const { milliseconds, page } = await ask(parameters);
      if (round >= 0) times.push(milliseconds);
      last = page;
    }
    const slow = percentile95(times);
    worst = Math.max(worst, slow);
    console.log(`${what}: ${slow.toFixed(1)} ms (${last?.comments.length} comments${last?.gaps.length === 0 ? '' : `, ${last?.gaps}`})`);
  }
  printResult({ id: 'P15', unit: 'ms', better: 'less' }, { value: worst, limit: budgetMilliseconds });
}

async function questionsOn({ sql }: BenchDatabase, site: SeededSite): Promise<Record<string, Record<string, string>>> {
  const { rows } = await sql.query<{ cursor: string; thread: string; reader: string }>(
    `select to_char(posted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '|' || id as cursor, thread_id as thread,
            (select author_id from comment where site_id = $1 group by 1 order by count(*) desc limit 1) as reader
       from comment where site_id = $1 order by posted_at offset $2::int / 2 limit 1`,
    [site.id, comments],
  );
  const [{ cursor = '', thread = '', reader = '' } = {}] = rows;
  const middle = { cursor: Buffer.from(cursor).toString('base64url') };
  const rare = rareWord(4_711);
  return {
    everything: {},
    'everything, from the middle': middle,
    'the commonest word': { text: 'the' },
    'the commonest word, from the middle': { text: 'the', ...middle },
    'common words together': { text: 'people government' },
    'a word in one of a hundred': { text: 'trump' },
    'a word in one of a hundred, from the middle': { text: 'trump', ...middle },
    'a rare word': { text: rare },
    'a rare word beside a common one': { text: `the ${rare}` },
    'a word that is nowhere': { text: 'xyzzyq' },
    'words in quotes': { text: '"of the"' },
    'words in quotes, rare': { text: '"the people of"' },
    'a common part': { text: '*ing*' },
    'a rare part': { text: `*${rare.slice(3, 10)}*` },
    'a part of two letters that is nowhere': { text: '*zq*' },
    'an emoji that is nowhere': { text: '🦤' },
    held: { status: 'held' },
    'held with a common word': { status: 'held', text: 'people' },
    'of a thread': { thread },
    'of a thread with a common word': { thread, text: 'people' },
    'of the reader who writes most': { reader },
    'of the reader who writes most, with a word': { reader, text: 'government', ...middle },
    'of a section with a word': { section: 'sport', text: 'alaska' },
    'found by a rule': { rule: 'links', ...middle },
    'found by a rule with a word': { rule: 'links', text: 'people' },
    'everything at once': {
      status: 'rejected',
      section: 'city',
      rule: 'watched_words',
      text: 'people government',
      reader,
      until: new Date().toISOString(),
    },
  };
}
