import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { RateName } from '../../contract/limits';
import { Env } from '../config';
import { type Actor, type ReaderActor, type ReadRate, type Right, rateKey, readRateKey, rightKey, visitor } from '../platform/access';
import { addressKey, NotFound, RateLimits } from '../platform/http';
import { ApiKeyGuard } from './api-key.guard';
import { NotAllowed, NotLoggedIn } from './auth.errors';
import { assertSameOrigin } from './same-origin.policy';
import type { SessionRequest } from './session.strategy';
import { assertShownReader } from './shown-reader.policy';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);
const ofConsole = new Set<Right>(['console', 'administrator', 'publisher']);

/** The one guard of the application. Deny by default: a route that names no right does not exist. */
@Injectable()
export class AccessGuard extends AuthGuard('session') {
  constructor(
    private readonly reflector: Reflector,
    private readonly rates: RateLimits,
    private readonly env: Env,
    private readonly apiKeys: ApiKeyGuard,
  ) {
    super({ property: 'actor' });
  }

  override canActivate(context: ExecutionContext): true | Promise<boolean> {
    const right = this.metadata<Right>(context, rightKey);
    if (right === undefined) throw new NotFound();
    const request = context.switchToHttp().getRequest<SessionRequest>();
    if (right === 'publisher' && request.headers.authorization !== undefined) return this.admitKey(context, request);
    const rate = reading.has(request.method) ? this.readRate(context, request) : 'writesPerAddress';
    if (right === 'public' && rate === undefined) return true;
    return this.admit(context, request, { right, rate });
  }

  private async admit(
    context: ExecutionContext,
    request: SessionRequest,
    { right, rate }: { right: Right; rate?: RateName },
  ): Promise<boolean> {
    const writes = !reading.has(request.method);
    if (writes) assertSameOrigin(request.headers, this.env.publicUrl);
    if (rate !== undefined) await this.rates.consume(rate, addressKey(request.ip));
    if (right === 'public') return true;
    request.wantedAudience = ofConsole.has(right) ? 'console' : 'embed';
    await super.canActivate(context);
    if (right === 'visitor') return true;
    const actor = loggedIn(request.actor ?? visitor);
    if (writes) {
      assertShownReader(request.headers, actor.readerId);
      await this.countWrite(context, actor);
    }
    const isForAdministrators = right === 'administrator' || right === 'publisher';
    if (isForAdministrators && !actor.roles.some(({ role }) => role === 'administrator')) throw new NotAllowed();
    return true;
  }

  /** Who sends a key counts for nothing else: cookies are not looked at, so where the request comes from does not matter. */
  private async admitKey(context: ExecutionContext, request: SessionRequest): Promise<boolean> {
    await this.rates.consume('callsWithApiKeyPerAddress', addressKey(request.ip));
    return this.apiKeys.canActivate(context);
  }

  private async countWrite(context: ExecutionContext, { readerId, audience }: ReaderActor): Promise<void> {
    await this.rates.consume(audience === 'console' ? 'writesPerModerator' : 'writesPerReader', readerId);
    const rate = this.reflector.get<RateName | undefined>(rateKey, context.getHandler());
    if (rate !== undefined) await this.rates.consume(rate, readerId);
  }

  private readRate(context: ExecutionContext, { query }: SessionRequest): RateName | undefined {
    const own = this.metadata<ReadRate>(context, readRateKey);
    const isOwn = own?.unlessAsked.every((name) => (query as Record<string, unknown>)[name] === undefined);
    return isOwn ? own?.rate : 'readsPerAddress';
  }

  /** What the route says of itself, or its controller. */
  private metadata<Value>(context: ExecutionContext, key: string): Value | undefined {
    return this.reflector.getAllAndOverride<Value | undefined>(key, [context.getHandler(), context.getClass()]);
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
