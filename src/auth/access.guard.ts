import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { RateName } from '../../contract/limits';
import { Env } from '../config';
import { type Actor, type ReaderActor, type Right, rateKey, rightKey, visitor } from '../platform/access';
import { addressKey, NotFound, RateLimits } from '../platform/http';
import { NotAllowed, NotLoggedIn } from './auth.errors';
import { assertSameOrigin } from './same-origin.policy';
import type { SessionRequest } from './session.strategy';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The one guard of the application. Deny by default: a route that names no right does not exist. */
@Injectable()
export class AccessGuard extends AuthGuard('session') {
  constructor(
    private readonly reflector: Reflector,
    private readonly rates: RateLimits,
    private readonly env: Env,
  ) {
    super({ property: 'actor' });
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const right = this.reflector.getAllAndOverride<Right | undefined>(rightKey, [context.getHandler(), context.getClass()]);
    if (right === undefined) throw new NotFound();
    const request = context.switchToHttp().getRequest<SessionRequest>();
    const writes = !reading.has(request.method);
    if (writes) {
      assertSameOrigin(request.headers, this.env.publicUrl);
      await this.rates.consume('writesPerAddress', addressKey(request.ip));
    }
    if (right === 'public') return true;
    request.wantedAudience = right === 'console' || right === 'administrator' ? 'console' : 'embed';
    await super.canActivate(context);
    if (right === 'visitor') return true;
    const actor = loggedIn(request.actor ?? visitor);
    if (writes) await this.countWrite(context, actor);
    if (right === 'administrator' && !actor.roles.some(({ role }) => role === 'administrator')) throw new NotAllowed();
    return true;
  }

  private async countWrite(context: ExecutionContext, { readerId }: ReaderActor): Promise<void> {
    await this.rates.consume('writesPerReader', readerId);
    const rate = this.reflector.get<RateName | undefined>(rateKey, context.getHandler());
    if (rate !== undefined) await this.rates.consume(rate, readerId);
  }

  override handleRequest<Found>(error: unknown, actor: Found): Found {
    if (error) throw error;
    return actor;
  }
}

function loggedIn(actor: Actor): ReaderActor {
  if (actor.kind === 'visitor') throw new NotLoggedIn();
  return actor;
}
