import { Injectable } from '@nestjs/common';
import type { NewsCount } from '../../contract/inbox';
import { limits } from '../../contract/limits';
import { CountFollowing } from '../announcements';
import { NotFound, type TimePlace } from '../platform/http';
import { SitesRepository } from '../sites';
import type { InboxOwner } from './inbox.repository';
import { ShownItems } from './shown-items';

const { maxCounted } = limits.inbox;
/** Of so many items each. */
const looks = 5;

/** What waits for a reader on a site. */
@Injectable()
export class CountNews {
  constructor(
    private readonly shown: ShownItems,
    private readonly following: CountFollowing,
    private readonly sites: SitesRepository,
  ) {}

  /** @throws NotFound */
  async execute(readerId: string, siteKey: string): Promise<NewsCount> {
    const site = await this.sites.findSiteByKey(siteKey);
    if (site === undefined) throw new NotFound();
    return this.of({ readerId, siteId: site.id });
  }

  async of(owner: InboxOwner): Promise<NewsCount> {
    const [unread, following] = await Promise.all([this.unread(owner), this.following.count(owner.readerId, owner.siteId)]);
    return { unread, following };
  }

  /** Behind hundreds that may not be shown it counts none. */
  private async unread(owner: InboxOwner): Promise<number> {
    const search = await this.shown.search(owner);
    let count = 0;
    let before: TimePlace | undefined;
    for (let look = 0; look < looks; look += 1) {
      const { items, last } = await search.items({ limit: maxCounted, before, isUnread: true });
      count += items.length;
      if (count >= maxCounted || last === undefined || search.isOver) break;
      before = last;
    }
    return Math.min(count, maxCounted);
  }
}
