import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import type { HeldPage } from '../../contract/moderation';
import type { ScreeningRule } from '../../contract/screening';
import { ModeratedCommentsRepository, readCommentPlace } from '../comments';
import type { ReaderActor } from '../platform/access';
import { pageOf } from '../platform/http';
import { LeasesRepository } from './leases.repository';
import { ModeratedSite } from './moderated-site';

/** What waits for a moderator on a site, or what a rule found of it, oldest first. */
@Injectable()
export class ListHeldComments {
  constructor(
    private readonly comments: ModeratedCommentsRepository,
    private readonly leases: LeasesRepository,
    private readonly sites: ModeratedSite,
  ) {}

  /** @throws NotFound, InvalidRequest */
  async execute(actor: ReaderActor, siteKey: string, { rule, cursor }: { rule?: ScreeningRule; cursor?: string }): Promise<HeldPage> {
    const site = await this.sites.find(actor, siteKey);
    const after = readCommentPlace(cursor);
    const [found, leases] = await Promise.all([
      this.comments.listHeld(site.id, { limit: limits.page.heldComments + 1, after, rule }),
      this.leases.findLeasesOn(site.id),
    ]);
    const { items, nextCursor } = pageOf(found, limits.page.heldComments, ({ postedAt, id }) => ({ at: postedAt, id }));
    return { comments: items.map((comment) => ({ ...comment, lease: leases.get(comment.id) ?? null })), nextCursor };
  }
}
