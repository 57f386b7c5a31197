import type { Client } from 'pg';

export interface Answered {
  threadId: string;
  siteId: string;
  /** Who is answered. */
  readerId: string;
  /** Who answers. */
  authorId: string;
  items: number;
  repliesEach: number;
  /** The items come one second after the other from there, their replies within that second. */
  minutesAgo: number;
  text?: string;
}

/** Items of an inbox, and what they are about, as they are in the database when all is announced; without the time that takes. */
export async function answeredComments(sql: Client, { text = 'Any text.', ...given }: Answered): Promise<void> {
  const { threadId, siteId, readerId, authorId, items, repliesEach, minutesAgo } = given;
  const body = JSON.stringify([{ type: 'paragraph', children: [{ type: 'text', value: text }] }]);
  await sql.query('begin');
  const insert = `insert into comment (id, thread_id, site_id, parent_id, root_id, depth, author_id, client_id, request_digest, status, seq, sort_seq, text, body, posted_at)`;
  const first = `(select coalesce(max(seq), 0) from comment where thread_id = $1)`;
  const { rows: own } = await sql.query(
    `${insert} select id, $1, $2, null, id, 0, $3, gen_random_uuid(), '', 'published', ${first} + n, ${first} + n, 'x', '[]', now() - interval '1 day'
       from (select gen_random_uuid() as id, n from generate_series(1, $4::int) n) made returning id`,
    [threadId, siteId, readerId, items],
  );
  await sql.query(
    `with made as materialized (select gen_random_uuid() as id, parent_id, item, n, row_number() over () as nth
         from unnest($4::uuid[]) with ordinality p (parent_id, item) cross join generate_series(1, $5::int) n),
     replies as (${insert} select id, $1, $2, parent_id, parent_id, 1, $3, gen_random_uuid(), '', 'published', ${first} + nth, ${first} + nth, $7, $8::jsonb, now() from made),
     told as (insert into notification (id, reader_id, site_id, kind, subject_id, about_id, comment_id, made_at)
       select gen_random_uuid(), $9, $2, 'reply', id, parent_id, id,
              now() - make_interval(mins => $6) + make_interval(secs => item) + n * interval '1 ms' / greatest(1, $5 / 1000.0) from made returning about_id, made_at)
     insert into inbox_item (id, reader_id, site_id, kind, about_id, told_at)
     select gen_random_uuid(), $9, $2, 'reply', about_id, max(made_at) from told group by about_id`,
    [threadId, siteId, authorId, own.map(({ id }) => id), repliesEach, minutesAgo, text, body, readerId],
  );
  await sql.query('delete from announcement_due');
  await sql.query('commit');
}
