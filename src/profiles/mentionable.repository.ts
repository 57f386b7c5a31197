import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import { isBlockedSql, isMutedSql } from '../follows';
import { Reads } from '../platform/database';

const { comments, listed } = limits.mentionable;

export interface Known {
  id: string;
  name: string;
}

/** Whose names a reader may complete in a thread. */
@Injectable()
export class MentionableRepository {
  constructor(private readonly reads: Reads) {}

  /**
   * Who published one of the newest comments of the thread, the latest first, then whom the caller follows on the site, also the latest first. The comments are
   * those that changed last: that is in an index, and whoever writes is among them. So it costs the same in any thread.
   */
  async listKnown({ siteId, threadId, callerId }: { siteId: string; threadId: string; callerId: string }): Promise<Known[]> {
    return this.reads.prepared<Known>(
      'known_in_thread',
      `select r.id, r.name
         from (select k.id, min(k.place) as place, coalesce(max(k.at) filter (where k.place = 0), max(k.at)) as at
                 from (select c.author_id as id, 0 as place, c.posted_at as at
                         from (select author_id, posted_at, status from comment where thread_id = $2 and seq is not null
                                order by seq desc limit ${comments}) c
                        where c.status = 'published'
                        union all
                       select f.subject_id, 1, f.followed_at from follow f where f.reader_id = $3 and f.site_id = $1 and f.kind = 'reader') k
                where k.id <> $3 group by k.id) k
         join reader r on r.id = k.id
        order by k.place, k.at desc, r.id`,
      [siteId, threadId, callerId],
    );
  }

  /** The first of these readers whom the caller has not muted and who have not blocked the caller, in the order of `ids`. */
  async listWanted(ids: readonly string[], callerId: string): Promise<Known[]> {
    return this.reads.prepared<Known>(
      'wanted_readers',
      `select r.id, r.name from unnest($1::uuid[]) with ordinality as meant (id, place) join reader r on r.id = meant.id
        where not ${isMutedSql('$2', 'r.id')} and not ${isBlockedSql('r.id', '$2')}
        order by meant.place limit ${listed}`,
      [ids, callerId],
    );
  }
}
