import { Injectable } from '@nestjs/common';
import type { MuteKind } from '../../contract/following';
import { limits } from '../../contract/limits';
import { areListsPublicSql, isBlockedSql, isKnownOnSiteSql } from '../follows';
import { Reads } from '../platform/database';
import type { TimePlace } from '../platform/http';
import { isStaffSql } from '../sites';
import type { Meeting } from './meet-reader';

export interface ProfileRow {
  id: string;
  name: string;
  is_staff: boolean;
  created_at: Date;
  comment_count: number;
  follower_count: number;
  followee_count: number;
  has_public_lists: boolean;
  is_followed: boolean;
  mute: MuteKind | null;
}

/**
 * SQL, of a reader `a`, with the site as $1 and the caller as $3. The caller themselves, and whom they follow on the site, are always known to them. Whom they
 * muted is so everywhere, and says nothing of the site.
 */
export const isKnownSql = `(a.id = $3 or ${isKnownOnSiteSql({ readerId: 'a.id', siteId: '$1', callerId: '$3' })}
  or exists (select from follow f where f.reader_id = $3 and f.site_id = $1 and f.subject_id = a.id))`;

/** SQL, likewise: nobody reads the lists of who blocked them. */
export const hasPublicListsSql = `(${areListsPublicSql('$1')} and not ${isBlockedSql('a.id', '$3')})`;

/** SQL: how many rows there are, as far as they are counted: it costs the same of whoever is looked at, and is never old. */
function countOf(rows: string): string {
  return `(select count(*)::int from (select ${rows} limit ${limits.profile.counted}) counted)`;
}

@Injectable()
export class ProfilesRepository {
  constructor(private readonly reads: Reads) {}

  /** Undefined where the caller knows no such reader on the site. */
  async findProfile({ siteId, readerId, callerId }: Meeting): Promise<ProfileRow | undefined> {
    const [row] = await this.reads.prepared<ProfileRow>(
      'reader_profile',
      `select a.id, a.name, a.created_at, ${isStaffSql('a.id', '$1')} as is_staff,
              ${countOf(`from comment c where c.author_id = a.id and c.site_id = $1 and c.status = 'published'`)} as comment_count,
              ${countOf('from follow f where f.subject_id = a.id and f.site_id = $1')} as follower_count,
              ${countOf(`from follow f where f.reader_id = a.id and f.site_id = $1 and f.kind = 'reader'`)} as followee_count,
              ${hasPublicListsSql} as has_public_lists,
              exists (select from follow f where f.reader_id = $3 and f.site_id = $1 and f.subject_id = a.id) as is_followed,
              (select case when m.is_blocked then 'block' else 'mute' end from mute m where m.reader_id = $3 and m.muted_id = a.id) as mute
         from reader a where a.id = $2 and ${isKnownSql}`,
      [siteId, readerId, callerId],
    );
    return row;
  }

  async isKnown({ siteId, readerId, callerId }: Meeting): Promise<boolean> {
    const sql = `select 1 from reader a where a.id = $2 and ${isKnownSql}`;
    return (await this.reads.prepared('reader_on_site', sql, [siteId, readerId, callerId])).length > 0;
  }

  /** Where published comments of the reader on the site stand, newest first; none where the caller muted the reader. */
  async listPlaces({ siteId, readerId, callerId }: Meeting, { limit, after }: { limit: number; after?: TimePlace }): Promise<TimePlace[]> {
    const rows = await this.reads.rows<{ id: string; posted_at: Date }>(
      `select c.id, c.posted_at from comment c
        where c.author_id = $2 and c.site_id = $1 and c.status = 'published' and not exists (select from mute where reader_id = $3 and muted_id = $2)
          ${after === undefined ? '' : 'and (c.posted_at, c.id) < ($5::timestamptz, $6::uuid)'}
        order by c.posted_at desc, c.id desc limit $4`,
      [siteId, readerId, callerId, limit, ...(after === undefined ? [] : [after.at, after.id])],
    );
    return rows.map(({ id, posted_at }) => ({ id, at: posted_at.toISOString() }));
  }
}
