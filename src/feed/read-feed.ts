import { Injectable } from '@nestjs/common';
import type { FeedItem, FeedPage } from '../../contract/inbox';
import { limits } from '../../contract/limits';
import { CommentsElsewhere } from '../comments';
import { NotFound, readTimeCursor, type TimePlace, writeTimeCursor } from '../platform/http';
import { SitesRepository } from '../sites';
import { type FeedOwner, FeedRepository, type FeedRow } from './feed.repository';

const pageSize = limits.page.feed;
/** Rows that are looked at for one page, in one look after another: what is removed, muted or the reader's own is passed over. */
const looks = [pageSize, 5 * pageSize, 25 * pageSize];

/** What those whom a reader follows on a site wrote, the newest first. */
@Injectable()
export class ReadFeed {
  constructor(
    private readonly feed: FeedRepository,
    private readonly sites: SitesRepository,
    private readonly elsewhere: CommentsElsewhere,
  ) {}

  /** A page is not full, though more follows, only where hundreds that came one after the other may not be shown. @throws NotFound, InvalidRequest */
  async execute(readerId: string, siteKey: string, cursor?: string): Promise<FeedPage> {
    const place = readTimeCursor(cursor);
    const site = await this.sites.findSiteByKey(siteKey);
    if (site === undefined) throw new NotFound();
    const owner = { readerId, siteId: site.id };
    const [{ items, next }, seenAt] = await Promise.all([this.fill(owner, place), this.feed.findSeen(owner)]);
    return { items, nextCursor: next === undefined ? null : writeTimeCursor(next), seenAt: seenAt?.toISOString() ?? null };
  }

  private async fill(owner: FeedOwner, begin?: TimePlace): Promise<{ items: FeedItem[]; next?: TimePlace }> {
    const items: FeedItem[] = [];
    let before = begin;
    for (const limit of looks) {
      const found = await this.feed.listRows(owner, { before, limit: limit + 1 });
      const rows = found.slice(0, limit);
      const shown = await this.show(owner, rows);
      const room = pageSize - items.length;
      items.push(...shown.slice(0, room));
      const last = shown.length < room ? rows.at(-1) : placeOf(shown[room - 1]);
      const isMore = last !== undefined && last.id !== found.at(-1)?.id;
      if (!isMore) return { items };
      before = last;
      if (items.length === pageSize) break;
    }
    return { items, next: before };
  }

  private async show({ readerId }: FeedOwner, rows: readonly FeedRow[]): Promise<FeedItem[]> {
    const comments = await this.elsewhere.read(
      rows.map(({ id }) => id),
      readerId,
    );
    return rows.flatMap(({ at, id, toldAt }) => {
      const item = comments.get(id);
      return item === undefined || item.comment.author.id === readerId ? [] : [{ ...item, at, toldAt }];
    });
  }
}

function placeOf(item?: FeedItem): TimePlace | undefined {
  return item && { at: item.at, id: item.comment.id };
}
