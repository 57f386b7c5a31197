import { Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { WrongCredentials } from './auth.errors';

/** Runs the password strategy; `request.user` is then the id of the reader whose password it was. */
@Injectable()
export class PasswordGuard extends AuthGuard('password') {
  override handleRequest<ReaderId>(error: unknown, readerId: ReaderId | false): ReaderId {
    if (error) throw error;
    if (readerId === false) throw new WrongCredentials();
    return readerId;
  }
}
