import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import type { RoleChangesPage, TeamView } from '../../contract/team';
import type { ReaderActor } from '../platform/access';
import { Reads } from '../platform/database';
import { readTimeCursor, writeTimeCursor } from '../platform/http';
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
    const place = cursor === undefined ? undefined : readTimeCursor(cursor);
    const after = place && { changedAt: place.time, id: place.id };
    const found = await this.team.listChanges(siteId, { limit: limits.page.roleChanges + 1, after });
    const changes = found.slice(0, limits.page.roleChanges);
    const last = changes.at(-1);
    const hasMore = found.length > changes.length && last !== undefined;
    return { changes, nextCursor: hasMore ? writeTimeCursor({ time: last.changedAt, id: last.id }) : null };
  }
}
