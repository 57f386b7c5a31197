import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import { CommentsElsewhere } from '../comments';
import { isMutedSql, MutesRepository } from '../follows';
import { Reads } from '../platform/database';
import { beginningOfFeed, feedRowsSql } from './feed-rows';

const { maxCounted } = limits.inbox;
/** Rows that are looked at: some are not shown. */
const lookedAt = 2 * maxCounted;

const rowsSince = feedRowsSql({
  readerId: '$1',
  siteId: '$2',
  time: 'told_at',
  before: { at: `'${beginningOfFeed.at}'`, id: `'${beginningOfFeed.id}'` },
  since: `coalesce((select seen_at from feed_seen where reader_id = $1 and site_id = $2), '-infinity')`,
  limit: `${lookedAt}`,
});

/** How much is new in a reader's feed. */
@Injectable()
export class CountFollowing {
  constructor(
    private readonly reads: Reads,
    private readonly mutes: MutesRepository,
    private readonly elsewhere: CommentsElsewhere,
  ) {}

  /** Comments that the feed shows and that came since it was seen; ends at `limits.inbox.maxCounted`. */
  async count(readerId: string, siteId: string): Promise<number> {
    const ids = await this.newIds(readerId, siteId);
    if (ids.length === 0 || (await this.mutes.listWords(readerId)).length === 0) return ids.length;
    return (await this.elsewhere.read(ids, readerId)).size;
  }

  private async newIds(readerId: string, siteId: string): Promise<string[]> {
    const rows = await this.reads.prepared<{ id: string }>(
      'new_in_feed',
      `select distinct c.id from (${rowsSince}) r join comment c on c.id = r.comment_id
        where c.status = 'published' and c.author_id <> $1 and not ${isMutedSql('$1', 'c.author_id')} limit ${maxCounted}`,
      [readerId, siteId],
    );
    return rows.map(({ id }) => id);
  }
}
