import type { Client } from 'pg';

export interface FollowersSeed {
  /** A thread of the site on which they follow. */
  threadId: string;
  /** How many follow each of those who are followed: the ones who are online, and others who have no session. */
  count: number;
  online: readonly string[];
  followed: readonly string[];
}

export async function seedFollowers(sql: Client, { threadId, count, online, followed }: FollowersSeed): Promise<void> {
  await sql.query('set session_replication_role = replica; set statement_timeout = 0');
  await sql.query(
    `create temporary table seed_follower as select unnest($1::uuid[]) as id union all select uuidv7() from generate_series(1, $2::int)`,
    [online, count - online.length],
  );
  await sql.query(
    `insert into reader (id, name, name_skeleton, email, password_hash)
     select id, 'Reader ' || id, 'reader ' || id, id || '@example.org', 'none' from seed_follower on conflict do nothing`,
  );
  await sql.query(
    `insert into follow (reader_id, site_id, kind, subject_id)
     select f.id, t.site_id, 'reader', s.id from seed_follower f cross join unnest($2::uuid[]) s (id) join thread t on t.id = $1`,
    [threadId, followed],
  );
  await sql.query('set session_replication_role = origin; drop table seed_follower');
  await sql.query('vacuum analyze');
}
