import { Injectable } from '@nestjs/common';
import type { RegisterRequest } from '../../../contract/auth';
import { Transactions } from '../../platform/database';
import { Ids } from '../../platform/time';
import { EmailTaken } from '../../readers';
import { StaffRolesRepository } from '../../sites';
import { RegistrationRefused, SetupLinkInvalid } from '../auth.errors';
import { Register } from '../register';
import { hashToken, Sessions } from '../sessions';
import { SetupTokenRepository } from './setup-token.repository';

/** First run: whoever reads the operator's terminal, and nobody else, becomes the first administrator. */
@Injectable()
export class MakeFirstAdministrator {
  constructor(
    private readonly tokens: SetupTokenRepository,
    private readonly roles: StaffRolesRepository,
    private readonly register: Register,
    private readonly sessions: Sessions,
    private readonly transactions: Transactions,
    private readonly ids: Ids,
  ) {}

  /** A new one-time token while there is no administrator; it ends those before. */
  async issueToken(): Promise<string | undefined> {
    const token = this.ids.secret();
    return this.transactions.run(async (tx) => {
      if (await this.roles.hasAdministrator(tx)) return undefined;
      await this.tokens.replace(tx, hashToken(token));
      return token;
    });
  }

  /**
   * The token of a console session. A refused name or password leaves the link as it was.
   * @throws SetupLinkInvalid, NameRefused, NameTaken, PasswordRefused, RegistrationRefused
   */
  async execute(token: string, person: RegisterRequest): Promise<string> {
    const tokenHash = hashToken(token);
    // Looked at first: whoever has no link gets none of the work below.
    if (!(await this.tokens.isValid(tokenHash))) throw new SetupLinkInvalid();
    const prepared = await this.register.prepare(person);
    try {
      return await this.transactions.run(async (tx) => {
        if (!(await this.tokens.consume(tx, tokenHash))) throw new SetupLinkInvalid();
        const readerId = await this.register.insert(tx, prepared);
        await this.roles.insertRole(tx, { id: this.ids.next(), readerId, role: 'administrator' });
        return this.sessions.begin(tx, readerId, 'console');
      });
    } catch (error) {
      throw error instanceof EmailTaken ? new RegistrationRefused() : error;
    }
  }
}
