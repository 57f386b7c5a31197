import { Injectable } from '@nestjs/common';
import type { RegisterRequest } from '../../contract/auth';
import { type Transaction, Transactions } from '../platform/database';
import { Ids } from '../platform/time';
import { EmailTaken, NameRefused, normalizeEmail, normalizeReaderName, ReadersRepository, readerNameProblem } from '../readers';
import { PasswordRefused, RegistrationRefused, WrongCredentials } from './auth.errors';
import { CheckPassword } from './check-password';
import { PasswordHashes } from './password-hashes';
import { passwordProblem } from './password-rule';
import { Sessions } from './sessions';

/** Makes an account and logs it in. */
@Injectable()
export class Register {
  constructor(
    private readonly readers: ReadersRepository,
    private readonly hashes: PasswordHashes,
    private readonly checkPassword: CheckPassword,
    private readonly sessions: Sessions,
    private readonly transactions: Transactions,
    private readonly ids: Ids,
  ) {}

  /**
   * The token of the new session, for a caller at the network address `ip`. Who registers again with the password they have is simply
   * logged in; with another it is a failure to log in like any.
   * @throws NameRefused, NameTaken, PasswordRefused, RegistrationRefused, TooManyRequests
   */
  async execute(request: RegisterRequest, ip: string): Promise<string> {
    const prepared = await this.prepare(request);
    try {
      return await this.transactions.run(async (tx) => this.sessions.begin(tx, await this.insert(tx, prepared), 'embed'));
    } catch (error) {
      if (error instanceof EmailTaken) return this.logInInstead(request, ip);
      throw error;
    }
  }

  /** Checks and hashes, before any transaction is open. */
  async prepare(request: RegisterRequest): Promise<{ name: string; email: string; passwordHash: string }> {
    const name = normalizeReaderName(request.name);
    const wrongName = readerNameProblem(name);
    if (wrongName !== undefined) throw new NameRefused(wrongName);
    const wrongPassword = passwordProblem(request.password, [name, request.email]);
    if (wrongPassword !== undefined) throw new PasswordRefused(wrongPassword);
    return { name, email: normalizeEmail(request.email), passwordHash: await this.hashes.hash(request.password) };
  }

  async insert(tx: Transaction, prepared: { name: string; email: string; passwordHash: string }): Promise<string> {
    const id = this.ids.next();
    await this.readers.insertReader(tx, { id, ...prepared });
    return id;
  }

  private async logInInstead(request: RegisterRequest, ip: string): Promise<string> {
    try {
      const readerId = await this.checkPassword.execute(request, ip);
      return await this.transactions.run((tx) => this.sessions.begin(tx, readerId, 'embed'));
    } catch (error) {
      throw error instanceof WrongCredentials ? new RegistrationRefused() : error;
    }
  }
}
