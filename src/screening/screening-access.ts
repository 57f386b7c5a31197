import { Injectable } from '@nestjs/common';
import { hasRole, type ReaderActor, type Role } from '../platform/access';
import { NotFound } from '../platform/http';
import { SitesRepository } from '../sites';
import type { Change } from './screening-settings.repository';

/** Editors of a site set what it screens for, its moderators see it; to anybody else it looks unknown. */
@Injectable()
export class ScreeningAccess {
  constructor(private readonly sites: SitesRepository) {}

  /** @returns the id of the site. @throws NotFound */
  toRead(actor: ReaderActor, siteKey: string): Promise<string> {
    return this.findSite(actor, siteKey, ['moderator', 'editor']);
  }

  /** @throws NotFound */
  async toChange(actor: ReaderActor, siteKey: string): Promise<Change> {
    return { siteId: await this.findSite(actor, siteKey, ['editor']), readerId: actor.readerId };
  }

  private async findSite(actor: ReaderActor, siteKey: string, roles: readonly Role[]): Promise<string> {
    const site = await this.sites.findSiteByKey(siteKey);
    if (site === undefined || !hasRole(actor, site.id, roles)) throw new NotFound();
    return site.id;
  }
}
