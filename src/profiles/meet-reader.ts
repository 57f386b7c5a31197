import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access';
import { NotFound } from '../platform/http';
import { SitesRepository } from '../sites';

/** A reader on a site, as the caller meets them; the caller is null for a visitor. */
export interface Meeting {
  siteId: string;
  readerId: string;
  callerId: string | null;
}

/** Reads whom an address names, and who looks at them. */
@Injectable()
export class MeetReader {
  constructor(private readonly sites: SitesRepository) {}

  /** @throws NotFound */
  async execute(actor: Actor, { siteKey, id }: { siteKey: string; id: string }): Promise<Meeting> {
    const site = await this.sites.findSiteByKey(siteKey);
    if (site === undefined) throw new NotFound();
    return { siteId: site.id, readerId: id, callerId: actor.kind === 'reader' ? actor.readerId : null };
  }
}
