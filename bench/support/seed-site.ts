import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { gramLength, gramsOf } from '../../src/search/search-words';
import { textOfDocument } from '../../src/search/write-documents';
import { differentTexts } from './sample-texts';

/** A site with many comments, newest last, in threads of a day or so, and what is searched of them. */
export interface SiteSeed {
  comments: number;
  readers: readonly string[];
  threads: number;
  /** SQL: the status of the comment `n` of `comments`. */
  status: string;
  /** SQL: whether screening found something in it. */
  isFound: string;
}

export interface SeededSite {
  id: string;
  key: string;
}

const textsCount = 20_000;
/** Each stands in so many comments, at the end of their text. */
const rareWords = 50_000;
/** Of what screening found; SQL. */
const rule = `case when n % 500 = 0 then 'links' else 'watched_words' end`;
const sections = ['politics', 'sport', 'city', 'culture', 'science'];

/** Straight into the tables, without the triggers and checks that the rows would pass. */
export async function seedSite(sql: Client, seed: SiteSeed): Promise<SeededSite> {
  const site = { id: randomUUID(), key: `bench-${randomUUID().slice(0, 8)}` };
  await sql.query(`insert into site (id, key, name, origins) values ($1, $2, 'Bench', '{https://news.example.org}')`, [site.id, site.key]);
  await sql.query('set session_replication_role = replica; set statement_timeout = 0; drop index comment_document_words');
  await seedThreads(sql, site.id, seed);
  await seedTexts(sql);
  await seedComments(sql, site.id, seed);
  await sql.query('set session_replication_role = origin; drop table seed_thread, seed_text, seed_word, seed_reader, seed_comment');
  await sql.query(
    `set maintenance_work_mem = '512MB'; create index comment_document_words on comment_document using gin (words) with (fastupdate = off)`,
  );
  await sql.query('delete from comment_document_renewal');
  return site;
}

async function seedThreads(sql: Client, siteId: string, { threads }: SiteSeed): Promise<void> {
  await sql.query('create temporary table seed_thread (place int primary key, id uuid not null)');
  await sql.query('insert into seed_thread select place, gen_random_uuid() from generate_series(0, $1 - 1) place', [threads]);
  await sql.query(
    `insert into thread (id, site_id, article_key, url, title, section)
     select id, $1, 'story-' || place, 'https://news.example.org/' || place, 'Story ' || place, ($2::text[])[1 + place % $3::int] from seed_thread`,
    [siteId, sections, sections.length],
  );
  await sql.query('insert into thread_head (thread_id) select id from seed_thread');
}

async function seedTexts(sql: Client): Promise<void> {
  const texts = differentTexts(textsCount).map(({ text, body }) => ({
    text,
    body: JSON.stringify(body),
    ...textOfDocument(text),
  }));
  await sql.query('create temporary table seed_text (place int primary key, text text, body jsonb, folded text, words tsvector)');
  await sql.query(
    `insert into seed_text select place - 1, text, body, folded, array_to_tsvector(array(select jsonb_array_elements_text(words)))
       from unnest($1::text[], $2::jsonb[], $3::text[], $4::jsonb[]) with ordinality s (text, body, folded, words, place)`,
    [
      texts.map(({ text }) => text),
      texts.map(({ body }) => body),
      texts.map(({ folded }) => folded),
      texts.map(({ words, pairs }) => JSON.stringify([...words, ...pairs])),
    ],
  );
  const rare = Array.from({ length: rareWords }, (_, place) => rareWord(place));
  const words = [...new Set([...texts.flatMap((text) => text.words), ...rare])];
  await sql.query(
    'insert into comment_word (word, grams) select word, grams from jsonb_to_recordset($1) w (word text, grams text[]) on conflict do nothing',
    [JSON.stringify(words.map((word) => ({ word, grams: gramsOf(word, gramLength) })))],
  );
  await sql.query('create temporary table seed_word (place int primary key, word text)');
  await sql.query('insert into seed_word select place - 1, word from unnest($1::text[]) with ordinality w (word, place)', [rare]);
}

/** Made of syllables, so that many have the same part. */
export function rareWord(place: number): string {
  const syllables = ['ba', 'ke', 'li', 'mo', 'nu', 'ra', 'se', 'ti', 'vo', 'zu'];
  return [...String(place + 100_000)].map((digit) => syllables[Number(digit)]).join('');
}

async function seedComments(sql: Client, siteId: string, { comments, readers, threads, status, isFound }: SiteSeed): Promise<void> {
  await sql.query(
    'create temporary table seed_reader as select place - 1 as place, id from unnest($1::uuid[]) with ordinality r (id, place)',
    [readers],
  );
  await sql.query('create unique index on seed_reader (place)');
  await sql.query(
    `create temporary table seed_comment as
     select n, uuidv7(age) as id, now() + age as posted_at, (n::bigint * $2 / $1)::int as thread, floor(random() ^ 3 * $3)::int as reader,
            floor(random() * $4)::int as text, floor(random() * $5)::int as word
       from (select n, ($1 - n) * interval '-90 seconds' as age from generate_series(0, $1 - 1) n) n`,
    [comments, threads, readers.length, textsCount, rareWords],
  );
  await sql.query('analyze seed_comment');
  const from = 'seed_comment c join seed_text x on x.place = c.text join seed_word w on w.place = c.word';
  await sql.query(
    `insert into comment (id, thread_id, site_id, root_id, depth, author_id, client_id, request_digest, status, text, body, posted_at)
     select c.id, t.id, $1, c.id, 0, r.id, gen_random_uuid(), '', ${status}, x.text || ' ' || w.word, x.body, c.posted_at
       from ${from} join seed_thread t on t.place = c.thread join seed_reader r on r.place = c.reader order by n`,
    [siteId],
  );
  await sql.query(
    `insert into comment_document (comment_id, site_id, posted_at, folded, words)
     select c.id, $1::text::uuid, c.posted_at, x.folded || ' ' || w.word,
            x.words || array_to_tsvector(array[w.word, '@' || right($1::text, 12), '@' || right(t.id::text, 12), '@' || right(r.id::text, 12)] || case when ${isFound} then array['#' || ${rule}] else '{}' end)
       from ${from} join seed_thread t on t.place = c.thread join seed_reader r on r.place = c.reader order by n`,
    [siteId],
  );
  await sql.query(
    `insert into finding (comment_id, revision, rule, policy_version, outcome, evidence)
     select id, 1, ${rule}, 1, 'hold', '{"excerpts": ["word"]}'
       from seed_comment where ${isFound}`,
  );
  await sql.query(
    `insert into held_by_rule select c.site_id, f.rule, c.posted_at, c.id from comment c join finding f on f.comment_id = c.id
      where c.site_id = $1 and c.status = 'held'`,
    [siteId],
  );
  await sql.query(
    `insert into reader_on_site select $1, id, 'reader ' || id, '{}' from reader where id in (select author_id from comment where site_id = $1)`,
    [siteId],
  );
}
