import { Injectable } from '@nestjs/common';
import type { FollowersPage, FollowKind, FollowsPage, FollowView } from '../../contract/following';
import { limits } from '../../contract/limits';
import { pageOf, readTimeCursor } from '../platform/http';
import { excerptOf } from '../platform/text';
import { type FollowRow, FollowsRepository } from './follows.repository';

const { follows: limit } = limits.page;

/** What a reader follows on a site, and who follows them there, all of it; for their eyes only. What others may see is of `profiles`. */
@Injectable()
export class ListFollows {
  constructor(private readonly follows: FollowsRepository) {}

  /** @throws InvalidRequest */
  async followed(of: { readerId: string; siteId: string; kind?: FollowKind }, cursor?: string): Promise<FollowsPage> {
    const found = await this.follows.listFollows(of, { limit: limit + 1, after: readTimeCursor(cursor) });
    const { items, nextCursor } = pageOf(found, limit, (row) => ({ at: row.followed_at.toISOString(), id: row.subject_id }));
    return { follows: items.map(followView), nextCursor };
  }

  /** @throws InvalidRequest */
  async followers({ readerId, siteId }: { readerId: string; siteId: string }, cursor?: string): Promise<FollowersPage> {
    const found = await this.follows.listFollowers(readerId, siteId, { limit: limit + 1, after: readTimeCursor(cursor) });
    const { items, nextCursor } = pageOf(found, limit, (row) => ({ at: row.followed_at.toISOString(), id: row.id }));
    const followers = items.map(({ id, name, is_followed, followed_at }) => ({
      id,
      name,
      isFollowed: is_followed,
      followedAt: followed_at.toISOString(),
    }));
    return { followers, nextCursor };
  }
}

function followView({ kind, subject_id, title, url, body, followed_at }: FollowRow): FollowView {
  const name = title ?? (body === null ? '' : excerptOf(body));
  return { kind, subject: kind === 'section' ? name : subject_id, title: name, url, followedAt: followed_at.toISOString() };
}
