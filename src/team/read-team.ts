import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import type { RoleChangesPage, TeamView } from '../../contract/team';
import type { ReaderActor } from '../platform/access';
import { Reads } from '../platform/database';
import { pageOf, readTimeCursor } from '../platform/http';
import { givableRoles } from './team.policy';
import { TeamRepository } from './team.repository';
import { TeamAccess } from './team-access';

/** Who works on a site, and how that came about. */
@Injectable()
export class ReadTeam {
  constructor(
    private readonly access: TeamAccess,
    private readonly team: TeamRepository,
    private readonly reads: Reads,
  ) {}

  /** @throws NotFound */
  async members(actor: ReaderActor, siteKey: string): Promise<TeamView> {
    const { id: siteId } = await this.access.toSite(actor, siteKey);
    const role = await this.team.findRole(this.reads, { readerId: actor.readerId, siteId });
    return { members: await this.team.listMembers(siteId), givable: [...givableRoles(role)] };
  }

  /** @throws NotFound, InvalidRequest */
  async changes(actor: ReaderActor, siteKey: string, cursor?: string): Promise<RoleChangesPage> {
    const { id: siteId } = await this.access.toSite(actor, siteKey);
    const place = readTimeCursor(cursor);
    const after = place && { changedAt: place.at, id: place.id };
    const found = await this.team.listChanges(siteId, { limit: limits.page.roleChanges + 1, after });
    const { items: changes, nextCursor } = pageOf(found, limits.page.roleChanges, ({ changedAt: at, id }) => ({ at, id }));
    return { changes, nextCursor };
  }
}
