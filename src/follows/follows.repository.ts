import { Injectable } from '@nestjs/common';
import type { FollowKind } from '../../contract/following';
import { limits } from '../../contract/limits';
import type { CommentBody } from '../../contract/text';
import { Reads, type Transaction } from '../platform/database';
import type { TimePlace } from '../platform/http';
import type { FollowStanding } from './follows.policy';
import { isBlockedSql, isMutedSql } from './mutes.repository';

export interface Follow {
  readerId: string;
  siteId: string;
  kind: FollowKind;
  subjectId: string;
}

export interface FollowRow {
  kind: FollowKind;
  subject_id: string;
  followed_at: Date;
  /** Of a reader, a section or a thread. */
  title: string | null;
  url: string | null;
  /** Of a comment that the reader may and wants to see. */
  body: CommentBody | null;
}

export interface FollowerRow {
  id: string;
  name: string;
  /** By the reader whom they follow. */
  is_followed: boolean;
  followed_at: Date;
}

interface Asked {
  limit: number;
  after?: TimePlace;
}

/** SQL: when a published comment became so first: when it was posted, or let through. It stands in every feed by this one time. */
export function cameAtSql(comment: string): string {
  return `coalesce((select min(d.decided_at) from decision d
    where d.comment_id = ${comment}.id and d.to_status = 'published' and d.from_status in ('held', 'rejected')), ${comment}.posted_at)`;
}

/** Who follows what, on each site. */
@Injectable()
export class FollowsRepository {
  constructor(private readonly reads: Reads) {}

  async isThere(tx: Transaction, { readerId, siteId, subjectId }: Follow): Promise<boolean> {
    const sql = 'select 1 from follow where reader_id = $1 and site_id = $2 and subject_id = $3';
    return (await tx.rows(sql, [readerId, siteId, subjectId])).length > 0;
  }

  /** Under the lock of the reader. */
  async findStanding(tx: Transaction, { readerId, siteId, subjectId }: Follow): Promise<FollowStanding> {
    const [row] = await tx.rows<FollowStanding>(
      `select (select count(*)::int from follow where reader_id = $1 and site_id = $2) as "followCount",
              ${isBlockedSql('$3', '$1')} as "isBlockedBy", ${isBlockedSql('$1', '$3')} as "hasBlocked"`,
      [readerId, siteId, subjectId],
    );
    if (row === undefined) throw new Error('a select without from has a row');
    return row;
  }

  async insertFollow(tx: Transaction, { readerId, siteId, kind, subjectId }: Follow): Promise<void> {
    await tx.rows('insert into follow (reader_id, site_id, kind, subject_id) values ($1, $2, $3, $4)', [readerId, siteId, kind, subjectId]);
  }

  /**
   * Puts the latest comments of a reader on a site where feeds find them: they may have been written before anybody followed that reader. They are as new there as
   * they are old. In the order of
   * their ids, as whoever writes some of them does: two who write the same ones wait for each other once.
   */
  async fillFeed(tx: Transaction, { siteId, authorId }: { siteId: string; authorId: string }): Promise<void> {
    await tx.rows(
      `insert into topic_comment (topic_id, comment_id, site_id, at, told_at)
       select $1, latest.id, $2, latest.came_at, latest.came_at
         from (select c.id, ${cameAtSql('c')} as came_at from comment c where c.author_id = $1 and c.site_id = $2 and c.status = 'published'
                order by c.posted_at desc, c.id desc limit ${limits.feed.backfill}) latest
        where latest.came_at > now() - interval '${limits.feed.keptDays} days'
        order by latest.id
       on conflict do nothing`,
      [authorId, siteId],
    );
  }

  async deleteFollow(tx: Transaction, { readerId, siteId, kind, subjectId }: Follow): Promise<void> {
    await tx.rows('delete from follow where reader_id = $1 and site_id = $2 and kind = $3 and subject_id = $4', [
      readerId,
      siteId,
      kind,
      subjectId,
    ]);
  }

  /** That of one reader of another, and that of the other, on every site. */
  async deleteBetween(tx: Transaction, readerId: string, otherId: string): Promise<void> {
    await tx.rows('delete from follow where (reader_id = $1 and subject_id = $2) or (reader_id = $2 and subject_id = $1)', [
      readerId,
      otherId,
    ]);
  }

  /** Of a reader on a site, the latest first; of one kind or of all. */
  async listFollows(of: { readerId: string; siteId: string; kind?: FollowKind }, { limit, after }: Asked): Promise<FollowRow[]> {
    return this.reads.rows<FollowRow>(
      `select f.kind, f.subject_id, f.followed_at, coalesce(r.name, s.name, case when f.kind = 'thread' then t.title end) as title, t.url,
              case when c.status = 'published' and not ${isMutedSql('$1', 'c.author_id')} then c.body end as body
         from (select f.kind, f.subject_id, f.followed_at from follow f
                where f.reader_id = $1 and f.site_id = $2 and ($3::text is null or f.kind = $3)
                  ${after === undefined ? '' : 'and (f.followed_at, f.subject_id) < ($5::timestamptz, $6::uuid)'}
                order by f.followed_at desc, f.subject_id desc limit $4) f
         left join reader r on f.kind = 'reader' and r.id = f.subject_id
         left join section s on f.kind = 'section' and s.id = f.subject_id
         left join comment c on f.kind = 'conversation' and c.id = f.subject_id
         left join thread t on t.id = case f.kind when 'thread' then f.subject_id else c.thread_id end
        order by f.followed_at desc, f.subject_id desc`,
      [of.readerId, of.siteId, of.kind ?? null, limit, ...(after === undefined ? [] : [after.at, after.id])],
    );
  }

  /** Those of a reader on a site whom that reader has not muted, the latest first. */
  async listFollowers(readerId: string, siteId: string, { limit, after }: Asked): Promise<FollowerRow[]> {
    return this.reads.rows<FollowerRow>(
      `select r.id, r.name, f.followed_at,
              exists (select from follow o where o.reader_id = $1 and o.site_id = $2 and o.subject_id = f.reader_id) as is_followed
         from follow f join reader r on r.id = f.reader_id
        where f.subject_id = $1 and f.site_id = $2 and not ${isMutedSql('$1', 'f.reader_id')}
          ${after === undefined ? '' : 'and (f.followed_at, f.reader_id) < ($4::timestamptz, $5::uuid)'}
        order by f.followed_at desc, f.reader_id desc limit $3`,
      [readerId, siteId, limit, ...(after === undefined ? [] : [after.at, after.id])],
    );
  }
}
