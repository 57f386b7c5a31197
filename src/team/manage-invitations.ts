import { Injectable } from '@nestjs/common';
import { limits } from '../../contract/limits';
import type { InvitationView, InviteRequest, MadeInvitation } from '../../contract/team';
import { hashToken } from '../auth';
import { Env } from '../config';
import type { ReaderActor } from '../platform/access';
import { Reads, Transactions } from '../platform/database';
import { NotFound } from '../platform/http';
import { Ids } from '../platform/time';
import { normalizeEmail } from '../readers';
import { InvitationsRepository } from './invitations.repository';
import { assertMayChange } from './team.policy';
import { TeamRepository } from './team.repository';
import { TeamAccess } from './team-access';

/** One-time links that make somebody a member of the team. */
@Injectable()
export class ManageInvitations {
  constructor(
    private readonly access: TeamAccess,
    private readonly team: TeamRepository,
    private readonly invitations: InvitationsRepository,
    private readonly reads: Reads,
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly env: Env,
  ) {}

  /** The link is known to nobody but the answer. Whoever was invited before and has not come gets a new one. @throws NotFound, RoleNotYoursToGive */
  async invite(actor: ReaderActor, siteKey: string, { email, role }: InviteRequest): Promise<MadeInvitation> {
    const { id: siteId } = await this.access.toSite(actor, siteKey);
    const by = await this.roleOf(actor, siteId);
    assertMayChange(by, [role]);
    const token = this.ids.secret();
    const address = normalizeEmail(email);
    const made = await this.transactions.run(async (tx) => {
      // Ending one is taking back what it would have given.
      assertMayChange(by, await this.invitations.revokeOf(tx, siteId, address));
      return this.invitations.insert(tx, {
        id: this.ids.next(),
        siteId,
        email: address,
        role,
        tokenHash: hashToken(token),
        invitedBy: actor.readerId,
        lifetimeDays: limits.team.invitationDays,
      });
    });
    // After the #, which browsers do not send: no log of addresses has it.
    return { ...made, link: `${this.env.publicUrl}/console/invitations#${token}` };
  }

  /** @throws NotFound */
  async list(actor: ReaderActor, siteKey: string): Promise<InvitationView[]> {
    return this.invitations.listOpen((await this.access.toSite(actor, siteKey)).id);
  }

  /** @throws NotFound, RoleNotYoursToGive */
  async revoke(actor: ReaderActor, siteKey: string, id: string): Promise<void> {
    const { id: siteId } = await this.access.toSite(actor, siteKey);
    const role = await this.invitations.findRole(siteId, id);
    if (role === undefined) throw new NotFound();
    assertMayChange(await this.roleOf(actor, siteId), [role]);
    await this.transactions.run((tx) => this.invitations.revoke(tx, id));
  }

  private roleOf({ readerId }: ReaderActor, siteId: string) {
    return this.team.findRole(this.reads, { readerId, siteId });
  }
}
