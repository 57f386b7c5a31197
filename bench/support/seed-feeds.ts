import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { readSampleTexts } from './sample-texts';

/** A site on which every reader who writes is followed by somebody, and some readers follow very many of them. */
export interface FeedSeed {
  comments: number;
  authors: readonly string[];
  followers: readonly string[];
  /** Of each follower. */
  followees: number;
}

export interface SeededFeeds {
  siteId: string;
  siteKey: string;
}

const threads = 5_000;
/** As long as rows of feeds are kept. */
const days = 180;

/**
 * Straight into the tables, without triggers and checks. Nothing is written to `comment` afterwards: of its indexes only the one that a feed reads is kept,
 * which is what makes millions of them quick.
 */
export async function seedFeeds(sql: Client, seed: FeedSeed): Promise<SeededFeeds> {
  const site = { siteId: randomUUID(), siteKey: `bench-${randomUUID().slice(0, 8)}` };
  await sql.query(
    `set session_replication_role = replica; set statement_timeout = 0; set maintenance_work_mem = '512MB'; set synchronous_commit = off`,
  );
  await sql.query(`insert into site (id, key, name, origins) values ($1, $2, 'Bench', '{https://news.example.org}')`, [
    site.siteId,
    site.siteKey,
  ]);
  await seedPlaces(sql, site.siteId, seed.authors);
  await seedComments(sql, site.siteId, seed);
  await seedRows(sql, site.siteId);
  await seedFollows(sql, site.siteId, seed);
  await sql.query('set session_replication_role = origin; drop table seed_thread, seed_text, seed_author');
  await sql.query('vacuum analyze');
  return site;
}

async function seedPlaces(sql: Client, siteId: string, authors: readonly string[]): Promise<void> {
  await sql.query(
    'create temporary table seed_thread as select place, gen_random_uuid() as id from generate_series(0, $1::int - 1) place',
    [threads],
  );
  await sql.query(
    `insert into thread (id, site_id, article_key, url, title, section)
     select id, $1, 'story-' || place, 'https://news.example.org/' || place, 'Story ' || place, 'city' from seed_thread`,
    [siteId],
  );
  await sql.query('insert into thread_head (thread_id) select id from seed_thread');
  const texts = readSampleTexts();
  await sql.query(
    `create temporary table seed_text as
     select place - 1 as place, text, body from unnest($1::text[], $2::jsonb[]) with ordinality s (text, body, place)`,
    [texts.map(({ text }) => text), texts.map(({ body }) => JSON.stringify(body))],
  );
  await sql.query(
    'create temporary table seed_author as select place - 1 as place, id from unnest($1::uuid[]) with ordinality a (id, place)',
    [authors],
  );
  await sql.query('analyze seed_thread; analyze seed_text; analyze seed_author');
}

/** The oldest first; some readers write much more than others. */
async function seedComments(sql: Client, siteId: string, { comments, authors }: FeedSeed): Promise<void> {
  const { rows } = await sql.query<{ drop: string }>(
    `select coalesce('alter table comment drop constraint ' || c.conname, 'drop index ' || i.indexrelid::regclass) as drop
       from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.contype = 'u'
      where i.indrelid = 'comment'::regclass and not i.indisprimary`,
  );
  for (const { drop } of rows) await sql.query(drop);
  const {
    rows: [{ count = 0 } = {}],
  } = await sql.query<{ count: number }>('select count(*)::int as count from seed_text');
  await sql.query(
    `insert into comment (id, thread_id, site_id, root_id, depth, author_id, client_id, request_digest, status, text, body, posted_at)
     select c.id, t.id, $1, c.id, 0, a.id, c.id, '', 'published', x.text, x.body, c.posted_at
       from (select uuidv7(age) as id, now() + age as posted_at, n * $3::bigint / $2 as thread, floor(random() ^ 2 * $4)::int as author, n % $5 as text
               from (select n, ($2 - n) * (interval '-1 day' * $6 / $2) as age from generate_series(0, $2::int - 1) n) n) c
       join seed_thread t on t.place = c.thread join seed_text x on x.place = c.text join seed_author a on a.place = c.author`,
    [siteId, comments, threads, authors.length, count, days],
  );
}

/** What came by its author; as `src/announcements` writes it where the author has followers. */
async function seedRows(sql: Client, siteId: string): Promise<void> {
  const { rows } = await sql.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index i join pg_class c on c.oid = i.indexrelid
      where indrelid = 'topic_comment'::regclass and not indisprimary`,
  );
  await sql.query('alter table topic_comment drop constraint topic_comment_pkey');
  for (const { name } of rows) await sql.query(`drop index ${name}`);
  await sql.query(
    'insert into topic_comment (topic_id, comment_id, site_id, at, told_at) select author_id, id, site_id, posted_at, posted_at from comment where site_id = $1',
    [siteId],
  );
  await sql.query('alter table topic_comment add primary key (topic_id, comment_id)');
  for (const { definition } of rows) await sql.query(definition);
}

async function seedFollows(sql: Client, siteId: string, { followers, followees }: FeedSeed): Promise<void> {
  for (const follower of followers)
    await sql.query(
      `insert into follow (reader_id, site_id, kind, subject_id) select $1, $2, 'reader', id from (select id from seed_author order by random() limit $3) a`,
      [follower, siteId, followees],
    );
}
