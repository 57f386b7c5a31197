import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import { CheckPassword } from './check-password';
import type { PasswordRequest } from './password.guard';

/** E-mail and password, from the body: Passport's strategy would take them from the query string too. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(private readonly checkPassword: CheckPassword) {
    super({ usernameField: 'email', passwordField: 'password', passReqToCallback: true, session: false });
  }

  /** @throws WrongCredentials, TooManyRequests */
  validate({ body, ip }: FastifyRequest<PasswordRequest>): Promise<string> {
    return this.checkPassword.execute(body, ip);
  }
}
