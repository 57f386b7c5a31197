import type { Client } from 'pg';
import type { FollowKind } from '../../contract/following';

export interface Followed {
  readerId: string;
  siteId: string;
  kind: FollowKind;
  subjectId: string;
}

export async function aFollow(sql: Client, { readerId, siteId, kind, subjectId }: Followed): Promise<void> {
  await sql.query('insert into follow (reader_id, site_id, kind, subject_id) values ($1, $2, $3, $4)', [readerId, siteId, kind, subjectId]);
}

/** Rows of feeds as they follow from comments, for everything that is followed on a site. */
export async function bringToFeeds(sql: Client, siteId: string): Promise<void> {
  await sql.query(
    `insert into topic_comment (topic_id, comment_id, site_id, at)
     select distinct f.subject_id, c.id, c.site_id, c.posted_at
       from comment c join thread t on t.id = c.thread_id left join section s on s.site_id = c.site_id and s.name = t.section
       join follow f on f.site_id = c.site_id and f.subject_id in (c.author_id, c.thread_id, c.root_id, c.parent_id, s.id)
      where c.site_id = $1 on conflict do nothing`,
    [siteId],
  );
}
