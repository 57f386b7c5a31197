import { Injectable } from '@nestjs/common';
import type { NewsCount } from '../../contract/inbox';
import { limits } from '../../contract/limits';
import { CountFollowing } from '../announcements';
import { NotFound } from '../platform/http';
import { SitesRepository } from '../sites';
import type { InboxOwner } from './inbox.repository';
import { ShownItems } from './shown-items';

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
    const [unread, following] = await Promise.all([
      this.shown.unread(owner, limits.inbox.maxCounted),
      this.following.count(owner.readerId, owner.siteId),
    ]);
    return { unread: unread.length, following };
  }
}
