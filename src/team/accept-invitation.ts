import { Injectable } from '@nestjs/common';
import { CheckPassword, hashToken, Register, RegistrationRefused, Sessions } from '../auth';
import { type Transaction, Transactions } from '../platform/database';
import { Ids } from '../platform/time';
import { EmailTaken } from '../readers';
import { InvitationsRepository, type OpenInvitation } from './invitations.repository';
import { InvitationInvalid } from './team.errors';
import { givableRoles, isMore } from './team.policy';
import { TeamRepository } from './team.repository';

export interface Acceptance {
  token: string;
  password: string;
  /** Of whoever has no account yet. */
  name?: string;
}

/** Whoever has the link, and the account of the address it was made for or none, becomes a member of the team. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly team: TeamRepository,
    private readonly register: Register,
    private readonly checkPassword: CheckPassword,
    private readonly sessions: Sessions,
    private readonly transactions: Transactions,
    private readonly ids: Ids,
  ) {}

  /** What the link is for. @throws InvitationInvalid */
  async look(token: string): Promise<OpenInvitation> {
    const invitation = await this.invitations.findOpen(hashToken(token));
    if (invitation === undefined) throw new InvitationInvalid();
    return invitation;
  }

  /**
   * The token of a console session, for a caller at the network address `ip`. What is refused leaves the link as it was.
   * @throws InvitationInvalid, WrongCredentials, NameRefused, NameTaken, PasswordRefused, RegistrationRefused, TooManyRequests
   */
  async execute({ token, password, name }: Acceptance, ip: string): Promise<string> {
    const { email } = await this.look(token);
    const tokenHash = hashToken(token);
    if (name === undefined) {
      const readerId = await this.checkPassword.execute({ email, password }, ip);
      return this.transactions.run((tx) => this.accept(tx, tokenHash, readerId));
    }
    const prepared = await this.register.prepare({ name, email, password });
    try {
      return await this.transactions.run(async (tx) => this.accept(tx, tokenHash, await this.register.insert(tx, prepared)));
    } catch (error) {
      throw error instanceof EmailTaken ? new RegistrationRefused() : error;
    }
  }

  private async accept(tx: Transaction, tokenHash: Buffer, readerId: string): Promise<string> {
    await this.team.lockRoles(tx);
    const invitation = await this.invitations.findOpen(tokenHash, tx);
    if (invitation === undefined || !(await this.invitations.accept(tx, tokenHash, readerId))) throw new InvitationInvalid();
    const { siteId, role, invitedBy } = invitation;
    // Whoever invited may have lost the right to since.
    const inviter = await this.team.findRole(tx, { readerId: invitedBy, siteId });
    if (!givableRoles(inviter).includes(role)) throw new InvitationInvalid();
    if (isMore(role, await this.team.findRole(tx, { readerId, siteId }))) {
      await this.team.noteWhoChanges(tx, invitedBy);
      await this.team.setSiteRole(tx, { id: this.ids.next(), readerId, siteId, role });
      await this.sessions.endInConsole(tx, readerId, 'role_changed');
    }
    return this.sessions.begin(tx, readerId, 'console');
  }
}
