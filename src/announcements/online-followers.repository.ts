import { Injectable } from '@nestjs/common';
import { isMutedSql } from '../follows';
import { Reads } from '../platform/database';
import type { Announced } from './announced';

export interface Activity {
  readerId: string;
  siteId: string;
  /** So many comments; null: how many there are has to be asked. */
  added: number | null;
}

/**
 * $1 are the readers, $3 how many they are. A topic that fewer follow is asked for its followers, any other for each of the readers: so it costs twice as many
 * looks into an index as there are followers or readers, whatever is less. Left to itself, PostgreSQL reads all that all of the readers follow.
 */
const activitySql = `
  with news as materialized (
    select * from jsonb_to_recordset($2::jsonb) n (number int, "siteId" uuid, "topicId" uuid, "authorId" uuid, "isNew" boolean)),
  topic as materialized (
    select t."topicId", t."siteId", f.first
      from (select distinct "topicId", "siteId" from news) t cross join lateral (
        select array(select f.reader_id from follow f where f.subject_id = t."topicId" and f.site_id = t."siteId" limit $3) as first) f),
  concerned as materialized (
    select t."topicId", t."siteId", f.reader_id from topic t cross join lateral unnest(t.first) f (reader_id)
     where cardinality(t.first) < $3 and f.reader_id = any($1::uuid[])
     union all
    select t."topicId", t."siteId", o.reader_id from topic t cross join unnest($1::uuid[]) o (reader_id)
     where cardinality(t.first) >= $3
       and exists (select from follow f where f.reader_id = o.reader_id and f.site_id = t."siteId" and f.subject_id = t."topicId" offset 0))
  select c.reader_id as "readerId", n."siteId",
         case when bool_and(n."isNew") and not exists (select from mute_words w where w.reader_id = c.reader_id)
              then count(distinct n.number)::int end as added
    from news n join concerned c using ("topicId", "siteId")
   where c.reader_id <> n."authorId" and not ${isMutedSql('c.reader_id', 'n."authorId"')}
   group by c.reader_id, n."siteId"`;

@Injectable()
export class OnlineFollowers {
  constructor(private readonly reads: Reads) {}

  /**
   * What came to the feeds of some readers: those who have a page open. Not told are the author and who muted them; who has mute words has to ask.
   */
  async activity(readerIds: readonly string[], announced: readonly Announced[]): Promise<Activity[]> {
    const comments = announced.flatMap(({ siteId, comments: list }) => list.map((comment) => ({ ...comment, siteId })));
    if (readerIds.length === 0 || comments.length === 0) return [];
    const topics = comments.flatMap(({ siteId, authorId, isNew, topics: ids }, number) =>
      ids.map((topicId) => ({ number, siteId, topicId, authorId, isNew })),
    );
    return this.reads.prepared<Activity>('activity_of_online', activitySql, [readerIds, JSON.stringify(topics), readerIds.length]);
  }

  /** Where some readers have an inbox or follow something. */
  async places(readerIds: readonly string[]): Promise<{ readerId: string; siteId: string }[]> {
    return this.reads.rows(
      `select o.reader_id as "readerId", s.id as "siteId" from unnest($1::uuid[]) o (reader_id) cross join site s
        where exists (select from inbox_item i where i.reader_id = o.reader_id and i.site_id = s.id)
           or exists (select from follow f where f.reader_id = o.reader_id and f.site_id = s.id)`,
      [readerIds],
    );
  }
}
