import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import { addressKey, RateLimits } from '../platform/http';
import { ReadersRepository } from '../readers';
import { WrongCredentials } from './auth.errors';
import type { PasswordRequest } from './password.guard';
import { PasswordHashes } from './password-hashes';

/**
 * E-mail and password, from the body: Passport's strategy would take them from the query string too.
 * Known and unknown addresses take the same work and get the same answer.
 */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(
    private readonly readers: ReadersRepository,
    private readonly hashes: PasswordHashes,
    private readonly rates: RateLimits,
  ) {
    super({ usernameField: 'email', passwordField: 'password', passReqToCallback: true, session: false });
  }

  /** @throws WrongCredentials, TooManyRequests */
  async validate({ body, ip }: FastifyRequest<PasswordRequest>): Promise<string> {
    const { email, password } = body;
    const address = addressKey(ip);
    const account = email.trim().toLowerCase();
    await this.rates.assertLeft('logInFailuresPerAccountAndAddress', `${account} ${address}`);
    await this.rates.assertLeft('logInFailuresPerAccount', account);
    await this.rates.assertLeft('logInFailuresPerAddress', address);
    const found = await this.readers.findCredentials(email);
    if (await this.hashes.matches(found?.passwordHash, password)) return found?.readerId ?? '';
    await Promise.allSettled([
      this.rates.consume('logInFailuresPerAccountAndAddress', `${account} ${address}`),
      this.rates.consume('logInFailuresPerAccount', account),
      this.rates.consume('logInFailuresPerAddress', address),
    ]);
    throw new WrongCredentials();
  }
}
