import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import type { HeldPage } from '../../contract/moderation';
import { ModeratedCommentsRepository } from '../comments';
import type { ReaderActor } from '../platform/access';
import { NotFound, readTimeCursor, writeTimeCursor } from '../platform/http';
import { SitesRepository } from '../sites';
import { LeasesRepository } from './leases.repository';
import { mayModerate } from './moderation.policy';

/** What waits for a moderator on a site, oldest first. */
@Injectable()
export class ListHeldComments {
  constructor(
    private readonly comments: ModeratedCommentsRepository,
    private readonly leases: LeasesRepository,
    private readonly sites: SitesRepository,
  ) {}

  async execute(actor: ReaderActor, siteKey: string, cursor?: string): Promise<HeldPage> {
    const site = await this.sites.findSiteByKey(siteKey);
    if (site === undefined || !mayModerate(actor, site.id)) throw new NotFound();
    const place = cursor === undefined ? undefined : readTimeCursor(cursor);
    const after = place && { postedAt: place.time, id: place.id };
    const found = await this.comments.listHeld(site.id, { limit: limits.page.heldComments + 1, after });
    const page = found.slice(0, limits.page.heldComments);
    const leases = await this.leases.findLeases(page.map(({ id }) => id));
    const comments = page.map((comment) => ({ ...comment, lease: leases.get(comment.id) ?? null }));
    const last = comments.at(-1);
    const hasMore = found.length > comments.length && last !== undefined;
    return { comments, nextCursor: hasMore ? writeTimeCursor({ time: last.postedAt, id: last.id }) : null };
  }
}
