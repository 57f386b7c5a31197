import { Injectable } from '@nestjs/common';
import type { LogInRequest } from '../../contract/auth';
import type { RateName } from '../../contract/limits';
import { addressKey, RateLimits } from '../platform/http';
import { normalizeEmail, ReadersRepository } from '../readers';
import { WrongCredentials } from './auth.errors';
import { PasswordHashes } from './password-hashes';

type Count = readonly [rate: RateName, key: string];

/** The one place where a password is compared with a reader's, and the tries are counted. Known and unknown addresses take the same work. */
@Injectable()
export class CheckPassword {
  constructor(
    private readonly readers: ReadersRepository,
    private readonly hashes: PasswordHashes,
    private readonly rates: RateLimits,
  ) {}

  /**
   * The id of the reader whose address and password these are, for a caller at the network address `ip`.
   * @throws WrongCredentials, TooManyRequests
   */
  async execute({ email, password }: LogInRequest, ip: string): Promise<string> {
    const account = normalizeEmail(email);
    const counts = countsOf(account, addressKey(ip));
    for (const [rate, key] of counts) await this.rates.assertLeft(rate, key);
    const found = await this.readers.findCredentials(account);
    // Counted before the outcome is known, or all who come at once would be compared; and in turn, so that at most those few
    // that are being compared hold a try, and nobody who has the password is refused because others log in too.
    const isRight = await this.hashes.matches(found?.passwordHash, password, () => this.count(counts));
    if (!isRight || found === undefined) throw new WrongCredentials();
    await this.giveBack(counts);
    return found.readerId;
  }

  private async count(counts: readonly Count[]): Promise<void> {
    for (const [index, [rate, key]] of counts.entries()) {
      try {
        await this.rates.consume(rate, key);
      } catch (refusal) {
        await this.giveBack(counts.slice(0, index));
        throw refusal;
      }
    }
  }

  private async giveBack(counts: readonly Count[]): Promise<void> {
    for (const [rate, key] of counts) await this.rates.giveBack(rate, key);
  }
}

function countsOf(account: string, address: string): Count[] {
  return [
    ['logInFailuresPerAccountAndAddress', `${account} ${address}`],
    ['logInFailuresPerAccount', account],
    ['logInFailuresPerAddress', address],
  ];
}
