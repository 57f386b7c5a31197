import { Injectable } from '@nestjs/common';
import { beginningOfFeed, feedRowsSql } from '../announcements';
import { Reads, type Transaction } from '../platform/database';
import type { TimePlace } from '../platform/http';

/** Whose feed, and of what. */
export interface FeedOwner {
  readerId: string;
  siteId: string;
}

const rowsSql = feedRowsSql({
  readerId: '$1',
  siteId: '$2',
  time: 'at',
  before: { at: '$3', id: '$4' },
  since: `'-infinity'`,
  limit: '$5',
});

export interface FeedRow extends TimePlace {
  /** When it came to feeds, ISO 8601. */
  toldAt: string;
}

/** What came to feeds, and up to where they were seen. */
@Injectable()
export class FeedRepository {
  constructor(private readonly reads: Reads) {}

  /** The newest that came, whether it may be shown or not; older than `before`, where there is one. */
  async listRows({ readerId, siteId }: FeedOwner, range: { before?: TimePlace; limit: number }): Promise<FeedRow[]> {
    const { at, id } = range.before ?? beginningOfFeed;
    const rows = await this.reads.prepared<{ at: Date; comment_id: string; told_at: Date }>('feed_rows', rowsSql, [
      readerId,
      siteId,
      at,
      id,
      range.limit,
    ]);
    return rows.map((row) => ({ at: row.at.toISOString(), id: row.comment_id, toldAt: row.told_at.toISOString() }));
  }

  async findSeen({ readerId, siteId }: FeedOwner): Promise<Date | null> {
    const [row] = await this.reads.prepared<{ seen_at: Date }>(
      'feed_seen',
      'select seen_at from feed_seen where reader_id = $1 and site_id = $2',
      [readerId, siteId],
    );
    return row?.seen_at ?? null;
  }

  /** Whether it has moved: it never goes back. */
  async moveSeen(tx: Transaction, { readerId, siteId }: FeedOwner, seenAt: Date): Promise<boolean> {
    const moved = await tx.rows(
      `insert into feed_seen (reader_id, site_id, seen_at) values ($1, $2, $3)
       on conflict (reader_id, site_id) do update set seen_at = excluded.seen_at where feed_seen.seen_at < excluded.seen_at
       returning seen_at`,
      [readerId, siteId, seenAt],
    );
    return moved.length > 0;
  }
}
