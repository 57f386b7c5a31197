import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import { CommentsElsewhere } from '../comments';
import { isMutedSql, MutesRepository } from '../follows';
import { Reads } from '../platform/database';
import { beginningOfFeed, feedRowsSql } from './feed-rows';

const { maxCounted } = limits.inbox;
/** Rows that are looked at, in one look after another: what is removed, muted or the reader's own is passed over. */
const looks = [2 * maxCounted, 8 * maxCounted];
/** Comments whose text is looked into for mute words. */
const maxRead = 3 * maxCounted;

const rowsSql = feedRowsSql({
  readerId: '$1',
  siteId: '$2',
  time: 'told_at',
  before: { at: '$3', id: '$4' },
  since: `coalesce((select seen_at from feed_seen where reader_id = $1 and site_id = $2), '-infinity')`,
  limit: '$5',
});

const newSql = `
  select r.at, r.comment_id as id, c.status = 'published' and c.author_id <> $1 and not ${isMutedSql('$1', 'c.author_id')} as "mayBeShown"
    from (${rowsSql}) r join comment c on c.id = r.comment_id order by r.at desc, r.comment_id desc`;

interface NewRow {
  at: Date;
  id: string;
  mayBeShown: boolean;
}

/** How much is new in a reader's feed. */
@Injectable()
export class CountFollowing {
  constructor(
    private readonly reads: Reads,
    private readonly mutes: MutesRepository,
    private readonly elsewhere: CommentsElsewhere,
  ) {}

  /**
   * Comments that the feed shows and that came since it was seen; ends at `limits.inbox.maxCounted`. Fewer than there are only where hundreds that came one
   * after the other may not be shown.
   */
  async count(readerId: string, siteId: string): Promise<number> {
    const looked = new Set<string>();
    let counted = 0;
    let before: { at: Date | string; id: string } = beginningOfFeed;
    for (const limit of looks) {
      const rows: NewRow[] = await this.reads.prepared('new_in_feed', newSql, [readerId, siteId, before.at, before.id, limit]);
      const ids = new Set(rows.filter(({ id, mayBeShown }) => mayBeShown && !looked.has(id)).map(({ id }) => id));
      counted += await this.countShown(readerId, [...ids], maxRead - looked.size);
      for (const id of ids) looked.add(id);
      const last = rows.at(-1);
      if (last === undefined || rows.length < limit || counted >= maxCounted) break;
      before = last;
    }
    return Math.min(counted, maxCounted);
  }

  private async countShown(readerId: string, ids: readonly string[], toRead: number): Promise<number> {
    if (ids.length === 0 || (await this.mutes.listWords(readerId)).length === 0) return ids.length;
    return (await this.elsewhere.read(ids.slice(0, Math.max(0, toRead)), readerId)).size;
  }
}
