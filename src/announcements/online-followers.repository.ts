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

@Injectable()
export class OnlineFollowers {
  constructor(private readonly reads: Reads) {}

  /**
   * What came to the feeds of some readers: those who have a page open. It costs a look into the index for each that is online and each topic, at most; how
   * many follow it does not matter. Not told are the author and who muted them; who has mute words has to ask.
   */
  async activity(readerIds: readonly string[], announced: readonly Announced[]): Promise<Activity[]> {
    const comments = announced.flatMap(({ siteId, comments: list }) => list.map((comment) => ({ ...comment, siteId })));
    if (readerIds.length === 0 || comments.length === 0) return [];
    const topics = comments.flatMap(({ siteId, authorId, isNew, topics: ids }, number) =>
      ids.map((topicId) => ({ number, siteId, topicId, authorId, isNew })),
    );
    return this.reads.prepared<Activity>(
      'activity_of_online',
      `select f.reader_id as "readerId", f.site_id as "siteId",
              case when bool_and(n."isNew") and not exists (select from mute_words w where w.reader_id = f.reader_id)
                   then count(distinct n.number)::int end as added
         from jsonb_to_recordset($2::jsonb) n (number int, "siteId" uuid, "topicId" uuid, "authorId" uuid, "isNew" boolean)
         join follow f on f.subject_id = n."topicId" and f.site_id = n."siteId" and f.reader_id = any($1::uuid[])
        where f.reader_id <> n."authorId" and not ${isMutedSql('f.reader_id', 'n."authorId"')}
        group by f.reader_id, f.site_id`,
      [readerIds, JSON.stringify(topics)],
    );
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
