import { Injectable } from '@nestjs/common';
import type { MarkReadRequest, NewsCount } from '../../contract/inbox';
import { noteAnnounced } from '../announcements';
import { type Transaction, Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { SitesRepository } from '../sites';
import { CountNews } from './count-news';
import { type InboxOwner, InboxRepository } from './inbox.repository';

/** Marks an item of an inbox as read, up to what was shown of it, or all up to the newest that was shown. Again changes nothing. */
@Injectable()
export class MarkRead {
  constructor(
    private readonly inbox: InboxRepository,
    private readonly sites: SitesRepository,
    private readonly countNews: CountNews,
    private readonly transactions: Transactions,
  ) {}

  /** @throws NotFound: also for an item of somebody else */
  async execute(readerId: string, siteKey: string, request: MarkReadRequest): Promise<NewsCount> {
    const site = await this.sites.findSiteByKey(siteKey);
    if (site === undefined) throw new NotFound();
    const owner = { readerId, siteId: site.id };
    await this.transactions.run(async (tx) => {
      const isNew = await this.mark(tx, owner, request);
      if (isNew === undefined) throw new NotFound();
      // For other tabs.
      if (isNew) await noteAnnounced(tx, [{ siteId: site.id, inbox: [readerId], feed: [], comments: [] }]);
    });
    return this.countNews.of(owner);
  }

  private async mark(tx: Transaction, owner: InboxOwner, { id, upTo }: MarkReadRequest): Promise<boolean | undefined> {
    if (id !== undefined) return this.inbox.readItem(tx, owner, id);
    return upTo !== undefined && this.inbox.readUpTo(tx, owner, new Date(upTo));
  }
}
