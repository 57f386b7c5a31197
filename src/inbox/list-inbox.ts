import { Injectable } from '@nestjs/common';
import type { InboxItem, InboxPage } from '../../contract/inbox';
import { limits } from '../../contract/limits';
import { CommentsElsewhere } from '../comments';
import { NotFound, readTimeCursor, type TimePlace, writeTimeCursor } from '../platform/http';
import { SitesRepository } from '../sites';
import { type InboxOwner, InboxRepository } from './inbox.repository';
import { inboxItem, ownCommentPlace } from './inbox-item.view';
import { placeOf, type ShownItem, ShownItems } from './shown-items';

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

  /** A page is not full, though more follows, only where hundreds that came one after the other may not be shown. @throws NotFound, InvalidRequest */
  async execute(readerId: string, siteKey: string, cursor?: string): Promise<InboxPage> {
    const before = readTimeCursor(cursor);
    const site = await this.sites.findSiteByKey(siteKey);
    if (site === undefined) throw new NotFound();
    const { found, next } = await this.find({ readerId, siteId: site.id }, before);
    return { items: await this.views(readerId, found), nextCursor: next === undefined ? null : writeTimeCursor(next) };
  }

  private async find(owner: InboxOwner, begin?: TimePlace): Promise<{ found: ShownItem[]; next?: TimePlace }> {
    const found: ShownItem[] = [];
    let before = begin;
    for (const limit of looks) {
      const { items, last } = await this.shown.page(owner, { limit, before });
      found.push(...items);
      const lastOfPage = found[pageSize - 1];
      if (lastOfPage !== undefined && (found.length > pageSize || last !== undefined))
        return { found: found.slice(0, pageSize), next: placeOf(lastOfPage) };
      if (last === undefined) return { found };
      before = last;
    }
    return { found, next: before };
  }

  /** What went between two looks is left out. */
  private async views(readerId: string, items: readonly ShownItem[]): Promise<InboxItem[]> {
    const newest = (isAnswer: boolean): string[] =>
      items.flatMap(({ kind, newest: { commentId } }) => (commentId !== null && isAnswerKind(kind) === isAnswer ? [commentId] : []));
    const own = newest(false);
    const [answers, rows] = await Promise.all([
      this.elsewhere.read(newest(true), readerId),
      own.length === 0 ? [] : this.inbox.listOwnComments(readerId, own),
    ]);
    const places = new Map(rows.map((row) => [row.id, ownCommentPlace(row)]));
    return items.flatMap((item) => inboxItem(item, { answers, places }) ?? []);
  }
}

function isAnswerKind(kind: ShownItem['kind']): boolean {
  return kind === 'reply' || kind === 'mention';
}
