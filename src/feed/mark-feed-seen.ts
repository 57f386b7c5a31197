import { Injectable } from '@nestjs/common';
import type { NewsCount } from '../../contract/inbox';
import { noteAnnounced } from '../announcements';
import { CountNews } from '../inbox';
import { Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { Clock } from '../platform/time';
import { SitesRepository } from '../sites';
import { FeedRepository } from './feed.repository';

/** Notes up to where a reader has seen the feed of a site, in whatever tab. Saying the same, or an earlier time, changes nothing. */
@Injectable()
export class MarkFeedSeen {
  constructor(
    private readonly feed: FeedRepository,
    private readonly sites: SitesRepository,
    private readonly countNews: CountNews,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async execute(readerId: string, siteKey: string, at: string): Promise<NewsCount> {
    const site = await this.sites.findSiteByKey(siteKey);
    if (site === undefined) throw new NotFound();
    const owner = { readerId, siteId: site.id };
    const seenAt = notAfter(this.clock.now(), new Date(at));
    await this.transactions.run(async (tx) => {
      const isMoved = await this.feed.moveSeen(tx, owner, seenAt);
      // For other tabs.
      if (isMoved) await noteAnnounced(tx, [{ siteId: site.id, inbox: [], feed: [readerId], comments: [] }]);
    });
    return this.countNews.of(owner);
  }
}

/** What is yet to come was not seen. */
function notAfter(now: Date, at: Date): Date {
  return at > now ? now : at;
}
