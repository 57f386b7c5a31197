import { Injectable } from '@nestjs/common';
import type { InboxItem, InboxPage } from '../../contract/inbox';
import { limits } from '../../contract/limits';
import { CommentsElsewhere } from '../comments';
import { NotFound, readTimeCursor, type TimePlace, writeTimeCursor } from '../platform/http';
import { SitesRepository } from '../sites';
import { type InboxOwner, InboxRepository } from './inbox.repository';
import { inboxItem, ownCommentPlace } from './inbox-item.view';
import { isCounted, type ListedItem, placeOf, type ShownItem } from './inbox-search';
import { ShownItems } from './shown-items';

const pageSize = limits.page.inbox;
/** Items that are looked at in one look after another: what may not be shown is passed over. */
const looks = [pageSize + 1, 5 * pageSize, 5 * pageSize];

/** What a reader was told on a site and may still see, the newest first. */
@Injectable()
export class ListInbox {
  constructor(
    private readonly shown: ShownItems,
    private readonly inbox: InboxRepository,
    private readonly sites: SitesRepository,
    private readonly elsewhere: CommentsElsewhere,
  ) {}

  /**
   * A page is not full, though more follows, only where hundreds that came one after the other may not be shown.
   * @throws NotFound, InvalidRequest
   */
  async execute(readerId: string, siteKey: string, cursor?: string): Promise<InboxPage> {
    const before = readTimeCursor(cursor);
    const site = await this.sites.findSiteByKey(siteKey);
    if (site === undefined) throw new NotFound();
    const { found, next } = await this.find({ readerId, siteId: site.id }, before);
    return { items: await this.views(readerId, found), nextCursor: next === undefined ? null : writeTimeCursor(next) };
  }

  private async find(owner: InboxOwner, begin?: TimePlace): Promise<{ found: ListedItem[]; next?: TimePlace }> {
    const search = await this.shown.search(owner);
    const found: ShownItem[] = [];
    let before = begin;
    for (const limit of looks) {
      const { items, last } = await search.items({ limit, before, isUnread: false });
      found.push(...items);
      before = last;
      if (found.length >= pageSize || last === undefined || search.isOver) break;
    }
    const page = found.slice(0, pageSize);
    const lastOfPage = page[pageSize - 1];
    const isMore = found.length > pageSize || before !== undefined;
    return { found: await search.withMembers(page), next: isMore && lastOfPage !== undefined ? placeOf(lastOfPage) : before };
  }

  /** What went between two looks is left out. */
  private async views(readerId: string, items: readonly ListedItem[]): Promise<InboxItem[]> {
    const newest = (isAnswer: boolean): string[] =>
      items.flatMap(({ kind, newest: { commentId } }) => (commentId !== null && isCounted(kind) === isAnswer ? [commentId] : []));
    const own = newest(false);
    const [answers, rows] = await Promise.all([
      this.elsewhere.read(newest(true), readerId),
      own.length === 0 ? [] : this.inbox.listOwnComments(readerId, own),
    ]);
    const places = new Map(rows.map((row) => [row.id, ownCommentPlace(row)]));
    return items.flatMap((item) => inboxItem(item, { answers, places }) ?? []);
  }
}
