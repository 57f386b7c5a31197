import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import type { CommentBody } from '../../contract/text';
import { cameAtSql } from '../follows';
import type { Transaction } from '../platform/database';
import type { DueRow } from './due.repository';

/** A comment that came or went, as it is now. */
export interface MovedComment {
  id: string;
  siteId: string;
  threadId: string;
  authorId: string;
  parentId: string | null;
  parentAuthorId: string | null;
  isPublished: boolean;
  /** It came a short while before that was noted, however late it is told: it was not brought from elsewhere. */
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

const noteMovedSql = `
  with recursive noted as materialized (
    select n.id, min(n.noted_at) as noted_at from unnest($1::uuid[], $2::timestamptz[]) n (id, noted_at) group by n.id),
  moved as materialized (
    select c.id, c.site_id, c.thread_id, c.author_id, c.parent_id, c.status = 'published' as is_published, came.at,
           came.at > n.noted_at - interval '${limits.inbox.newsHours} hours' as is_news, case when position('@' in c.text) > 0 then c.body end as body
      from noted n join comment c on c.id = n.id cross join lateral (select ${cameAtSql('c')} as at) came),
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
    select m.id as comment_id, t.topic_id, m.site_id, m.is_published, m.at, m.is_news
      from topic t join moved m on m.id = t.comment_id
     where exists (select from follow f where f.subject_id = t.topic_id and f.site_id = m.site_id)),
  fresh as (
    insert into topic_comment (topic_id, comment_id, site_id, at, told_at)
    select f.topic_id, f.comment_id, f.site_id, f.at, case when f.is_news then clock_timestamp() else f.at end from followed f
     where f.is_published and f.at > now() - interval '${limits.feed.keptDays} days' order by f.topic_id, f.comment_id
        on conflict do nothing returning topic_id, comment_id)
  select m.id, m.site_id as "siteId", m.thread_id as "threadId", m.author_id as "authorId", m.parent_id as "parentId", p.author_id as "parentAuthorId",
         m.is_published as "isPublished", m.body, m.is_news as "isNews",
         array(select distinct n.reader_id from notification n where n.comment_id = m.id) as told,
         array(select f.topic_id from followed f where f.comment_id = m.id) as topics,
         exists (select from fresh f where f.comment_id = m.id) as "isNew"
    from moved m left join comment p on p.id = m.parent_id order by m.id`;

@Injectable()
export class AnnouncedCommentsRepository {
  /** Puts those that are published into the feeds of what is followed: a row for each, however many follow it. */
  async noteMoved(tx: Transaction, moves: readonly DueRow[]): Promise<MovedComment[]> {
    const [ids, notedAt] = [moves.map(({ subjectId }) => subjectId), moves.map((row) => row.notedAt)];
    return tx.prepared<MovedComment>('announce_comments', noteMovedSql, [ids, notedAt]);
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
