import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import type { CommentBody } from '../../contract/text';
import type { Transaction } from '../platform/database';

/** A comment that came or went, as it is now. */
export interface MovedComment {
  id: string;
  siteId: string;
  threadId: string;
  authorId: string;
  parentId: string | null;
  parentAuthorId: string | null;
  isPublished: boolean;
  /** It became public a short while after it was posted, or when it was let through: it was not brought from elsewhere. */
  isNews: boolean;
  /** Where somebody may be mentioned in it. */
  body: CommentBody | null;
  /** Who was told of it before. */
  told: string[];
  /** What of it is followed. */
  topics: string[];
  /** Whether no feed had it before, and feeds have it now. */
  isNew: boolean;
}

/** When it became public first, where that was a decision. */
const letThroughSql = `(select min(d.decided_at) from decision d
    where d.comment_id = c.id and d.to_status = 'published' and d.from_status in ('held', 'rejected'))`;

const noteMovedSql = `
  with recursive moved as materialized (
    select c.id, c.site_id, c.thread_id, c.author_id, c.parent_id, c.posted_at, c.status = 'published' as is_published, ${letThroughSql} as let_through_at,
           case when position('@' in c.text) > 0 then c.body end as body
      from comment c where c.id = any($1)),
  line (comment_id, topic_id, parent_id) as (
    select m.id, m.id, m.parent_id from moved m
     union all
    select l.comment_id, p.id, p.parent_id from line l join comment p on p.id = l.parent_id),
  topic (comment_id, topic_id) as (
    select comment_id, topic_id from line
     union all select m.id, m.author_id from moved m
     union all select m.id, m.thread_id from moved m
     union all
    select m.id, s.id from moved m join thread t on t.id = m.thread_id join section s on s.site_id = m.site_id and s.name = t.section),
  followed as materialized (
    select m.id as comment_id, t.topic_id, m.site_id, m.is_published, coalesce(m.let_through_at, m.posted_at) as at
      from topic t join moved m on m.id = t.comment_id
     where exists (select from follow f where f.subject_id = t.topic_id and f.site_id = m.site_id)),
  fresh as (
    insert into topic_comment (topic_id, comment_id, site_id, at)
    select f.topic_id, f.comment_id, f.site_id, f.at from followed f
     where f.is_published and f.at > now() - interval '${limits.feed.keptDays} days' order by f.topic_id, f.comment_id
        on conflict do nothing returning topic_id, comment_id)
  select m.id, m.site_id as "siteId", m.thread_id as "threadId", m.author_id as "authorId", m.parent_id as "parentId", p.author_id as "parentAuthorId",
         m.is_published as "isPublished", m.body,
         m.let_through_at is not null or m.posted_at > now() - interval '${limits.inbox.newsHours} hours' as "isNews",
         array(select distinct n.reader_id from notification n where n.comment_id = m.id) as told,
         array(select f.topic_id from followed f where f.comment_id = m.id) as topics,
         exists (select from fresh f where f.comment_id = m.id) as "isNew"
    from moved m left join comment p on p.id = m.parent_id order by m.id`;

@Injectable()
export class AnnouncedCommentsRepository {
  /** Puts those that are published into the feeds of what is followed: a row for each, however many follow it. */
  async noteMoved(tx: Transaction, ids: readonly string[]): Promise<MovedComment[]> {
    return tx.prepared<MovedComment>('announce_comments', noteMovedSql, [ids]);
  }

  /** Some of what no feed goes back to; how many there were. */
  async deleteOld(tx: Transaction, limit: number): Promise<number> {
    const [row] = await tx.rows<{ deleted: number }>(
      `with old as (delete from topic_comment where ctid = any(array(
         select ctid from topic_comment where at < now() - interval '${limits.feed.keptDays} days' limit $1)) returning 1)
       select count(*)::int as deleted from old`,
      [limit],
    );
    return row?.deleted ?? 0;
  }
}
