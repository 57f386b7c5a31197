import { Injectable } from '@nestjs/common';
import { isBlockedSql, isMutedSql } from '../follows';
import { Reads } from '../platform/database';
import type { TimePlace } from '../platform/http';
import type { Meeting } from './meet-reader';
import { hasPublicListsSql, isKnownSql } from './profiles.repository';

/** `follows`: readers whom a reader follows. */
export type ListName = 'follows' | 'followers';

/** One whom a list goes by; only those who are listed are for the caller's eyes. */
export interface LookedAt {
  id: string;
  name: string;
  followedAt: Date;
  isListed: boolean;
  isFollowed: boolean;
}

const sources: Record<ListName, { other: string; where: string }> = {
  followers: { other: 'reader_id', where: 'f.subject_id = $2' },
  follows: { other: 'subject_id', where: `f.reader_id = $2 and f.kind = 'reader'` },
};

/** Whom readers follow on a site and who follows them there, where the site shows it to everybody. */
@Injectable()
export class ListedReadersRepository {
  constructor(private readonly reads: Reads) {}

  /** The site shows them, and the caller knows the reader and is not blocked by them. */
  async isShown({ siteId, readerId, callerId }: Meeting): Promise<boolean> {
    const sql = `select 1 from reader a where a.id = $2 and ${isKnownSql} and ${hasPublicListsSql}`;
    return (await this.reads.prepared('lists_of_reader', sql, [siteId, readerId, callerId])).length > 0;
  }

  /** So many of a list, listed or not, the latest first. */
  async look(list: ListName, meeting: Meeting, { limit, after }: { limit: number; after?: TimePlace }): Promise<LookedAt[]> {
    const { siteId, readerId, callerId } = meeting;
    const { other, where } = sources[list];
    return this.reads.rows<LookedAt>(
      `select a.id, a.name, f.followed_at as "followedAt",
              ${isKnownSql} and not ${isMutedSql('$3', 'a.id')} and not ${isBlockedSql('a.id', '$3')} as "isListed",
              exists (select from follow o where o.reader_id = $3 and o.site_id = $1 and o.subject_id = a.id) as "isFollowed"
         from (select f.${other} as id, f.followed_at from follow f
                where f.site_id = $1 and ${where}
                  ${after === undefined ? '' : `and (f.followed_at, f.${other}) < ($5::timestamptz, $6::uuid)`}
                order by f.followed_at desc, f.${other} desc limit $4) f
         join reader a on a.id = f.id
        order by f.followed_at desc, f.id desc`,
      [siteId, readerId, callerId, limit, ...(after === undefined ? [] : [after.at, after.id])],
    );
  }
}
