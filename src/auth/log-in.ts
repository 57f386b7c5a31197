import { Injectable } from '@nestjs/common';
import type { Audience } from '../platform/access';
import { Transactions } from '../platform/database';
import { StaffRolesRepository } from '../sites';
import { WrongCredentials } from './auth.errors';
import { Sessions } from './sessions';

/** Begins a session for a reader whose credentials were right. */
@Injectable()
export class LogIn {
  constructor(
    private readonly sessions: Sessions,
    private readonly roles: StaffRolesRepository,
    private readonly transactions: Transactions,
  ) {}

  /** @throws WrongCredentials for a reader who has no right in the console */
  async execute(readerId: string, audience: Audience): Promise<string> {
    if (audience === 'console' && (await this.roles.listRoles(readerId)).length === 0) throw new WrongCredentials();
    return this.transactions.run((tx) => this.sessions.begin(tx, readerId, audience));
  }
}
