import { Injectable } from '@nestjs/common';
import type { TeamRole } from '../../contract/team';
import { Sessions } from '../auth';
import type { ReaderActor } from '../platform/access';
import { type Transaction, Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { Ids } from '../platform/time';
import { ReadersRepository } from '../readers';
import { StaffRolesRepository } from '../sites';
import { LastAdministrator } from './team.errors';
import { assertMayChange } from './team.policy';
import { type Place, TeamRepository } from './team.repository';
import { TeamAccess } from './team-access';

interface Change {
  from?: TeamRole;
  to?: TeamRole;
}

/** Gives somebody a role on a site, or takes what they have. */
@Injectable()
export class ChangeRole {
  constructor(
    private readonly access: TeamAccess,
    private readonly team: TeamRepository,
    private readonly roles: StaffRolesRepository,
    private readonly readers: ReadersRepository,
    private readonly sessions: Sessions,
    private readonly transactions: Transactions,
    private readonly ids: Ids,
  ) {}

  /** @throws NotFound, RoleNotYoursToGive, LastAdministrator */
  async give(actor: ReaderActor, { siteKey, readerId }: { siteKey: string; readerId: string }, role: TeamRole): Promise<void> {
    const { id: siteId } = await this.access.toSite(actor, siteKey);
    if ((await this.readers.findReader(readerId)) === undefined) throw new NotFound();
    await this.change(actor, { siteId, readerId }, role);
  }

  /** @throws NotFound, RoleNotYoursToGive, LastAdministrator */
  async take(actor: ReaderActor, siteKey: string, readerId: string): Promise<void> {
    const { id: siteId } = await this.access.toSite(actor, siteKey);
    await this.change(actor, { siteId, readerId });
  }

  private async change(actor: ReaderActor, place: Place, to?: TeamRole): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.team.lockRoles(tx);
      // What the session says of the caller may be a second old.
      const by = await this.team.findRole(tx, { ...place, readerId: actor.readerId });
      const from = await this.team.findRole(tx, place);
      if (from === undefined && to === undefined) throw new NotFound();
      assertMayChange(by, [from, to]);
      if (from === to) return;
      if (from === 'administrator' && (await this.team.countAdministrators(tx)) === 1) throw new LastAdministrator();
      await this.team.noteWhoChanges(tx, actor.readerId);
      await this.write(tx, place, { from, to });
      await this.sessions.endInConsole(tx, place.readerId, 'role_changed');
    });
    // One that began while the roles were changed may know the old ones.
    await this.transactions.run((tx) => this.sessions.endInConsole(tx, place.readerId, 'role_changed'));
  }

  private async write(tx: Transaction, place: Place, { from, to }: Change): Promise<void> {
    if (to === undefined || to === 'administrator' || from === 'administrator') await this.team.takeRoles(tx, place);
    const row = { id: this.ids.next(), readerId: place.readerId };
    if (to === 'administrator') await this.roles.insertRole(tx, { ...row, role: to });
    else if (to !== undefined) await this.team.setSiteRole(tx, { ...row, siteId: place.siteId, role: to });
  }
}
