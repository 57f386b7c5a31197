import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import type { HeldPage } from '../../contract/moderation';
import { ModeratedCommentsRepository, readCommentPlace, writeCommentPlace } from '../comments';
import type { ReaderActor } from '../platform/access';
import { NotFound } from '../platform/http';
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
    const after = cursor === undefined ? undefined : readCommentPlace(cursor);
    const [found, leases] = await Promise.all([
      this.comments.listHeld(site.id, { limit: limits.page.heldComments + 1, after }),
      this.leases.findLeasesOn(site.id),
    ]);
    const page = found.slice(0, limits.page.heldComments);
    const comments = page.map((comment) => ({ ...comment, lease: leases.get(comment.id) ?? null }));
    const last = comments.at(-1);
    return { comments, nextCursor: found.length > comments.length && last !== undefined ? writeCommentPlace(last) : null };
  }
}
