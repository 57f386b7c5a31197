import { Injectable } from '@nestjs/common';
import type { RegisterRequest } from '../../contract/auth';
import { type Transaction, Transactions } from '../platform/database';
import { Ids } from '../platform/time';
import { EmailTaken, NameRefused, normalizeReaderName, ReadersRepository, readerNameProblem } from '../readers';
import { PasswordRefused, RegistrationRefused } from './auth.errors';
import { PasswordHashes } from './password-hashes';
import { passwordProblem } from './password-rule';
import { Sessions } from './sessions';

/** Makes an account and logs it in. */
@Injectable()
export class Register {
  constructor(
    private readonly readers: ReadersRepository,
    private readonly hashes: PasswordHashes,
    private readonly sessions: Sessions,
    private readonly transactions: Transactions,
    private readonly ids: Ids,
  ) {}

  /**
   * The token of the new session. Who registers again with the password they have is simply logged in.
   * @throws NameRefused, NameTaken, PasswordRefused, RegistrationRefused
   */
  async execute(request: RegisterRequest): Promise<string> {
    const prepared = await this.prepare(request);
    try {
      return await this.transactions.run(async (tx) => this.sessions.begin(tx, await this.insert(tx, prepared), 'embed'));
    } catch (error) {
      if (error instanceof EmailTaken) return this.logInInstead(request);
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
    return { name, email: request.email.trim(), passwordHash: await this.hashes.hash(request.password) };
  }

  async insert(tx: Transaction, prepared: { name: string; email: string; passwordHash: string }): Promise<string> {
    const id = this.ids.next();
    await this.readers.insertReader(tx, { id, ...prepared });
    return id;
  }

  private async logInInstead({ email, password }: RegisterRequest): Promise<string> {
    const found = await this.readers.findCredentials(email);
    if (found === undefined || !(await this.hashes.matches(found.passwordHash, password))) throw new RegistrationRefused();
    return this.transactions.run((tx) => this.sessions.begin(tx, found.readerId, 'embed'));
  }
}
