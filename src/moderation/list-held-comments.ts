import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import type { HeldPage } from '../../contract/moderation';
import { type HeldPlace, ModeratedCommentsRepository } from '../comments';
import type { ReaderActor } from '../platform/access';
import { InvalidRequest, NotFound } from '../platform/http';
import { isTime } from '../platform/time';
import { SitesRepository } from '../sites';
import { LeasesRepository } from './leases.repository';
import { mayModerate } from './moderation.policy';

const cursorShape = /^([^|]+)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

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
    const after = cursor === undefined ? undefined : readCursor(cursor);
    const found = await this.comments.listHeld(site.id, { limit: limits.page.heldComments + 1, after });
    const page = found.slice(0, limits.page.heldComments);
    const leases = await this.leases.findLeases(page.map(({ id }) => id));
    const comments = page.map((comment) => ({ ...comment, lease: leases.get(comment.id) ?? null }));
    const last = comments.at(-1);
    return { comments, nextCursor: found.length > comments.length && last !== undefined ? writeCursor(last) : null };
  }
}

function writeCursor({ postedAt, id }: HeldPlace): string {
  return Buffer.from(`${postedAt}|${id}`).toString('base64url');
}

/** @throws InvalidRequest */
function readCursor(text: string): HeldPlace {
  const [, postedAt, id] = cursorShape.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  if (postedAt === undefined || id === undefined || !isTime(postedAt))
    throw new InvalidRequest([{ field: 'cursor', detail: 'the cursor is not one of this list: begin at the first page' }]);
  return { postedAt, id };
}
