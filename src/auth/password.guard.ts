import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { validationPipe } from '../platform/http';
import { LogInDto } from './auth.dto';
import { WrongCredentials } from './auth.errors';

export interface PasswordRequest {
  Body: LogInDto;
}

export interface CheckedRequest extends FastifyRequest<PasswordRequest> {
  /** The id of the reader whose password it was. */
  user: string;
}

/**
 * Runs the password strategy; what comes through is a `CheckedRequest`.
 * Guards come before pipes, so that the body is checked here: the strategy sees no other than a `LogInDto`.
 */
@Injectable()
export class PasswordGuard extends AuthGuard('password') {
  private readonly pipe = validationPipe();

  /** @throws InvalidRequest, WrongCredentials, TooManyRequests */
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest<PasswordRequest>>();
    request.body = await this.pipe.transform(request.body, { type: 'body', metatype: LogInDto });
    return (await super.canActivate(context)) as boolean;
  }

  override handleRequest<ReaderId>(error: unknown, readerId: ReaderId | false): ReaderId {
    if (error) throw error;
    if (readerId === false) throw new WrongCredentials();
    return readerId;
  }
}
