import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { v7 } from 'uuid';
import { readSampleTexts } from './support/sample-texts';
import { type PastComment, ThreadHistory } from './support/thread-history';

/**
 * Seeds a thread with a long past: texts of real comments, replies and reactions in believable shape, and counters, numbers and
 * tombstones as the application would have left them. It was over two hours ago, so no open reading refers to it.
 */
export interface ThreadSeed {
  comments: number;
  /** Ids of readers who wrote and voted. */
  readers: readonly string[];
  /** The same seed makes the same conversation. */
  seed?: number;
}

export interface SeededThread {
  id: string;
  /** Comments that take replies. */
  publishedIds: string[];
}

const batchSize = 5_000;
const hour = 3_600_000;

export async function seedThread(sql: Client, { comments, readers, seed = 1 }: ThreadSeed): Promise<SeededThread> {
  const texts = readSampleTexts();
  const until = new Date(Date.now() - 2 * hour);
  const shape = { comments, readers: readers.length, texts: texts.length, from: new Date(until.getTime() - 48 * hour), until };
  const history = new ThreadHistory(shape, seed);
  const ids = history.comments.map(({ postedAt }) => v7({ msecs: postedAt.getTime() }));
  await sql.query('begin');
  const threadId = await insertThread(sql, history);
  await sql.query('create temporary table seed_text (place int primary key, text text, body jsonb) on commit drop');
  await sql.query(
    'insert into seed_text select place - 1, text, body from unnest($1::text[], $2::jsonb[]) with ordinality as s (text, body, place)',
    [texts.map(({ text }) => text), texts.map(({ body }) => JSON.stringify(body))],
  );
  const rows = history.comments.map((comment, index) => ({ ...comment, id: ids[index] ?? '', authorId: readers[comment.author] ?? '' }));
  for (const batch of batches(rows)) await insertComments(sql, { threadId, batch, ids });
  for (const batch of batches(history.reactions)) {
    await sql.query(
      `insert into reaction (comment_id, reader_id, thread_id, kind, reacted_at)
       select comment_id, reader_id, $1, kind, $5 from unnest($2::uuid[], $3::uuid[], $4::text[]) r (comment_id, reader_id, kind)`,
      [
        threadId,
        batch.map(({ comment }) => ids[comment]),
        batch.map(({ reader }) => readers[reader]),
        batch.map(({ kind }) => kind),
        until,
      ],
    );
  }
  await sql.query('commit');
  return { id: threadId, publishedIds: rows.filter(({ status }) => status === 'published').map(({ id }) => id) };
}

async function insertThread(sql: Client, { head, commentCount, comments }: ThreadHistory): Promise<string> {
  const id = randomUUID();
  const site = randomUUID();
  await sql.query(`insert into site (id, key, name, origins) values ($1, $2, 'Bench', '{https://news.example.org}')`, [
    site,
    `bench-${site}`,
  ]);
  await sql.query(
    `insert into thread (id, site_id, article_key, url, title) values ($1, $2, 'long', 'https://news.example.org/long', 'A long conversation')`,
    [id, site],
  );
  await sql.query('insert into thread_head (thread_id, head, comment_count, last_comment_at) values ($1, $2, $3, $4)', [
    id,
    head,
    commentCount,
    comments.at(-1)?.postedAt ?? null,
  ]);
  return id;
}

type Row = PastComment & { id: string; authorId: string };

async function insertComments(sql: Client, { threadId, batch, ids }: { threadId: string; batch: Row[]; ids: string[] }): Promise<void> {
  await sql.query(
    `insert into comment (id, thread_id, parent_id, root_id, depth, author_id, client_id, request_digest, status, seq, sort_seq, text, body,
                          posted_at, reply_count, likes, dislikes)
     select r.id, $1, r.parent_id, r.root_id, r.depth, r.author_id, gen_random_uuid(), sha256(r.id::text::bytea), r.status, r.seq, r.sort_seq, t.text, t.body,
            r.posted_at, r.reply_count, r.likes, r.dislikes
       from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::uuid[], $7::text[], $8::bigint[], $9::bigint[], $10::int[],
                   $11::timestamptz[], $12::int[], $13::int[], $14::int[])
         r (id, parent_id, root_id, depth, author_id, status, seq, sort_seq, text, posted_at, reply_count, likes, dislikes)
       join seed_text t on t.place = r.text`,
    [
      threadId,
      batch.map(({ id }) => id),
      batch.map(({ parent }) => (parent === undefined ? null : ids[parent])),
      batch.map(({ root }) => ids[root]),
      batch.map(({ depth }) => depth),
      batch.map(({ authorId }) => authorId),
      batch.map(({ status }) => status),
      batch.map(({ seq }) => seq ?? null),
      batch.map(({ sortSeq }) => sortSeq ?? null),
      batch.map(({ text }) => text),
      batch.map(({ postedAt }) => postedAt),
      batch.map(({ replyCount }) => replyCount),
      batch.map(({ likes }) => likes),
      batch.map(({ dislikes }) => dislikes),
    ],
  );
}

function* batches<Item>(items: Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += batchSize) yield items.slice(start, start + batchSize);
}

/** The invariants of a thread's counters and numbers, asked of the rows themselves. @throws when one does not hold */
export async function assertCountersAreTrue(sql: Client, threadId: string): Promise<void> {
  const { rows } = await sql.query<{ broken: string; times: string }>(
    `with c as (select * from comment where thread_id = $1)
     select 'head is the newest number' as broken, count(*) as times from thread_head h where h.thread_id = $1 and h.head <> (select max(seq) from c)
     union all select 'comment_count', count(*) from thread_head h
       where h.thread_id = $1 and h.comment_count <> (select count(*) from c where status = 'published')
     union all select 'reply_count', count(*) from c left join (select parent_id, count(*) as replies from c where visible group by 1) r on r.parent_id = c.id
       where c.reply_count <> coalesce(r.replies, 0)
     union all select 'likes and dislikes', count(*) from c left join (
         select comment_id, count(*) filter (where kind = 'like') as likes, count(*) filter (where kind = 'dislike') as dislikes
           from reaction where thread_id = $1 group by 1) r on r.comment_id = c.id
       where (c.likes, c.dislikes) <> (coalesce(r.likes, 0), coalesce(r.dislikes, 0))
     union all select 'what was visible has a number', count(*) from c where (seq is null and visible) or (seq is null) <> (sort_seq is null) or sort_seq > seq`,
    [threadId],
  );
  const broken = rows.filter(({ times }) => times !== '0');
  if (broken.length > 0) throw new Error(`the thread's counters are not true: ${JSON.stringify(broken)}`);
}
