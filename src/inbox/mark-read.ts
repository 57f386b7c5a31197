import { Injectable } from '@nestjs/common';
import type { NewsCount } from '../../contract/inbox';
import { noteAnnounced } from '../announcements';
import { Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { SitesRepository } from '../sites';
import { CountNews } from './count-news';
import { InboxRepository } from './inbox.repository';

/** Marks an item of an inbox as read, up to what was shown of it, or all that there is. Again changes nothing. */
@Injectable()
export class MarkRead {
  constructor(
    private readonly inbox: InboxRepository,
    private readonly sites: SitesRepository,
    private readonly countNews: CountNews,
    private readonly transactions: Transactions,
  ) {}

  /** @throws NotFound: also for an item of somebody else */
  async execute(readerId: string, siteKey: string, id?: string): Promise<NewsCount> {
    const site = await this.sites.findSiteByKey(siteKey);
    if (site === undefined) throw new NotFound();
    const owner = { readerId, siteId: site.id };
    await this.transactions.run(async (tx) => {
      const isNew = id === undefined ? await this.inbox.readAll(tx, owner) : await this.inbox.readItem(tx, owner, id);
      if (isNew === undefined) throw new NotFound();
      // For other tabs.
      if (isNew) await noteAnnounced(tx, [{ siteId: site.id, inbox: [readerId], feed: [], comments: [] }]);
    });
    return this.countNews.of(owner);
  }
}
